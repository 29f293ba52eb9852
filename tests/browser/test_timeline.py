"""The timeline by keyboard alone, through a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

MOST_PRESSES = 80


def tabbed_to(page: Page, wanted: Locator) -> None:
    """Press Tab until that has the focus."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("It is not reached by Tab.")


def test_a_reader_walks_along_the_marks_opens_one_and_zooms(site: str, watched: Page) -> None:
    watched.goto(f"{site}/timeline/?proposition=end-government-sales")
    marks = watched.locator("a.mark")
    expect(marks.first).to_be_visible()
    assert marks.count() == watched.locator("tbody tr").count() > 5

    tabbed_to(watched, marks.nth(0))
    watched.keyboard.press("Tab")
    focused = watched.locator("a.mark:focus")
    ring = focused.locator(".halo").evaluate("each => getComputedStyle(each).strokeWidth")
    assert ring == "3px"
    name = focused.locator("title").text_content() or ""
    assert re.search(r" 201[89]\. (Opposes|Supports|Strongly|Mixed|Asked)", name)
    expect(watched.get_by_role("link", name=name)).to_be_focused()
    watched.keyboard.press("Enter")
    expect(watched.get_by_role("heading", level=1)).to_have_text(name.rpartition(". ")[2])

    watched.go_back()
    tabbed_to(watched, watched.get_by_role("link", name="Zoom to January 2019"))
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"&from=2019-01&until=2019-01$"))
    expect(watched.get_by_role("heading", name="January 2019")).to_be_visible()
    assert marks.count() == watched.locator("tbody tr").count() == 2
    watched.get_by_role("link", name="As a list").click()
    expect(watched.get_by_role("heading", name="found")).to_be_visible()
