"""Cells: values as text and back, so that no spreadsheet runs one as a formula (pure)."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from positions.dates.printed import MONTHS

# A spreadsheet runs a cell that starts so as a formula; an apostrophe before it makes it a text.
# Another is added where apostrophes stand there already, so that taking one off gives what was.
_FORMULA = re.compile(r"\A'*+[=+\-@\t\r\n＝＋－＠]")
# What the format of a cell shows as it is written.
_IN_WORDS = re.compile(r'"[^"]*+"|\[[^][]*+\]|\\.')
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WRITTEN_OUT = re.compile("_x([0-9A-Fa-f]{4})_")
# What no database or file format of ours can hold.
_ILLEGIBLE = re.compile("[\x00\ud800-\udfff]")


def escape(text: str) -> str:
    """The text as a CSV cell that no spreadsheet runs; ``unescape`` gives it back exactly."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescape(cell: str) -> str:
    """The text of a CSV cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def to_xml(text: str) -> str:
    """The text as a cell of a workbook, which is XML; ``from_xml`` gives it back exactly.

    What XML cannot have is written as _x0007_, as the format says, and what looks so is told apart.
    Source: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring).
    """
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def from_xml(cell: str) -> str:
    """The text of a cell of a workbook."""
    return _WRITTEN_OUT.sub(lambda found: chr(int(found[1], 16)), cell)


def illegible(text: str) -> str | None:
    """The first character that can be neither stored nor written, or None."""
    found = _ILLEGIBLE.search(text)
    return found[0] if found else None


def as_text(value: Any, number_format: str = "") -> str:
    """What a cell of a workbook says, no more exactly than it is shown.

    A spreadsheet turns “2018-05”, typed into a cell, into the first day of that month and shows
    it as a month: the format of the cell then has no day in it. Out of “18 June” it makes that day
    of the present year, and shows no year: then the words are taken, and not the year.
    """
    match value:
        case None:
            return ""
        case bool():
            return written(value)
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return format(value, ".15g")  # as many digits as a spreadsheet knows of it
        case str():
            return value.replace("_x000D_\n", "\n").replace("_x000D_", "\n")  # as Excel writes CR
        case datetime() if value.time() == time.min or _has_no_hours(number_format.lower()):
            return _as_shown(value.date(), number_format.lower())
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def written(value: Any) -> str:
    """A plain value of a field, as the files of this site write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _has_no_hours(number_format: str) -> bool:
    shown = _IN_WORDS.sub("", number_format)
    return "h" not in shown and "y" in shown


def _as_shown(day: date, number_format: str) -> str:
    shown = _IN_WORDS.sub("", number_format)
    if not shown or shown == "general" or set("hs") & set(shown):
        return day.isoformat()
    if not set("ye") & set(shown):  # the year is the spreadsheet's own: that of the typing
        named = MONTHS[day.month - 1]
        return f"{day.day} {named}" if "d" in shown else named if "m" in shown else day.isoformat()
    if "d" not in shown:
        return day.strftime("%Y-%m") if "m" in shown else day.strftime("%Y")
    return day.isoformat()
