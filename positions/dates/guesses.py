"""The last resort for a printed date: dateparser, held to what the words themselves can carry."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

LANGUAGES = ["en", "fr", "es", "de", "it", "pt", "nl"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY_NUMBER = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])")
# dateparser drops these words, and gives the day that they only point away from.
_NOT_THAT_DAY = re.compile(
    r"\b(?:after|before|between|by|following|from|later|next|or|prior|since|to|until)\b",
    re.IGNORECASE,
)


def guess(printed: str, day: date) -> str | None:
    """EDTF of what dateparser reads as of a day, as exactly as it says; None where it cannot.

    A day is believed only where the words print its number, since dateparser fills in what is
    missing with parts of the day it counts from.
    """
    if not _WORD.search(printed) or _NOT_THAT_DAY.search(printed):
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - 0.3 s that few requests need

    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": datetime.combine(day, time())}
    read = DateDataParser(languages=LANGUAGES, settings=settings).get_date_data(printed)
    if read.date_obj is None or read.date_obj.time() != time():
        return None
    found: date = read.date_obj.date()
    match read.period:
        case "year":
            return f"{found.year:04}"
        case "month":
            return found.isoformat()[:7]
        case "week":
            monday = found - timedelta(found.weekday())
            return f"{monday}/{monday + timedelta(6)}"
        case "day" if found.day in map(int, _DAY_NUMBER.findall(printed)):
            return found.isoformat()
        case _:
            return None
