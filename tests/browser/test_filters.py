"""A reader's way through the filters of a list, by keyboard alone, without a reload."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.drawn


def test_filters_answer_in_place_and_their_numbers_hold(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/")
    watched.evaluate("window.stillHere = true")
    told, tally = watched.locator("#told"), watched.locator("#tally")

    # A choice: its number is what it gives, the address follows, focus and folding stay.
    fold = watched.locator("summary", has_text="Stance")
    fold.focus()
    watched.keyboard.press("Enter")
    opposes = watched.get_by_label("opposes", exact=True)
    number = watched.locator("#total-stance-opposes").inner_text().split()[0]
    while not opposes.evaluate("box => box === document.activeElement"):
        watched.keyboard.press("Tab")
    watched.keyboard.press("Space")
    expect(watched).to_have_url(re.compile(r"/statements/\?stance=opposes$"))
    expect(tally).to_have_text(f"{number} found")
    expect(told).to_have_text(f"{number} found")
    expect(watched).to_have_title(re.compile("^Statements, opposes"))
    expect(opposes).to_be_focused()
    expect(opposes).to_be_checked()

    # A name typed as people know it, sent by Enter.
    watched.get_by_label("Organisation", exact=True).focus()
    number = watched.locator("#total-organisation-aclu").inner_text().split()[0]
    watched.keyboard.type("ACLU")
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu&stance=opposes$"))
    expect(tally).to_have_text(f"{number} found")
    expect(watched.get_by_label("Organisation", exact=True)).to_be_focused()
    expect(watched.get_by_label("Organisation", exact=True)).to_have_value("")

    # The chip of the stance is taken off; Back puts it on again.
    chip = watched.get_by_role("link", name=re.compile("Remove filter Stance"))
    chip.focus()
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu$"))
    expect(opposes).not_to_be_checked()
    expect(opposes).to_be_visible()
    expect(watched.locator("#results")).to_be_focused()
    assert watched.evaluate("window.stillHere")
    watched.go_back()
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu&stance=opposes$"))
    expect(opposes).to_be_checked()
    expect(tally).to_have_text(f"{number} found")


def test_what_is_not_understood_leaves_no_numbers_of_another_choice(site: str, page: Page) -> None:
    page.goto(f"{site}/statements/?stance=opposes")
    numbers, active = page.locator("#filter-fields .total"), page.locator("#filters-active")
    expect(numbers).not_to_have_count(0)
    from_day = page.get_by_label("From", exact=True)
    from_day.fill("2018-02-30")
    from_day.press("Enter")
    expect(page.locator("#told")).to_have_text("These filters cannot be understood")
    expect(numbers).to_have_count(0)
    expect(active).to_have_text("")
    expect(from_day).to_have_value("2018-02-30")
    expect(page.get_by_label("opposes", exact=True)).to_be_checked()

    from_day.fill("2018-02")
    from_day.press("Enter")
    expect(page).to_have_url(re.compile(r"\?stance=opposes&from=2018-02$"))
    expect(numbers).not_to_have_count(0)
    expect(active).to_have_text("(2)")
