"""What axe finds wrong with a page, and contrast once for each way in which text is drawn.

Measuring contrast takes most of axe's time. Text of the same elements and classes, all the way up
to the page, is drawn alike, so one of each is measured: see ``Look``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

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
# Given the ways that were measured before; gives those measured now, and what axe finds. To read
# sheets that import others axe would write styles into the page, which the policy blocks; only a
# rule on turning the screen reads them.
RUN = """
async (before) => {
  const states = ["type", "role", "disabled", "open", "hidden", "aria-current", "aria-selected",
    "aria-pressed", "aria-invalid", "aria-expanded", "data-theme"];
  const way = (element) => {
    const parts = [];
    for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
      const state = states.filter((name) => each.hasAttribute(name))
        .map((name) => `${name}=${each.getAttribute(name)}`);
      const stripe = each.matches("tr:nth-child(even)") ? "even" : "";
      parts.push([each.tagName, ...each.classList, ...state, stripe].join("."));
    }
    return parts.join("<");
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
  const rules = { "color-contrast": { enabled: false } };
  const found = (await axe.run({ ...options, rules })).violations;
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
    """How pages look in one width and scheme: the ways of drawing text that were measured."""

    measured: list[str] = field(default_factory=list)

    def faults(self, page: Page) -> list[str]:
        """What is wrong with the page as it is drawn now, a line each: rule and element.

        Of text, what is drawn in a way that was not measured yet.
        """
        page.evaluate(SCRIPT)
        found: dict[str, Any] = page.evaluate(RUN, self.measured)
        self.measured += found["measured"]
        return [
            f"{rule}: {html}"
            for rule, html in found["faults"]
            if not any(rule == known and part in html for known, part in NO_FAULT)
        ]


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it is drawn now, all of its text included."""
    return Look().faults(page)
