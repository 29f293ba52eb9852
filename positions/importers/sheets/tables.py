"""Files ↔ tables of texts: CSV and XLSX, read row by row (pure)."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException

from positions.importers.sheets.cells import as_text, escape, illegible, unescape
from positions.importers.sheets.sheet import REFUSED, HeaderError, Line, Sheet

LONGEST_CELL = 1_000_000  # characters
LONGEST_IN_WORKBOOK = 32_767  # what a cell of a workbook can hold
UNPACKED = 300_000_000  # bytes that a workbook may be once it is unpacked
MOST_ROWS_IN_WORKBOOK = 1_048_576
SEPARATORS = (",", ";", "\t")


class TableError(ValueError):
    """A file that cannot be read as a table, or a table that cannot be written as that file."""


def lines(sheet: Sheet, path: Path) -> Iterator[Line]:
    """The rows of a file below its first one; those with no cell filled are passed over.

    Raises TableError for what is no such file, and for a first row that is not the sheet's.
    """
    rows = read(path)
    try:
        header = sheet.read_header(next(rows, []))
    except HeaderError as error:
        raise TableError(str(error)) from error
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
            if header[place] not in REFUSED:
                cells[header[place]] = text
        if cells:
            yield Line(number, cells)


def read(path: Path) -> Iterator[list[str]]:
    """All rows of a CSV or XLSX file, by its ending. Memory does not grow with the rows."""
    match path.suffix.lower():
        case ".csv":
            yield from _read_csv(path)
        case ".xlsx":
            yield from _read_workbook(path)
        case other:
            raise TableError(
                f"“{other or path.name}” is neither .csv nor .xlsx. Save it as either."
            )


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
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, row in enumerate(
        (header, *rows) if isinstance(rows, list) else _chain(header, rows)
    ):
        if number >= MOST_ROWS_IN_WORKBOOK:
            raise TableError("These are more rows than a workbook can hold. Export them as CSV.")
        sheet.append([_as_cell(sheet, text, number + 1) for text in row])
    workbook.save(file)


def _chain(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield header
    yield from rows


def _as_cell(sheet: Any, text: str, row: int) -> Any:
    if not text:
        return None
    if len(text) > LONGEST_IN_WORKBOOK:
        raise TableError(
            f"Row {row} has a text of {len(text)} characters; a cell of a workbook holds "
            f"{LONGEST_IN_WORKBOOK}. Export as CSV."
        )
    try:
        cell = WriteOnlyCell(sheet, text)
    except IllegalCharacterError as error:
        raise TableError(
            f"Row {row} has a control character, which a workbook cannot hold. Export as CSV."
        ) from error
    cell.data_type = "s"  # a text, also where it begins as a formula does
    cell.number_format = "@"  # and a text it stays when it is edited
    cell.quotePrefix = True
    return cell


def _read_csv(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            first = file.readline()
            file.seek(0)
            separator = max(SEPARATORS, key=first.count)
            for row in csv.reader(file, delimiter=separator, strict=True):
                yield [unescape(cell) for cell in row]
        except UnicodeDecodeError as error:
            raise TableError(
                f"The file is not in UTF-8: byte {error.start} of a part of it is none. Save it as "
                "“CSV UTF-8”."
            ) from error
        except csv.Error as error:
            raise TableError(f"The file is not readable as CSV: {error}. Save it anew.") from error


def _read_workbook(path: Path) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > UNPACKED:
                raise TableError("The workbook is too large once it is unpacked. Save it as CSV.")
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = workbook.worksheets[0]
            sheet.reset_dimensions()  # some programs write wrong ones
            for row in sheet.iter_rows():
                yield [as_text(cell.value, cell.number_format or "") for cell in row]
        finally:
            workbook.close()
    except (
        *(zipfile.BadZipFile, InvalidFileException, ParseError),
        *(KeyError, IndexError, ValueError, EOFError, OSError),
    ) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("The file is not readable as an XLSX workbook. Save it anew.") from error
