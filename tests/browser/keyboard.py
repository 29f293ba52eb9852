"""Ways through a page by the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

MOST_PRESSES = 80


def tabbed_to(page: Page, wanted: Locator) -> None:
    """Press Tab until that has the focus."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("It is not reached by Tab.")
