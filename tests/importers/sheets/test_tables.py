"""Tables: what is written is read again, and what is no table is refused in words."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from positions.importers.sheets import SHEETS, TableError, tables

HEADER = ["one", "two", "three"]
# What a workbook can hold: no control characters, and nothing that XML has not.
in_workbooks = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t='\",;"),
    max_size=40,
)
in_files = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


def in_csv(rows: list[list[str]]) -> bytes:
    return "".join(tables.as_csv(HEADER, rows)).encode()


def in_workbook(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    tables.write_workbook(file, "example", HEADER, rows)
    return file.getvalue()


@given(st.lists(st.lists(in_files, min_size=3, max_size=3), max_size=5))
def test_csv_comes_back_to_the_letter(rows: list[list[str]]) -> None:
    assert list(tables.read_cells(io.BytesIO(in_csv(rows)), ".csv")) == [HEADER, *rows]


@given(st.lists(st.tuples(st.just("."), in_workbooks, st.just(".")).map(list), max_size=5))
def test_a_workbook_comes_back_to_the_letter(rows: list[list[str]]) -> None:
    assert list(tables.read_cells(io.BytesIO(in_workbook(rows)), ".xlsx")) == [HEADER, *rows]


def test_cells_of_a_workbook_are_texts_and_stay_so() -> None:
    sheet = load_workbook(io.BytesIO(in_workbook([["=1+1", "2018-05", ""]]))).worksheets[0]
    formula, month, empty = list(sheet.iter_rows())[1]
    assert (formula.value, formula.data_type, formula.number_format) == ("=1+1", "s", "@")
    assert (month.value, month.quotePrefix) == ("2018-05", True)
    assert empty.value is None


def test_what_a_workbook_cannot_hold_is_said() -> None:
    with pytest.raises(TableError, match="Row 2") as refused:
        in_workbook([["x" * 32_768]])
    assert "holds 32767. Export as CSV" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["\x07", "a\x01\x1fb", "\uffff", "_x0007_", "_x005F_x0007_", "_x_"]
)
def test_a_workbook_holds_what_xml_does_not_and_gives_it_back(text: str) -> None:
    content = in_workbook([[text, "b", "c"]])
    assert list(tables.read_cells(io.BytesIO(content), ".xlsx")) == [HEADER, [text, "b", "c"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_seen_in_the_first_row(separator: str) -> None:
    content = f"slug{separator}name\na{separator}A, B".encode()
    if separator == ",":
        content = b'slug,name\na,"A, B"'
    (line,) = tables.as_lines(SHEETS["topics"], tables.read_cells(io.BytesIO(content), ".csv"))
    assert line.cells == {"slug": "a", "name": "A, B"}


def test_a_table_of_which_only_the_first_row_was_read_may_be_closed() -> None:
    file = io.BytesIO(b"colour\r\nred\r\n")
    rows = tables.read_cells(file, ".csv")
    assert next(rows) == ["colour"]
    file.close()
    rows.close()  # type: ignore[attr-defined]  # as Python does with one that nobody reads on
    assert list(rows) == []


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "topics.csv"
    path.write_text('\ufeffSlug, NAME \na,"one\ntwo"\n\n,\nb,B\n')
    lines = list(tables.lines(SHEETS["topics"], path))
    assert [(line.number, line.cells["slug"]) for line in lines] == [(2, "a"), (5, "b")]


def test_a_workbook_that_unpacks_to_an_enormous_one_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", " " * 1001)
    with pytest.raises(TableError, match="too large once it is unpacked"):
        list(tables.read_cells(file, ".xlsx", unpacked=1000))


@given(st.binary(max_size=200), st.booleans())
def test_whatever_bytes_there_are_no_other_error_comes_of_them(
    content: bytes, packed: bool
) -> None:
    file = io.BytesIO(b"PK\x03\x04" + content if packed else content)
    for ending in (".csv", ".xlsx"):
        file.seek(0)
        with contextlib.suppress(TableError):
            list(tables.read_cells(file, ending))


@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_workbook_with_a_byte_changed_is_read_or_refused(place: int, byte: int) -> None:
    content = bytearray(in_workbook([["a", "b", "c"]]))
    content[place % len(content)] = byte
    with contextlib.suppress(TableError):
        list(tables.read_cells(io.BytesIO(bytes(content)), ".xlsx"))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "topics.ods"
    path.touch()
    with pytest.raises(TableError, match=r"neither \.csv nor \.xlsx"):
        list(tables.lines(SHEETS["topics"], path))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_csv_in_another_encoding_is_refused_with_the_cure(encoding: str) -> None:
    content = "slug,name\na,“A”\n".encode(encoding)
    with pytest.raises(TableError, match=r"UTF-(16|8).*Save it as “CSV UTF-8”"):
        list(tables.read_cells(io.BytesIO(content), ".csv"))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_an_empty_file_is_said_to_be_empty(ending: str) -> None:
    with pytest.raises(TableError, match="The file is empty"):
        list(tables.read_cells(io.BytesIO(b""), ending))


def picture() -> bytes:
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(96)) for y in range(96))
    parts = [
        (b"IHDR", bytes((0, 0, 0, 96, 0, 0, 0, 96, 8, 0, 0, 0, 0))),
        (b"IDAT", zlib.compress(rows)),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in parts
    )


@pytest.mark.parametrize(
    "content",
    [
        picture(),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        b"{\\rtf1\\ansi slug,name}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"\x7fELF\x02\x01\x01" + bytes(57) + b"\x48\x89\xe5",
        bytes(range(256)) * 20,
        bytes(200),
    ],
    ids=["picture", "pdf", "rtf", "old office file", "program", "every byte", "zeros"],
)
def test_what_is_no_text_is_said_to_be_no_csv(content: bytes) -> None:
    with pytest.raises(TableError, match="is no CSV file"):
        list(tables.read_cells(io.BytesIO(content), ".csv"))


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("slug,name,Slug", "The column “slug” stands there twice"),
        ("slug,nmae", "“nmae” is no column of topics. Is it name?"),
    ],
)
def test_a_column_that_is_unknown_or_there_twice_is_refused(header: str, said: str) -> None:
    with pytest.raises(TableError, match=re.escape(said)):
        list(
            tables.as_lines(
                SHEETS["topics"], tables.read_cells(io.BytesIO(header.encode()), ".csv")
            )
        )
