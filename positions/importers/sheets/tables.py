"""Files ↔ tables of texts: CSV and XLSX, read row by row (pure)."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from positions.importers.sheets import workbook
from positions.importers.sheets.cells import escape, illegible, to_xml, unescape
from positions.importers.sheets.sheet import REFUSED, HeaderError, Kept, Line, Sheet, TableError

LONGEST_CELL = 1_000_000  # characters
LONGEST_IN_WORKBOOK = 32_767  # what a cell of a workbook can hold
UNPACKED = 300_000_000  # bytes that a workbook may be once it is unpacked
MOST_ROWS_IN_WORKBOOK = 1_048_576
LOOKED_AT = 4096  # bytes from which an encoding is guessed
SEPARATORS = (",", ";", "\t")
EMPTY = "The file is empty. Choose one that has rows."
NO_CSV = (
    "It is no CSV file, though its name ends in .csv: it holds what no text does. Choose the table "
    "itself, saved as “CSV UTF-8” or as a workbook (.xlsx)."
)
# How PDF, RTF and old Office files begin, and the bytes that are in no text of any encoding.
_NO_TABLES = (b"%PDF-", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
_MANY_CONTROLS = 0.1  # of all bytes: a few are a slip, which is told with its place


def lines(sheet: Sheet, path: Path) -> Iterator[Line]:
    """The rows of a file, by its ending: see ``as_lines``. Memory does not grow with the rows."""
    with path.open("rb") as file:
        yield from as_lines(sheet, read_cells(file, path.suffix))


def as_lines(sheet: Sheet, rows: Iterator[list[str]]) -> Iterator[Line]:
    """The rows below the first one; those with no cell filled are passed over.

    Raises TableError for a first row that is not the sheet's, and for what no cell can hold.
    """
    try:
        header = sheet.read_header(next(rows, []))
    except HeaderError as error:
        raise TableError(str(error)) from error
    columns = {column.name: column for column in sheet.all_columns()}
    for number, row in enumerate(rows, start=2):
        cells = {}
        for place, text in enumerate(row):
            if not text.strip():
                continue
            if place >= len(header) or not header[place]:
                raise TableError(
                    f"Row {number} has “{text[:40]}” in a column without a name. "
                    "Name the column in the first row, or empty the cell."
                )
            if (character := illegible(text)) is not None:
                raise TableError(
                    f"Row {number}, column {header[place]}: it contains the character "
                    f"U+{ord(character):04X}, which no text can hold. Take it out."
                )
            if isinstance(text, Kept) and (misfit := text.misfit(columns.get(header[place]))):
                raise TableError(f"Cell {text.address}, column {header[place]}: {misfit}")
            if header[place] not in REFUSED:
                cells[header[place]] = text
        if cells:
            yield Line(number, cells)


def read_cells(file: IO[bytes], ending: str, unpacked: int = UNPACKED) -> Iterator[list[str]]:
    """All rows of a CSV or XLSX file, the first one too; raises TableError.

    ``unpacked`` bytes are the most that a workbook may be once it is unpacked.
    """
    file.seek(0)
    if ending.lower() in {".csv", ".xlsx"} and not file.read(1):
        raise TableError(EMPTY)
    file.seek(0)
    match ending.lower():
        case ".csv":
            yield from _read_csv(file)
        case ".xlsx":
            yield from workbook.rows(file, unpacked)
        case _:
            raise TableError(f"“{ending}” is neither .csv nor .xlsx. Save it as one of them.")


def _is_utf16(start: bytes) -> bool:
    """Whether it is marked as such, or has its zeros at every other byte alone, and many."""
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    one_side = not start[::2].count(0) or not start[1::2].count(0)
    return marked or (one_side and start.count(0) > len(start) / 4)


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as CSV or XLSX, by the ending of the path."""
    if path.suffix.lower() == ".xlsx":
        with path.open("wb") as file:
            write_workbook(file, path.stem, header, rows)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            for text in as_csv(header, rows):
                file.write(text)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A CSV file in pieces: with a byte order mark, for Excel, and with formulas made harmless."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    writer.writerow(header)
    for row in rows:
        writer.writerow([escape(text) for text in row])
        if buffer.tell() > 60_000:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def write_workbook(
    file: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write a workbook whose cells are all texts, so that no program changes a date or runs one.

    Raises TableError for what a workbook cannot hold.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    try:
        for number, row in enumerate(chain([header], rows), start=1):
            if number > MOST_ROWS_IN_WORKBOOK:
                raise TableError("These are more rows than a workbook can hold. Export as CSV.")
            sheet.append([_as_cell(sheet, text, number) for text in row])
    except Exception:
        book.save(io.BytesIO())  # else openpyxl leaves its temporary file open
        raise
    book.save(file)


def _as_cell(sheet: Any, text: str, row: int) -> Any:
    if not text:
        return None
    text = to_xml(text)
    if len(text) > LONGEST_IN_WORKBOOK:
        raise TableError(
            f"Row {row} has a text of {len(text)} characters; a cell of a workbook holds "
            f"{LONGEST_IN_WORKBOOK}. Export as CSV."
        )
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # a text, also where it begins as a formula does
    cell.number_format = "@"  # and a text it stays when it is edited
    cell.quotePrefix = True
    return cell


def _read_csv(file: IO[bytes]) -> Iterator[list[str]]:
    if file.read(2) == b"PK":
        raise TableError("It is a workbook, though its name ends in .csv. Name it .xlsx.")
    file.seek(0)
    start = file.read(LOOKED_AT)
    file.seek(0)
    if _is_utf16(start):
        raise TableError("It is in UTF-16. Save it as “CSV UTF-8”.")
    n_controls = len(start) - len(start.translate(None, _CONTROLS))
    if start.startswith(_NO_TABLES) or n_controls > _MANY_CONTROLS * len(start):
        raise TableError(NO_CSV)
    csv.field_size_limit(LONGEST_CELL)
    texts = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        first = texts.readline()
        texts.seek(0)
        separator = max(SEPARATORS, key=first.count)
        for row in csv.reader(texts, delimiter=separator, strict=True):
            yield [unescape(cell) for cell in row]
    except UnicodeDecodeError as error:
        if n_controls:
            raise TableError(NO_CSV) from error
        byte = error.object[error.start]
        raise TableError(
            f"It is not in UTF-8 (byte {byte:02X}), but perhaps in Windows-1252, the encoding of "
            "a plain “CSV”. Save it as “CSV UTF-8”."
        ) from error
    except csv.Error as error:
        raise TableError(f"It is not readable as CSV: {error}. Save it anew.") from error
    finally:
        if not file.closed:  # whoever refuses the columns reads no further, and closes it
            texts.detach()
