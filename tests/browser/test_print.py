"""What a page says on paper: words, their places, and nothing that only a screen can do."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page) -> str:
    """The text of the PDF that the browser makes of a page, blanks made one."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


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


def test_where_a_statement_stands_is_printed_beside_its_words(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/cbc-letter/")
    assert "Open the source (https://thehill.com/policy/technology/428983-" in printed(watched)


def test_what_only_a_screen_can_do_is_not_printed(site: str, watched: Page) -> None:
    watched.goto(f"{site}/statements/cbc-letter/")
    watched.get_by_role("button", name="Copy citation").wait_for()
    told = printed(watched)
    assert "How to cite it" in told
    for furniture in ("Copy citation", "BibTeX", "CSL-JSON", "Copy link", "Embed"):
        assert furniture not in told
