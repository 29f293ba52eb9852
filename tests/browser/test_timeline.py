"""The timeline and stance through time by keyboard alone, through a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import tabbed_to

pytestmark = pytest.mark.drawn


def test_a_reader_walks_along_the_marks_opens_one_and_zooms(site: str, watched: Page) -> None:
    watched.goto(f"{site}/timeline/?proposition=end-government-sales")
    marks = watched.locator("a.mark")
    expect(marks.first).to_be_visible()
    assert marks.count() == watched.locator("tbody tr").count() > 5

    tabbed_to(watched, marks.nth(0))
    watched.keyboard.press("Tab")
    focused = watched.locator("a.mark:focus")
    # The halo is drawn elsewhere and used here: whether its ring reaches it, pixels tell.
    ringed, second = focused.screenshot(), marks.nth(1)
    second.evaluate("each => each.blur()")
    assert second.screenshot() != ringed
    second.focus()
    assert second.screenshot() == ringed
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


def test_a_reader_goes_from_a_step_to_who_stood_where_then(site: str, watched: Page) -> None:
    watched.goto(f"{site}/propositions/end-government-sales/")
    charts = watched.get_by_role("group", name=re.compile("How many held"))
    expect(charts).to_have_count(3)  # one for each stance that anybody held
    watched.get_by_text("The steps as a table").click()
    steps = watched.get_by_role("region", name="Steps, newest first").locator("tbody tr")
    oldest = steps.last
    expect(oldest).to_contain_text("18 June 2018")
    held = sum(int(number) for number in oldest.locator(".stances b").all_text_contents())
    tabbed_to(watched, oldest.get_by_role("link", name="18 June 2018", exact=True))
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"as_of=2018-06-18$"))
    expect(watched.get_by_role("heading", name=f"{held} found")).to_be_visible()
