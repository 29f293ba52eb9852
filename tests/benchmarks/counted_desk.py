"""The desk in a browser, with the actions of its editor counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

from playwright.sync_api import Page

# Opens the fold that a field is in, if it is shut.
OPENED = """(each) => {
  const fold = each.closest("details:not([open])");
  fold?.setAttribute("open", "");
  return Boolean(fold);
}"""
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


class CountedDesk:
    """The desk in a browser, of whose editor the actions are counted by what they are for."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.actions: Counter[str] = Counter()

    def key(self, why: str, key: str) -> None:
        self.actions[why] += 1
        self.page.keyboard.press(key)

    def fill(self, why: str, field: str, value: str) -> None:
        self.actions[why] += 1
        box = self.page.locator(field)
        if box.evaluate(OPENED):
            self.actions[why] += 1  # the fold that it was in
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

    def now(self, card: dict[str, Any]) -> dict[str, Any]:
        return next(each for each in self.cards() if each["number"] == card["number"])
