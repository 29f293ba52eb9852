"""Workbooks: what a cell shows and what the file holds are the same, or its address is named."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import Any

import pytest
from openpyxl import Workbook

from positions.importers.sheets import SHEETS, TableError, tables
from positions.importers.sheets.sheet import Line

# A workbook knows no time zones.
moment = partial(datetime, tzinfo=None)
HEADER = ["slug", "title", "date", "words", "words_order", "disputed"]
Fill = Callable[[Any], object]


def saved(fill: Fill, *xml: str) -> io.BytesIO:
    """A workbook with the header and a row; ``xml`` is a pattern in its worksheet, and what for."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEADER)
    sheet.append(["a-letter", "A letter"])
    fill(sheet)
    file = io.BytesIO()
    book.save(file)
    if not xml:
        return file
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as packed, zipfile.ZipFile(changed, "w") as anew:
        for name in packed.namelist():
            text = packed.read(name).decode()
            if name.endswith("sheet1.xml"):
                text, found = re.subn(xml[0], xml[1], text)
                assert found
            anew.writestr(name, text)
    return changed


def read(file: io.BytesIO) -> list[Line]:
    return list(tables.as_lines(SHEETS["statements"], tables.read_cells(file, ".xlsx")))


def put(address: str, value: Any, number_format: str = "") -> Fill:
    def fill(sheet: Any) -> None:
        sheet[address] = value
        if number_format:
            sheet[address].number_format = number_format

    return fill


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        (put("D2", "#N/A"), "Cell D2 holds the error #N/A"),
        (put("B2", "#REF!"), "Cell B2 holds the error #REF!"),
        (put("C2", "=TODAY()"), "No result is stored of the formula in C2"),
        (put("D2", moment(2018, 5, 1), "mmm-yy"), "Cell D2, column words: the file holds a date"),
        (put("B2", moment(2018, 5, 1)), "Cell B2, column title: the file holds a date"),
        (put("A2", moment(2018, 5, 1)), "Cell A2, column slug: the file holds a date"),
        (put("D2", True), "Cell D2, column words: the file holds true or false (“true”)"),
        (put("D2", 0.5, "0%"), "Cell D2, column words: the file holds a number shown by 0%"),
        (put("D2", 1000, "#,##0"), "a number shown by #,##0 (“1000”)"),
        (put("D2", time(10, 10)), "Cell D2 holds a time of day"),
        (
            put("C2", 43245),
            "Cell C2, column date: “43245” is a number, as which spreadsheets count",
        ),
        (lambda sheet: sheet.merge_cells("A2:A4"), "The cells A2:A4 are merged"),
    ],
)
def test_a_cell_that_is_not_what_it_shows_is_named_by_its_address(fill: Fill, said: str) -> None:
    with pytest.raises(TableError, match=re.escape(said)):
        read(saved(fill))


def test_all_errors_are_named_at_once_up_to_ten() -> None:
    def fill(sheet: Any) -> None:
        for row in range(2, 40):
            sheet[f"D{row}"] = "#VALUE!"

    with pytest.raises(TableError) as refused:
        read(saved(fill))
    assert str(refused.value).count("#VALUE!") == 10


@pytest.mark.parametrize(
    ("fill", "column", "text"),
    [
        (put("C2", moment(2018, 5, 24)), "date", "2018-05-24"),
        (put("C2", moment(2018, 5, 1), "mmm-yy"), "date", "2018-05"),
        (put("C2", moment(2018, 5, 24, 13), "yyyy-mm-dd"), "date", "2018-05-24"),
        (put("C2", 2018), "date", "2018"),
        (put("E2", 2), "words_order", "2"),
        (put("E2", 2, "0.00"), "words_order", "2"),
        (put("F2", True), "disputed", "true"),
        (put("B2", 2018), "title", "2018"),
        (put("B2", 0.1 + 0.2), "title", "0.3"),
        (put("B2", "007"), "title", "007"),
        (put("B2", "No"), "title", "No"),
        (put("B2", "12:30"), "title", "12:30"),
    ],
)
def test_a_cell_that_is_what_it_shows_is_read(fill: Fill, column: str, text: str) -> None:
    (line,) = read(saved(fill))
    assert line.cells[column] == text


@pytest.mark.parametrize("stored", ["2018-05-24", ""])
def test_the_stored_result_of_a_formula_is_read(stored: str) -> None:
    anew = f'<c r="C2" t="str"><f>TODAY()</f><v>{stored}</v></c>'
    (line,) = read(saved(put("C2", "=TODAY()"), '<c r="C2".*?</c>', anew))
    assert line.cells.get("date", "") == stored


def test_content_on_two_worksheets_is_refused_by_their_titles() -> None:
    def fill(sheet: Any) -> None:
        sheet.parent.create_sheet("Empty")
        further = sheet.parent.create_sheet("More letters")
        further["B7"] = "Lost"
        further.sheet_state = "hidden"

    with pytest.raises(TableError, match=r"2 worksheets: “Sheet”, “More letters” \(hidden\)"):
        read(saved(fill))


def test_the_only_worksheet_with_content_is_read_wherever_it_stands() -> None:
    (line,) = read(saved(lambda sheet: sheet.parent.create_sheet("Empty", 0)))
    assert line.cells["slug"] == "a-letter"


def test_a_hidden_row_is_refused_unless_it_is_empty() -> None:
    def hide(sheet: Any) -> None:
        sheet["A3"] = "another-letter"
        for row in (3, 4):
            sheet.row_dimensions[row].hidden = True

    with pytest.raises(TableError, match="Hidden, though filled: row 3"):
        read(saved(hide))
    assert read(saved(lambda sheet: setattr(sheet.row_dimensions[4], "hidden", True)))


def test_a_line_break_of_excel_is_a_line_break() -> None:
    (line,) = read(saved(put("D2", "One_x000D_\ntwo")))
    assert line.cells["words"] == "One\ntwo"
