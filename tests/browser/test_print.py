"""What a page says on paper: words, their places, and nothing that only a screen can do."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pypdf import PdfReader


def sheets(page: Page, paper: str = "A4") -> list[tuple[str, bool]]:
    """Of each sheet of a page's PDF, its text, and whether it lies across."""
    made = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    return [
        (" ".join(each.extract_text().split()), each.mediabox.width > each.mediabox.height)
        for each in made.pages
    ]


def printed(page: Page) -> str:
    """The text of the PDF that the browser makes of a page, blanks made one."""
    return " ".join(text for text, _ in sheets(page))


@pytest.mark.parametrize("path", ["/statements/cbc-letter/", "/sources/the-hill-2019-02-07/"])
def test_links_to_sources_are_printed_with_the_address_of_the_document(
    site: str, watched: Page, path: str
) -> None:
    watched.goto(f"{site}{path}")
    told = printed(watched)
    assert "https://thehill.com/policy/technology/428983-" in told
    assert "(https" not in told.replace(" (https", "")
    for only_on_screen in (":~:", "Open at these words"):
        assert only_on_screen not in told


def test_a_search_and_a_click_lead_from_the_front_page_to_printed_words_and_their_place(
    site: str, watched: Page
) -> None:
    watched.goto(site)
    watched.get_by_role("combobox").last.fill("who is troubled for immigrants?")
    watched.keyboard.press("Enter")
    watched.get_by_role("link", name="Letter of the Congressional Black Caucus").click()
    expect(watched.get_by_role("heading", level=1)).to_contain_text("Letter of the Congressional")
    told = printed(watched)
    assert "“We are troubled by the profound negative unintended consequences" in told
    assert "Cedric L. Richmond for CBC to Amazon, Jeff Bezos" in told
    assert "Open the source (https://thehill.com/policy/technology/428983-" in told
    assert f"{site}/statements/cbc-letter/" in told


def test_what_only_a_screen_can_do_is_not_printed(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/cbc-letter/")
    watched.get_by_role("button", name="Copy citation").wait_for()
    told = printed(watched)
    assert "How to cite it" in told
    for furniture in ("Copy", "BibTeX", "CSL-JSON", "Embed", "Report an error"):
        assert furniture not in told


def test_a_page_keeps_together_on_paper_what_belongs_together(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/amazon-guidelines/")  # the longest of the articles
    assert len(sheets(watched)) == len(sheets(watched, "Letter")) == 2
    watched.goto(f"{site}/timeline/")
    chart, table, *_ = [text for text, _ in sheets(watched)]
    assert "Washington County Sheriff's Office" in chart.replace("’", "'")
    assert "2011" in chart.partition("Amazon")[0]  # the axis, above the first lanes
    assert table.startswith("The same as a table Who When")  # no heading without its rows
    watched.goto(f"{site}/positions/")
    told = sheets(watched)
    assert all(lies_across for _, lies_across in told)
    assert "More government sales should wait" in told[0][0]
    assert f"{site}/positions/?as_of=2" in told[-1][0].replace(" ", "")


@pytest.mark.django_db
def test_a_chart_that_is_higher_than_a_sheet_goes_on_with_its_axis(
    site: str, watched: Page
) -> None:
    call_command("load_articles", since=True, verbosity=0)
    watched.goto(f"{site}/timeline/")
    told = [text for text, _ in sheets(watched)]
    lanes = watched.locator(".chart .name").all_text_contents()
    assert len(lanes) == 28
    axis = "2011 2012 2013"
    last_part = next(text for text in told if lanes[-1] in text)
    assert "asked, no reply no stance taken not known to the day" in last_part  # what marks mean
    assert axis in told[0].partition(lanes[0])[0]
    assert sum(text.count(axis) for text in told) == 2  # of the last lanes, too
    assert axis in last_part.partition(lanes[-1])[0]
    assert "34 statements in 28 lanes" in told[0]
