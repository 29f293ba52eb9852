"""Files ↔ tables of texts: CSV and XLSX, read row by row (pure)."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
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
MOST_COLUMNS = 256  # no sheet has a quarter as many; a hostile one can have thousands, all empty
MOST_ROWS_IN_WORKBOOK = 1_048_576
NONCHARACTERS = ("\ufffe", "\uffff")  # no XML file can have them
SEPARATORS = (",", ";", "\t")


class TableError(ValueError):
    """A file that cannot be read as a table, or a table that cannot be written as that file."""


def lines(sheet: Sheet, path: Path) -> Iterator[Line]:
    """The rows of a file, by its ending: see ``as_lines``. Memory does not grow with the rows."""
    with path.open("rb") as file:
        yield from as_lines(sheet, read(file, path.suffix))


def as_lines(sheet: Sheet, rows: Iterator[list[str]]) -> Iterator[Line]:
    """The rows below the first one; those with no cell filled are passed over.

    Raises TableError for a first row that is not the sheet's, and for what no cell can hold.
    """
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


def read(file: IO[bytes], ending: str, unpacked: int = UNPACKED) -> Iterator[list[str]]:
    """All rows of a CSV or XLSX file, the first one too; raises TableError.

    ``unpacked`` bytes are the most that a workbook may be once it is unpacked.
    """
    match ending.lower():
        case ".csv":
            yield from _read_csv(file)
        case ".xlsx":
            yield from _read_workbook(file, unpacked)
        case _:
            raise TableError(f"“{ending}” is neither .csv nor .xlsx. Save it as one of them.")


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
    try:
        for number, row in enumerate(chain([header], rows), start=1):
            if number > MOST_ROWS_IN_WORKBOOK:
                raise TableError("These are more rows than a workbook can hold. Export as CSV.")
            sheet.append([_as_cell(sheet, text, number) for text in row])
    except Exception:
        workbook.save(io.BytesIO())  # else openpyxl leaves its temporary file open
        raise
    workbook.save(file)


def _as_cell(sheet: Any, text: str, row: int) -> Any:
    if not text:
        return None
    if len(text) > LONGEST_IN_WORKBOOK:
        raise TableError(
            f"Row {row} has a text of {len(text)} characters; a cell of a workbook holds "
            f"{LONGEST_IN_WORKBOOK}. Export as CSV."
        )
    try:
        if any(character in text for character in NONCHARACTERS):
            raise IllegalCharacterError
        cell = WriteOnlyCell(sheet, text)
    except IllegalCharacterError as error:
        raise TableError(
            f"Row {row} has a control character, which a workbook cannot hold. Export as CSV."
        ) from error
    cell.data_type = "s"  # a text, also where it begins as a formula does
    cell.number_format = "@"  # and a text it stays when it is edited
    cell.quotePrefix = True
    return cell


def _read_csv(file: IO[bytes]) -> Iterator[list[str]]:
    if file.read(2) == b"PK":
        raise TableError("It is a workbook, though its name ends in .csv. Name it .xlsx.")
    file.seek(0)
    csv.field_size_limit(LONGEST_CELL)
    texts = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        first = texts.readline()
        texts.seek(0)
        separator = max(SEPARATORS, key=first.count)
        for row in csv.reader(texts, delimiter=separator, strict=True):
            yield [unescape(cell) for cell in row]
    except UnicodeDecodeError as error:
        raise TableError("It is not in UTF-8. Save it as “CSV UTF-8”.") from error
    except csv.Error as error:
        raise TableError(f"It is not readable as CSV: {error}. Save it anew.") from error
    finally:
        texts.detach()


def _read_workbook(file: IO[bytes], unpacked: int) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(each.file_size for each in packed.infolist()) > unpacked:
                raise TableError("The workbook is too large once it is unpacked. Save it as CSV.")
        workbook = load_workbook(file, read_only=True, data_only=True)
        try:
            sheet = workbook.worksheets[0]
            sheet.reset_dimensions()  # some programs write wrong ones
            for row in sheet.iter_rows(max_col=MOST_COLUMNS):
                texts = [as_text(cell.value, cell.number_format or "") for cell in row]
                while texts and not texts[-1]:
                    texts.pop()
                yield texts
        finally:
            workbook.close()
    except (
        *(zipfile.BadZipFile, InvalidFileException, ParseError, NotImplementedError),
        *(KeyError, IndexError, AttributeError, TypeError, EOFError, zlib.error),
    ) as error:
        raise TableError("It is not readable as an XLSX workbook. Save it anew.") from error
    except ValueError as error:
        if isinstance(error, TableError):
            raise
        raise TableError("It is not readable as an XLSX workbook. Save it anew.") from error
