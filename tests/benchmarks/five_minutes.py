"""Counts what an editor does at the desk to enter articles as their key says.

    python -m tests.benchmarks.five_minutes FOLDER [HOW MANY]

FOLDER has pairs of an article, ``NAME.txt``, and its key, ``NAME.json``: the day on which it was
``published`` and its ``statements``, each with ``speaker``, ``organisation``, ``holder``,
``passages``, ``date``, ``also``, ``unsure``. The longest few, three unless told otherwise, are
entered in Chromium, one after another, in a database of their own that has the two articles of the
fixtures. An action is a click, a key command or a field that is filled. Printed are, for each
article and in all, the actions for each statement that was entered, by what they were for.

What the key is unsure of is rejected. Words are mended where more than two fifths of a passage, or
of a card, lie beside what the key has. No article is kept, and nothing of one is printed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from positions.choices import StakeholderKind
from positions.naming import fold
from tests.benchmarks.held_to_key import edtf, has, mended_words, named, same_as, statement_of
from tests.served import manage, serving

CHROMIUM = "/usr/bin/chromium"
NAME, PASSWORD = "an-editor", "an example pass phrase"

# How each card stands on the page: words, decision, whom it names, its day, whose part it is.
STATE = """() => [...document.querySelectorAll(".card:has(.decision)")].map((card) => {
  const n = card.dataset.number, at = (name) => document.getElementById(`c${n}-${name}`);
  const party = (name) => {
    const radios = [...card.querySelectorAll(`[name="c${n}-${name}"]`)];
    const chosen = radios.find((each) => each.checked);
    return {
      choice: chosen?.value ?? "", name: at(`${name}-name`).value,
      kind: at(`${name}-kind`).value, other: at(`${name}-other`).value,
      offered: radios.map((each) => [each.value, each.parentElement.textContent.trim()]),
    };
  };
  return {
    number: n, words: [...card.querySelectorAll(".words textarea")].map((each) => each.value),
    decision: card.querySelector("[name$=-decision]:checked").value,
    speaker: party("speaker"), behalf: party("behalf"), belongs: at("belongs").value,
    day: at("day").textContent.replace(/ \\(“.*/, "").trim(), others: at("others").value,
  };
})"""


class Editor:
    """An editor at the desk, whose actions are counted by what they are for."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.actions: Counter[str] = Counter()

    def key(self, why: str, key: str) -> None:
        self.actions[why] += 1
        self.page.keyboard.press(key)

    def fill(self, why: str, field: str, value: str) -> None:
        self.actions[why] += 1
        self.page.locator(field).evaluate(
            "(each) => each.closest('details:not([open])')?.setAttribute('open', '')"
        )
        box = self.page.locator(field)
        if box.evaluate("(each) => each.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
            box.dispatch_event("change")

    def click(self, why: str, what: str) -> None:
        self.actions[why] += 1
        self.page.locator(what).click()

    def cards(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate(STATE)
        return found

    def open(self, card: dict[str, Any]) -> None:
        """Come to a card. Free where deciding has opened it, which is always the next one."""
        current = self.page.locator(".card.current")
        if current.get_attribute("data-number") != card["number"]:
            self.click("coming to a card", f"#card-{card['number']} .line")
        self.page.locator(f"#card-{card['number']}").focus()

    # An article, from the paste to what is entered.

    def enter(self, text: str, key: dict[str, Any]) -> int:
        """Enter what the key wants; how many statements were."""
        self.page.goto(f"{self.site}/admin/desk/")
        self.fill("the article", "#id_text", text)
        self.fill("the article", "#id_date_edtf", key["published"])
        self.fill("the article", "#id_title", text.strip().splitlines()[0][:150])
        self.click("the article", "button:text-is('Find its statements')")
        self.page.wait_for_selector("#desk.scripted")
        wanted = [each for each in key["statements"] if not each["unsure"]]
        self.mark_missing(wanted)
        self.decide(wanted)
        self.finish()
        return len(wanted)

    def mark_missing(self, wanted: Sequence[dict[str, Any]]) -> None:
        """A card for each passage that none has."""
        for statement in wanted:
            for passage in statement["passages"]:
                if any(has(card["words"], passage) for card in self.cards()):
                    continue
                self.actions["words that no card has"] += 2  # selected, and the key m
                self.page.locator("#own-words").evaluate(
                    "(box, words) => { box.value = words; }", passage
                )
                with self.page.expect_navigation():
                    self.page.locator("button[value=own]").click()
                self.page.wait_for_selector("#desk.scripted")

    def decide(self, wanted: Sequence[dict[str, Any]]) -> None:
        leads: dict[int, str] = {}
        if any(self.page.locator("button[value=sure]").all()):
            with self.page.expect_navigation():
                self.click("deciding", "button[value=sure]")
            self.page.wait_for_selector("#desk.scripted")
        for card in self.cards():
            now = next((each for each in self.cards() if each["number"] == card["number"]), card)
            which = statement_of(now, wanted)
            if which is None:
                if now["decision"] != "reject":
                    self.open(now)
                    self.key("rejecting", "r")
                continue
            statement = wanted[which]
            wrong = mended_words(now["words"], statement["passages"])
            for place, words in wrong.items():
                self.open(now)
                self.fill("mending words", f"#c{now['number']}-w{place}", words)
            if which in leads:
                if now["belongs"] != leads[which]:
                    self.open(now)
                    self.fill("joining", f"#c{now['number']}-belongs", leads[which])
            else:
                leads[which] = now["number"]
                if now["belongs"]:
                    self.open(now)
                    self.key("splitting off", "g")
                self.mend(now, statement)
            if now["decision"] != "accept":
                self.open(now)
                self.key("deciding", "a")

    def mend(self, card: dict[str, Any], statement: dict[str, Any]) -> None:
        """Who says it, for whom, with whom, and when."""
        who, body = statement["speaker"], statement["organisation"]
        collective = statement["holder"] == "organisation"
        speakers = [who, *statement["also"], *([body] if collective else [])]
        if not same_as(named(card["speaker"]), speakers):
            person = not collective or fold(who) != fold(body)
            self.choose(card, "speaker", who, person=person and statement["holder"] != "collective")
        behalf = named(card["behalf"])
        right = same_as(behalf, [body]) if body else not behalf
        right = right or (not collective and not behalf)
        right = right or (collective and not behalf and same_as(self.now(card, "speaker"), [body]))
        if not right and body:
            self.choose(card, "behalf", body, person=False)
        elif not right:
            self.open(card)
            self.click("for whom", f"#c{card['number']}-behalf input[value='']")
        others = [
            each
            for each in statement["also"]
            if not same_as(card["others"], [each]) and each.lower() not in card["others"].lower()
        ]
        if others:
            self.open(card)
            self.fill(
                "others who say it", f"#c{card['number']}-others", "\n".join(statement["also"])
            )
        if statement["date"] and edtf(card["day"]) != statement["date"]:
            self.open(card)
            self.fill("the date", f"#c{card['number']}-date", statement["date"])

    def now(self, card: dict[str, Any], party: str) -> str:
        return next(named(each[party]) for each in self.cards() if each["number"] == card["number"])

    def choose(self, card: dict[str, Any], name: str, who: str, *, person: bool) -> None:
        why = "who says it" if name == "speaker" else "for whom"
        self.open(card)
        at, party = f"#c{card['number']}-{name}", card[name]
        for value, label in party["offered"]:
            if value not in ("", "new", "other") and same_as(label, [who]):
                return self.click(why, f"{at} input[value='{value}']")
        self.click(why, f"{at} input[value=new]")
        if not same_as(party["name"], [who]):
            self.fill(why, f"{at}-name", who)
        wanted = StakeholderKind.PERSON.value
        if person != (party["kind"] == wanted):
            kind = wanted if person else StakeholderKind.ADVOCACY.value
            self.fill(why, f"{at}-kind", kind)
        return None

    def finish(self) -> None:
        """Enter; what is refused is looked at again, and entered so."""
        for _ in range(4):
            with self.page.expect_navigation():
                self.key("entering", "Control+Enter")
            refused = self.page.locator("#refused, #stale")
            if not refused.count():
                return
            for told in self.page.locator("#refused li").all_inner_texts():
                sys.stderr.write(f"refused: {told}\n")
            self.page.wait_for_selector("#desk.scripted")
            self.repair()
        raise SystemExit("The article could not be entered.")

    def repair(self) -> None:
        """Take who is offered only now, where a new name is that of somebody known."""
        for card in self.cards():
            for name in ("speaker", "behalf"):
                party = card[name]
                offered = [
                    value for value, _ in party["offered"] if value not in ("", "new", "other")
                ]
                if card["decision"] == "accept" and party["choice"] == "new" and offered:
                    self.open(card)
                    self.click(
                        "refused at first",
                        f"#c{card['number']}-{name} input[value='{offered[-1]}']",
                    )


def main(folder: str, many: int = 3) -> None:
    """Enter the longest, count, print."""
    texts = sorted(
        Path(folder).glob("*.txt"), key=lambda each: -len(each.read_text("utf8").split())
    )
    with tempfile.TemporaryDirectory() as directory:
        url = f"sqlite:///{Path(directory) / 'measured.sqlite3'}"
        manage(url, "migrate")
        manage(url, "load_articles")
        manage(
            url,
            "createsuperuser",
            "--noinput",
            f"--username={NAME}",
            "--email=",
            DJANGO_SUPERUSER_PASSWORD=PASSWORD,
        )
        with serving(url, Path(directory) / "log") as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            editor = Editor(page, f"http://127.0.0.1:{site.port}")
            page.goto(f"{editor.site}/admin/")
            page.fill("#id_username", NAME)
            page.fill("#id_password", PASSWORD)
            page.click("[type=submit]")
            entered, total = 0, Counter[str]()
            for text in texts[:many]:
                key = json.loads(text.with_suffix(".json").read_text("utf8"))
                editor.actions.clear()
                n = editor.enter(text.read_text("utf8"), key)
                _print(text.stem, n, editor.actions)
                entered, total = entered + n, total + editor.actions
            _print("in all", entered, total)
            browser.close()


def _print(name: str, entered: int, actions: Counter[str]) -> None:
    each = actions.total() / entered
    sys.stdout.write(f"{name}: {entered} statements, {actions.total()} actions, {each:.2f} each\n")
    for why, n in actions.most_common():
        sys.stdout.write(f"  {n:4d}  {why}\n")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
