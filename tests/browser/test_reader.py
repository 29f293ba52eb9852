"""A reader's journeys, through a real browser."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, expect


def test_a_reader_follows_words_to_their_source_and_takes_the_list_away(
    site: str, watched: Page
) -> None:
    watched.goto(site)
    watched.get_by_role("navigation", name="Site").get_by_role("link", name="Statements").click()
    watched.get_by_label("Organisation", exact=True).fill("aclu")
    watched.locator("summary", has_text="Stance").click()
    watched.get_by_label("opposes", exact=True).check()
    watched.get_by_role("button", name="Show").click()
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu&stance=opposes$"))
    expect(watched.get_by_role("heading", name="1 found")).to_be_visible()

    with watched.expect_download() as downloading:
        watched.get_by_role("link", name="CSV").click()
    table = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["slug"] for row in rows] == ["aclu-on-guidelines"]

    watched.get_by_role(
        "link", name="The ACLU's Neema Singh Guliani on Amazon's guidelines"
    ).click()
    misprint = watched.get_by_text("does nothing to the reduce the inevitability of law")
    expect(misprint).to_be_visible()
    words = watched.get_by_role("link", name="Open at these words").first
    target = words.get_attribute("href") or ""
    assert target.startswith("https://thehill.com/policy/technology/428983-")
    assert "Amazon says that face" in unquote(target.partition("#:~:text=")[2])


def test_conditions_are_taken_off_one_by_one(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/?organisation=aclu&stance=opposes&kind=letter")
    expect(watched.get_by_role("heading", name="Nothing")).to_be_visible()
    watched.locator(".chips").get_by_role("link", name=re.compile("Letter")).click()
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu&stance=opposes$"))


def test_everything_works_without_a_script(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/statements/")
    page.get_by_label("Organisation", exact=True).fill("ACLU")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("American Civil Liberties Union").first).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(r"\d+ found"))).to_be_visible()
    context.close()


def test_the_keyboard_reaches_the_content_at_once(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/aclu-on-guidelines/")
    watched.keyboard.press("Tab")
    expect(watched.get_by_role("link", name="Skip to the content")).to_be_focused()
    watched.keyboard.press("Enter")
    expect(watched.locator("main")).to_be_focused()


def test_names_are_suggested_as_they_are_typed(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/")
    with watched.expect_response(re.compile(r"/organisations\.json\?q=north")):
        watched.get_by_label("Organisation", exact=True).press_sequentially("north")
    option = watched.locator("#filter-organisation-list option")
    expect(option).to_have_attribute("value", "northwest-coalition")


def test_positions_are_read_as_of_a_day(site: str, watched: Page) -> None:
    watched.goto(f"{site}/positions/list/?organisation=aclu&proposition=confidence-threshold")
    expect(watched.get_by_role("heading", name="1 found")).to_be_visible()
    watched.goto(
        f"{site}/positions/list/?organisation=aclu&proposition=confidence-threshold&as_of=2019-02-06"
    )
    expect(watched.get_by_role("heading", name="Nothing")).to_be_visible()


def test_cells_of_a_row_end_on_one_line_and_a_date_begins_one(site: str, watched: Page) -> None:
    watched.goto(f"{site}/organisations/amazon/")
    ends = watched.locator(".roll tbody tr").evaluate_all(
        """rows => rows.filter((row) => row.checkVisibility()).map((row) => new Set(
          [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().bottom))).size)"""
    )
    assert set(ends) == {1}
    watched.goto(f"{site}/positions/")
    apart = watched.locator(".cell .note > .time").evaluate_all(
        """dates => dates.map((date) => Math.round(date.getBoundingClientRect().left
          - date.parentElement.getBoundingClientRect().left))"""
    )
    assert set(apart) == {0}
