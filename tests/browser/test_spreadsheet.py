"""An editor's journey with a spreadsheet: out, changed, shown, in, and on the public page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from positions.models import Statement
from tests.browser.accessibility import faults
from tests.browser.accounts import log_in

pytestmark = pytest.mark.drawn

LIST = "/admin/positions/statement/"
SLUG = "aclu-on-guidelines"
SUMMARY = "=An example summary, typed into a cell."


def exported(page: Page, site: str, directory: Path) -> Path:
    """The one statement, as a workbook, by the list's search."""
    page.goto(f"{site}{LIST}?q=Neema+Singh+Guliani")
    page.get_by_role("link", name="Export", exact=True).click()
    with page.expect_download() as told:
        page.get_by_role("button", name="Export as XLSX").click()
    path = directory / "statements.xlsx"
    told.value.save_as(path)
    return path


def changed(path: Path, column: str, text: str) -> None:
    """Type a text into a column of the first row of the statement."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == SLUG)
    cell = row[header.index(column)]
    cell.value = text
    cell.data_type = "s"
    workbook.save(path)


def shown(page: Page, site: str, path: Path) -> None:
    page.goto(f"{site}{LIST}")
    page.get_by_role("link", name="Import", exact=True).click()
    page.get_by_label("File").set_input_files(path)
    page.get_by_label("Note to readers").fill("The summary was put right.")
    page.get_by_role("button", name="Show what it does").click()


def test_a_cell_changed_in_a_spreadsheet_reaches_readers_once_it_was_seen(
    site: str, watched: Page, editors: None, tmp_path: Path, settings: Any
) -> None:
    settings.IMPORTS_DIR = tmp_path / "imports"
    log_in(watched, site, "first-editor")
    path = exported(watched, site, tmp_path)
    assert faults(watched) == []

    changed(path, "kind", "leter")
    shown(watched, site, path)
    wrong = watched.get_by_role("row", name="kind").first
    expect(wrong).to_contain_text("“leter” is none of its values. Write one of letter")
    expect(watched.get_by_role("button", name="Load this")).to_have_count(0)
    assert faults(watched) == []

    changed(path, "kind", "press_statement")
    changed(path, "summary", SUMMARY)
    shown(watched, site, path)
    expect(watched.get_by_role("heading", name="What the file does")).to_be_visible()
    expect(watched.locator(".events ins")).to_have_text(SUMMARY)
    before = Statement.objects.get(slug=SLUG).summary
    assert before != SUMMARY
    expect(watched.locator(".events del")).to_have_text(before or "—")
    assert faults(watched) == []

    watched.get_by_role("button", name="Load this").click()
    expect(watched.locator(".messagelist .success")).to_contain_text(
        "Loaded. Statements: 1 changed"
    )
    watched.goto(f"{site}/statements/{SLUG}/")
    expect(watched.get_by_text(SUMMARY)).to_be_visible()
    assert Statement.objects.get(slug=SLUG).history.first().history_user.username == "first-editor"
