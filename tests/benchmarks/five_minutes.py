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

from playwright.sync_api import sync_playwright

from positions.choices import StakeholderKind
from positions.naming import fold
from tests.benchmarks.counted_desk import CountedDesk
from tests.benchmarks.held_to_key import (
    edtf,
    has,
    mended_words,
    named,
    same_as,
    statement_of,
)
from tests.served import manage, serving

CHROMIUM = "/usr/bin/chromium"
NAME, PASSWORD = "an-editor", "an example pass phrase"


class Editor(CountedDesk):
    """Who enters an article as its key says."""

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
        """A card for each statement that has none."""
        for statement in wanted:
            found = [
                has(card["words"], each) for each in statement["passages"] for card in self.cards()
            ]
            if not any(found):
                self.mark(statement["passages"][0])

    def mark(self, passage: str, part: str = "") -> None:
        """Select words in the article and press m; or w, which adds them to the open card."""
        self.actions["words that no card has"] += 2
        for name, value in (("words", passage), ("part", part)):
            self.page.locator(f"#own-{name}").evaluate(
                "(box, value) => { box.value = value; }", value
            )
        with self.page.expect_navigation():
            self.page.locator("button[value=own]").click()
        self.page.wait_for_selector("#desk.scripted")

    def decide(self, wanted: Sequence[dict[str, Any]]) -> None:
        """Mend and accept what is wanted; reject what was accepted as sure, and is not."""
        leads: dict[int, str] = {}
        if any(self.page.locator("button[value=sure]").all()):
            with self.page.expect_navigation():
                self.click("deciding", "button[value=sure]")
            self.page.wait_for_selector("#desk.scripted")
        for number in [each["number"] for each in self.cards()]:
            cards = self.cards()
            place = next(n for n, each in enumerate(cards) if each["number"] == number)
            card = cards[place]
            which = statement_of(card, wanted)
            if which is None:
                if card["decision"] == "accept":
                    self.open(card)
                    self.key("rejecting", "r")
                continue
            for box, words in mended_words(card["words"], wanted[which]["passages"]).items():
                self.open(card)
                self.fill("mending words", f"#c{number}-w{box}", words)
            if which in leads:
                self.join(card, cards[place - 1], leads[which])
            else:
                leads[which] = number
                self.lead(card, wanted[which])
            if self.now(card)["decision"] != "accept":
                self.open(card)
                self.key("deciding", "a")

    def lead(self, card: dict[str, Any], statement: dict[str, Any]) -> None:
        """The first card of a statement: by itself, with who says it, when, and all its words."""
        if card["belongs"]:
            self.open(card)
            self.key("splitting off", "g")
            card = self.now(card)
        self.mend(card, statement)
        for passage in statement["passages"]:
            if not any(has(each["words"], passage) for each in self.cards()):
                self.open(card)
                self.mark(passage, card["number"])

    def join(self, card: dict[str, Any], before: dict[str, Any], lead: str) -> None:
        """A further card of a statement."""
        if card["belongs"] == lead:
            return
        self.open(card)
        if not card["belongs"] and lead in (before["number"], before["belongs"]):
            self.key("joining", "g")
        else:
            self.fill("joining", f"#c{card['number']}-belongs", lead)

    def mend(self, card: dict[str, Any], statement: dict[str, Any]) -> None:
        """Who says it, for whom, with whom, and when."""
        who, body = statement["speaker"], statement["organisation"]
        collective = statement["holder"] == "organisation"
        speakers = [who, *statement["also"], *([body] if collective else [])]
        if not same_as(named(card["speaker"]), speakers) and self.same(card, speakers, body):
            card = self.now(card)
        elif not same_as(named(card["speaker"]), speakers):
            if collective and fold(body) == fold(card["speaker"]["name"]):
                who = body  # as right as whoever spoke for it, and one click takes it
            person = not collective or fold(who) != fold(body)
            self.choose(card, "speaker", who, person=person and statement["holder"] != "collective")
        behalf = named(card["behalf"])
        right = same_as(behalf, [body]) if body else not behalf
        right = right or (not collective and not behalf)
        right = right or (
            collective and not behalf and same_as(named(self.now(card)["speaker"]), [body])
        )
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

    def same(self, card: dict[str, Any], speakers: Sequence[str], body: str) -> bool:
        """Take over who says it from a card before, by d once or twice, where one says it right."""
        if any(same_as(label, speakers) for _, label in card["speaker"]["offered"][:-2]):
            return False  # one click takes whoever is offered
        cards = self.cards()
        before = cards[: [each["number"] for each in cards].index(card["number"])]
        said = [
            (named(each["speaker"]), named(each["behalf"]))
            for each in reversed(before)
            if each["decision"] != "reject" and not each["belongs"] and each["speaker"]["choice"]
        ]
        for times, (speaker, behalf) in enumerate(dict.fromkeys(said), start=1):
            if (
                times <= 2
                and same_as(speaker, speakers)
                and (not behalf or same_as(behalf, [body]))
            ):
                self.open(card)
                for _ in range(times):
                    self.key("who says it", "d")
                return True
        return False

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
                self.key("entering", "Control+Shift+Enter")
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
            page.set_default_timeout(120_000)
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
