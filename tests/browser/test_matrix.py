"""The matrix in a browser: by keyboard alone, and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import tabbed_to

pytestmark = pytest.mark.drawn


def test_a_reader_finds_the_words_behind_a_cell_by_keyboard_alone(site: str, watched: Page) -> None:
    watched.goto(f"{site}/positions/")
    watched.keyboard.press("Tab")  # the way past the masthead
    watched.keyboard.press("Enter")
    tabbed_to(watched, watched.get_by_role("link", name="Previous change"))
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"\?as_of=2019-02-07$"))

    expect(watched.locator("#day-before")).to_be_focused()  # ready for the next step

    tabbed_to(watched, watched.get_by_role("checkbox", name="Filter"))
    watched.keyboard.press("Space")
    tabbed_to(watched, watched.locator("summary", has_text="Kind of organisation"))
    watched.keyboard.press("Enter")
    tabbed_to(watched, watched.get_by_role("checkbox", name="Company"))
    watched.keyboard.press("Space")
    expect(watched).to_have_url(re.compile(r"organisation_kind=company&as_of=2019-02-07$"))
    expect(watched.get_by_role("heading", name="2 organisations")).to_be_visible()
    watched.go_back()
    expect(watched).to_have_url(re.compile(r"\?as_of=2019-02-07$"))
    tabbed_to(watched, watched.locator(".matrix").get_by_role("link", name="Amazon", exact=True))
    watched.keyboard.press("ArrowRight")
    cell = watched.locator("td.cell a:focus")
    expect(cell).to_contain_text("opposes")
    watched.keyboard.press("Enter")
    behind = watched.get_by_role("region", name="Amazon: Sales to government should end")
    expect(behind).to_contain_text("New technology should not be banned or condemned")
    expect(behind.get_by_role("heading", level=3)).to_be_focused()
    # Still the same page; its address opens the cell again.
    expect(watched).to_have_url(re.compile(r"\?as_of=2019-02-07#amazon\.end-government-sales$"))
    watched.reload()
    expect(behind.get_by_role("heading", level=3)).to_be_focused()

    watched.keyboard.press("Escape")
    expect(behind).to_have_count(0)
    expect(watched).to_have_url(re.compile(r"\?as_of=2019-02-07$"))
    expect(cell).to_contain_text("opposes")
    watched.keyboard.press("ArrowDown")
    expect(watched.locator("td.cell a:focus")).to_contain_text("strongly supports")
    watched.keyboard.press("ArrowUp")
    watched.keyboard.press("ArrowUp")
    expect(watched.locator("thead a:focus")).to_have_text("Sales to government should end")


def test_headings_stay_in_view_and_a_second_cell_takes_the_place_of_the_first(
    site: str, watched: Page
) -> None:
    watched.goto(f"{site}/positions/")
    grid = watched.locator(".grid")
    grid.evaluate("element => element.scrollTo(300, 300)")
    box = grid.bounding_box()
    corner = watched.locator(".matrix thead th").first.bounding_box()
    assert box is not None
    assert corner is not None
    assert abs(corner["x"] - box["x"]) < 2
    assert abs(corner["y"] - box["y"]) < 2
    grid.evaluate("element => element.scrollTo(0, 0)")
    cells = watched.locator("tr", has=watched.get_by_role("link", name="Amazon", exact=True))
    cells.first.locator(".cell a").nth(0).click()
    expect(watched.locator(".evidence .behind")).to_have_count(1)
    cells.first.locator(".cell a").nth(1).click()
    expect(watched.locator(".evidence h3")).to_have_text("Amazon: National legislation is needed")
    expect(watched.locator(".cell a[aria-expanded=true]")).to_have_count(1)
    watched.get_by_role("button", name="Close").click()
    expect(watched.locator(".evidence .behind")).to_have_count(0)


def test_on_a_phone_it_is_one_list_per_proposition(site: str, watched: Page) -> None:
    watched.set_viewport_size({"width": 375, "height": 800})
    watched.goto(f"{site}/positions/?as_of=2018-06-18")
    expect(watched.locator(".matrix")).to_be_hidden()
    column = watched.get_by_role(
        "region", name="Amazon should stop selling Rekognition to law enforcement and government."
    )
    expect(column.locator("li").first).to_contain_text("asked, no reply")
    column.get_by_role("link", name=re.compile("asked, no reply")).click()
    expect(column).to_contain_text("Amazon does not at once answer VentureBeat's request")


def test_on_a_phone_the_filter_says_if_it_is_open_and_closes_once_something_is_chosen(
    site: str, watched: Page
) -> None:
    watched.set_viewport_size({"width": 375, "height": 800})
    watched.goto(f"{site}/statements/")
    button = watched.locator("#show-filters")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    watched.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    watched.get_by_role("checkbox", name="Amazon", exact=True).check()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(watched.locator("#results")).to_be_focused()
