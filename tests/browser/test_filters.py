"""A reader's way through the filters of a list, by keyboard alone, without a reload."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


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
