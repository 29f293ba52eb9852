"""An XLSX workbook → rows of texts: what would be read otherwise than it is seen is refused (pure).

Refused, each by its address: cells with an error, formulas without a stored result, cells that are
merged, rows that are hidden, and content on more than one worksheet.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import IO, Any
from xml.etree.ElementTree import ParseError, XMLParser

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from positions.importers.sheets.cells import as_text, from_xml
from positions.importers.sheets.sheet import Kept, TableError

MOST_COLUMNS = 256  # no sheet has a quarter as many; a hostile one can have thousands, all empty
MOST_NAMED = 10  # of the cells that are wrong, so many are named
CHUNK = 1_000_000  # bytes
# A number is shown as it is stored where its cell has one of these formats.
PLAIN = {"", "general", "0", "@", "#"}
NOT_READABLE = "It is not readable as an XLSX workbook. Save it anew."


def rows(file: IO[bytes], unpacked: int) -> Iterator[list[str]]:
    """All rows of the one worksheet that has any; raises TableError.

    ``unpacked`` bytes are the most that the workbook may be once it is unpacked. A text that a
    spreadsheet keeps as a date, a number or a yes is given as ``Kept``, with its address.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(each.file_size for each in packed.infolist()) > unpacked:
                raise TableError("The workbook is too large once it is unpacked. Save it as CSV.")
            workbook = load_workbook(file, read_only=True, data_only=True)
            try:
                yield from _rows(_the_one(packed, workbook.worksheets))
            finally:
                workbook.close()
    except (
        *(zipfile.BadZipFile, InvalidFileException, ParseError, NotImplementedError),
        *(KeyError, IndexError, AttributeError, TypeError, EOFError, zlib.error),
    ) as error:
        raise TableError(NOT_READABLE) from error
    except ValueError as error:
        if isinstance(error, TableError):
            raise
        raise TableError(NOT_READABLE) from error


def _rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # some programs write wrong ones
    wrong: list[str] = []
    for row in sheet.iter_rows(max_col=MOST_COLUMNS):
        texts = [_read(cell, wrong) if cell.value is not None else "" for cell in row]
        if len(wrong) >= MOST_NAMED:
            break
        while texts and not texts[-1]:
            texts.pop()
        yield texts
    if wrong:
        raise TableError(
            f"{'; '.join(wrong[:MOST_NAMED])}. Put there what is meant, as text, or empty the cell."
        )


def _read(cell: Any, wrong: list[str]) -> str:
    """The text of a cell that is not empty; ``wrong`` is told of one that has none."""
    number_format = cell.number_format or ""
    if cell.data_type == "e":
        wrong.append(f"Cell {cell.coordinate} holds the error {cell.value}")
        return ""
    if isinstance(cell.value, time | timedelta):
        wrong.append(f"Cell {cell.coordinate} holds a time of day, no text")
        return ""
    text = from_xml(as_text(cell.value, number_format))
    match cell.value:
        case str():
            return text
        case bool():
            return Kept(text, cell.coordinate, "true or false")
        case date():
            return Kept(text, cell.coordinate, "a date")
    plain = number_format.lower() in PLAIN
    return Kept(
        text, cell.coordinate, "a number" if plain else f"a number shown by {number_format}"
    )


def _the_one(packed: zipfile.ZipFile, sheets: Sequence[Any]) -> Any:
    """The worksheet with content; the first where none has any. Raises TableError."""
    if not sheets:
        raise TableError("The workbook has no worksheet. Save it anew.")
    seen = [(sheet, _look_at(packed, sheet)) for sheet in sheets]
    filled = [(sheet, looked) for sheet, looked in seen if looked.has_content]
    if len(filled) > 1:
        titles = ", ".join(
            f"“{sheet.title}”{'' if sheet.sheet_state == 'visible' else ' (hidden)'}"
            for sheet, _ in filled
        )
        raise TableError(
            f"There is content on {len(filled)} worksheets: {titles}. Only one is read. "
            "Save the one that is meant in a workbook of its own."
        )
    for sheet, looked in filled:
        looked.refuse()
        return sheet
    return sheets[0]


@dataclass(slots=True)
class _Look:
    """What the XML of a worksheet says and its values do not show: the target of a parser."""

    has_content: bool = False
    merged: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    unstored: list[str] = field(default_factory=list)
    _row: dict[str, str] = field(default_factory=dict)
    _cell: dict[str, str] = field(default_factory=dict)
    _inside: set[str] = field(default_factory=set)
    _value: bool = False

    def start(self, tag: str, given: dict[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "row":
                self._row = given
            case "c":
                self._cell, self._value = given, False
                self._inside.clear()
            case "mergeCell":
                self.merged.append(given.get("ref", "?"))
            case name:
                self._inside.add(name)

    def data(self, text: str) -> None:
        self._value = self._value or bool(text)

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] != "c":
            if tag.rpartition("}")[2] == "f":
                self._value = False  # the formula was its text
            return
        if not self._inside & {"v", "is", "f"}:
            return
        self.has_content = True
        row = self._row.get("r", "?")
        if self._row.get("hidden") in {"1", "true"} and self.hidden[-1:] != [row]:
            self.hidden.append(row)
        stored = self._value or self._cell.get("t") == "str"
        if "f" in self._inside and not stored:
            self.unstored.append(self._cell.get("r", f"in row {row}"))

    def close(self) -> None:
        """Nothing is left to be done."""

    def refuse(self) -> None:
        """Raise TableError for what would be read otherwise than it is seen."""
        if self.unstored:
            raise TableError(
                f"No result is stored of the formula in {_named(self.unstored)}. Open and save the "
                "file in a spreadsheet program, or put the values there."
            )
        if self.merged:
            raise TableError(
                f"The cells {_named(self.merged)} are merged: but the first of them hold nothing. "
                "Unmerge them, and fill each that is meant."
            )
        if self.hidden:
            raise TableError(
                f"Hidden, though filled: row {_named(self.hidden)}. Show these rows, or take "
                "them out."
            )


def _look_at(packed: zipfile.ZipFile, sheet: Any) -> _Look:
    look = _Look()
    parser = XMLParser(target=look)  # noqa: S314 - expat bounds how far entities expand
    with packed.open(sheet._worksheet_path) as xml:  # noqa: SLF001 - openpyxl tells it nowhere else
        while chunk := xml.read(CHUNK):
            parser.feed(chunk)
    parser.close()
    return look


def _named(several: Sequence[str]) -> str:
    more = f" and {len(several) - MOST_NAMED} more" if len(several) > MOST_NAMED else ""
    return f"{', '.join(several[:MOST_NAMED])}{more}"
