"""What axe finds wrong with a page, and contrast once for each way in which text is drawn.

Measuring contrast is dear. Text of one colour, size and weight on the same backgrounds has the same
contrast, wherever it stands, so one of each is measured: see ``Look``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT = Axe().axe_script
# What axe finds in Django's markup that is no fault: its rule, what is in the element, and why.
NO_FAULT = (
    # Its label is a picture with the words “Search”; this rule reads only written labels.
    ("label-title-only", 'id="searchbar"'),
    # What a box offers is drawn at the end of the page, outside the landmarks; the focus is in it.
    ("region", "select2-container--open"),
)
# Targets are measured too, of which axe is silent unless it is asked: WCAG 2.2, 2.5.8.
WITHOUT_CONTRAST = {
    "rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
}
# What may differ where the same page is drawn in another width: the rest is of its elements alone.
OF_THE_WIDTH = (
    "scrollable-region-focusable",
    "link-in-text-block",
    "region",
    "heading-order",
    "target-size",
)
NAMES = ("label", "button-name", "link-name", "select-name", "duplicate-id-aria")
# Colours that change by and by, as Django's do where the scheme changes, are at their end.
SETTLE = """
for (const each of document.getAnimations()) {
  if (each.effect.getComputedTiming().endTime !== Infinity) each.finish();
}
"""
# Given the ways that were measured before and which rules to ask; gives those measured now, and
# what axe finds. To read sheets that import others axe would write styles into the page, which the
# policy blocks; only a rule on turning the screen reads them.
RUN = """
async ([before, rules]) => {
  const grounds = new Map();
  // What may be seen behind an element: its own background, and what is further out until one is
  // opaque. What is placed over other things is told by its class.
  const ground = (element) => {
    if (element === null) return "";
    if (!grounds.has(element)) {
      const style = getComputedStyle(element);
      const placed = style.position !== "static";
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, placed ? [element.tagName, ...element.classList].join(".") : ""];
      const opaque = style.backgroundColor.startsWith("rgb(") && style.backgroundImage === "none";
      const ends = opaque && style.opacity === "1" && !placed;
      grounds.set(element, own.join("|") + (ends ? "" : `<${ground(element.parentElement)}`));
    }
    return grounds.get(element);
  };
  const way = (element) => {
    const style = getComputedStyle(element);
    return [style.color, style.fontSize, style.fontWeight, style.textShadow, ground(element)]
      .join(";");
  };
  const written = (element) => element.matches("input, select, textarea, button") ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const known = new Set(before), measured = [], chosen = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!written(element) || !element.checkVisibility()) continue;
    const its = way(element);
    if (known.has(its)) continue;
    known.add(its);
    measured.push(its);
    chosen.push(element);
  }
  const options = { preload: false, resultTypes: ["violations"] };
  // What sticks to an edge of the window covers, until one scrolls, half of a target or the whole.
  const sticky = [...document.querySelectorAll("body *")].filter(
    (element) => getComputedStyle(element).position === "sticky");
  for (const element of sticky) element.style.position = "static";
  const found = (await axe.run({ ...options, ...rules })).violations;
  for (const element of sticky) element.style.position = "";
  if (chosen.length) {
    const contrast = { ...options, runOnly: ["color-contrast"] };
    found.push(...(await axe.run({ include: chosen }, contrast)).violations);
  }
  const faults = found.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]));
  return { measured, faults };
}
"""


@dataclass(slots=True)
class Look:
    """How pages look in a scheme and at widths, and the ways of drawing text that were measured.

    A page that was looked at before, since it was loaded, is asked anew only for what follows from
    the width.
    """

    scheme: Literal["light", "dark"] = "light"
    widths: Sequence[int] = ()  # pixels; the page is asked for faults at the last
    again: bool = False  # whether each page has just been looked at in another way
    measured: list[str] = field(default_factory=list)

    def faults(self, page: Page) -> list[str]:
        """What is wrong with the page as it is drawn now, a line each: rule and element.

        Of text, what is drawn in a way that was not measured yet.
        """
        if page.evaluate("typeof axe === 'undefined'"):
            page.evaluate(SCRIPT)
        rules = {"runOnly": [*OF_THE_WIDTH, *NAMES]} if self.again else WITHOUT_CONTRAST
        found: dict[str, Any] = page.evaluate(RUN, [self.measured, rules])
        self.measured += found["measured"]
        return [
            f"{rule}: {html}"
            for rule, html in found["faults"]
            if not any(rule == known and part in html for known, part in NO_FAULT)
        ]

    def show(self, page: Page, width: int) -> None:
        """Draw the page, or what is loaded next, in this scheme and a window of this width."""
        page.emulate_media(color_scheme=self.scheme)
        page.set_viewport_size({"width": width, "height": 800})

    def trouble(self, page: Page) -> list[str]:
        """The page's faults when it is looked at in this way, and widths that it does not fit."""
        told = []
        for width in self.widths:
            self.show(page, width)
            drawn = int(page.evaluate("document.documentElement.scrollWidth"))
            if drawn > width:
                told.append(f"it is {drawn} pixels wide in a window of {width}")
        page.evaluate(SETTLE)
        return [f"{self.scheme}, {self.widths[-1]}: {each}" for each in told + self.faults(page)]


def looked_at(page: Page, addresses: Iterable[str]) -> dict[str, list[str]]:
    """What is wrong with each of these pages, wide and light, and narrow and dark.

    Each is loaded once: what differs then is its style alone, and what it may load is the same.
    """
    looks = (Look("light", [1280]), Look("dark", [320, 375], again=True))
    found: dict[str, list[str]] = {}
    for address in addresses:
        looks[0].show(page, looks[0].widths[0])
        page.goto(address)
        trouble = [told for look in looks for told in look.trouble(page)]
        trouble += page.evaluate("window.policyViolations")
        if trouble:
            found[address] = trouble
    return found


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it is drawn now, all of its text included."""
    return Look().faults(page)
