"""The columns are documented as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.importers.sheets import SHEETS, Sheet
from positions.importers.sheets.described import described

DOCUMENT = Path(__file__).parents[3] / "docs" / "importing.md"


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_the_columns_are_documented_as_they_are(sheet: Sheet) -> None:
    assert described(sheet) in DOCUMENT.read_text(encoding="utf-8"), (
        "Run manage.py import_statements --columns and put it at the end of docs/importing.md"
    )


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_no_column_stands_twice(sheet: Sheet) -> None:
    assert len(set(sheet.header)) == len(sheet.header)
