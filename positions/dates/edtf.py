"""Reads an uncertain date written in EDTF: which days it can mean, and how exactly it is known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from positions.dates.printed import MONTHS, SEASONS, in_words, interval_in_words, time_in_words

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]

LAST_MONTH = 12
SHOWN = 60  # characters of a refused text that its error repeats


class EdtfError(ValueError):
    """A text that is not a date this project can hold; the message names it and the ``cure``."""

    def __init__(self, text: str, cure: str) -> None:
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        super().__init__(f"{shown or '(nothing)'}: {cure}.")
        self.cure = cure

    @property
    def lists_forms(self) -> bool:
        """Whether the cure is no more than a list of what a date may look like."""
        return self.cure.endswith(_EXAMPLES)


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as exactly as it is known; :func:`parse` makes it.

    ``edtf`` is the text without blanks around it. ``earliest`` and ``latest`` are the first and
    the last day it can mean, None where that side is open or unknown; never both are None.
    ``printed`` is its form for readers. ``approximate`` (~) and ``uncertain`` (?) do not widen the
    bounds; of an interval they say that at least one end is so.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    printed: str
    approximate: bool
    uncertain: bool

    def __str__(self) -> str:
        return self.printed


_YEAR = r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX"
_DATE = re.compile(rf"({_YEAR})(?:-([0-9]{{2}}|XX)(?:-([0-9]{{2}}|XX))?)?([?~%]?)")
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00"
_ZONE = r"Z|\+00(?::00)?|[+-](?:00:(?:0[1-9]|[1-5][0-9])|(?:0[1-9]|1[0-3])(?::[0-5][0-9])?|14:00)"
_TIMED = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T({_CLOCK})({_ZONE})?")
_BEYOND = re.compile(r"(?:Y-?[1-9][0-9]{4,}|-[0-9X]{4}(?:-[0-9X]{2}){0,2})[?~%]?")
_LEVEL_2 = re.compile(
    r"\A(?:[\[{][^0-9\n]*+[0-9].*[\]}]"  # one of a set, all of a set
    r"|Y?-?[0-9]+(?=[ES])(?:E[0-9]+)?(?:S[0-9]+)?"  # exponents and significant digits
    r"|(?=.*[?~%].)[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}"  # part of a date
    r"|(?=.*X)[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?"  # other digits unspecified
    r"|[0-9]{4}-(?:2[5-9]|3[0-9]|4[01])[?~%]?)"  # quarters, and seasons of a hemisphere
)
_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?([?~%]?)")
_NO_SECONDS = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}})({_ZONE})?")


def parse(text: str) -> UncertainDate:
    """Read one EDTF expression of level 0 or 1 (ISO 8601-2:2019; Library of Congress EDTF).

    Years are 0001 to 9999. A time's day is the day in its own zone. The standard gives seasons no
    months: here spring (21) is March to May, summer June to August, autumn September to November,
    and winter (24) December to the end of the following February, as in the northern hemisphere.

    Raises:
        EdtfError: it is not EDTF, no such day exists, the interval is reversed or without a known
            end, the year is out of reach, or it is of level 2.
    """
    return _parse(text.strip())


@lru_cache(maxsize=4096)  # a list of fifty statements shows few different dates
def _parse(text: str) -> UncertainDate:
    if "/" in text:
        return _interval(text)
    if timed := _TIMED.fullmatch(text):
        day, clock, zone = timed.groups(default="")
        known = _single(day, text)
        words = time_in_words(known.printed, clock, zone)
        return UncertainDate(text, known.earliest, known.latest, "day", words, False, False)
    return _single(text, text)


def _interval(text: str) -> UncertainDate:
    start_text, _, end_text = text.partition("/")
    start, end = _end(start_text, text), _end(end_text, text)
    if start is None and end is None:
        raise EdtfError(text, "neither end is known; leave the date empty, or write one end")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        cure = f"the interval is reversed; write {end_text}/{start_text}"
        raise EdtfError(text, cure)
    ends = [each for each in (start, end) if each]
    return UncertainDate(
        text,
        earliest,
        latest,
        "interval",
        interval_in_words(start.printed if start else start_text, end.printed if end else end_text),
        any(each.approximate for each in ends),
        any(each.uncertain for each in ends),
    )


def _end(text: str, whole: str) -> UncertainDate | None:
    if text in ("", ".."):
        return None
    if _TIMED.fullmatch(text):
        raise EdtfError(
            whole, f"an interval runs between dates; write {text[:10]} without the time"
        )
    if "X" in text and _DATE.fullmatch(text):
        raise EdtfError(whole, _TOO_HIGH)
    return _single(text, whole)


def _single(text: str, whole: str) -> UncertainDate:
    match = _DATE.fullmatch(text)
    if match is None or not _is_level_1(*match.group(1, 2, 3)):
        raise EdtfError(whole, _cure(text))
    year, month, day, qualifier = match.groups()
    if int(year.replace("X", "0")) == 0:
        raise EdtfError(whole, _OUT_OF_REACH)
    earliest, latest, precision = _bounds(year, month, day, whole)
    return UncertainDate(
        text,
        earliest,
        latest,
        precision,
        in_words(year, month, day, qualifier),
        qualifier in ("~", "%"),
        qualifier in ("?", "%"),
    )


def _is_level_1(year: str, month: str | None, day: str | None) -> bool:
    """Whether digits are unspecified only from the right: 201X, 2018-XX, 2018-05-XX, 2018-XX-XX."""
    if "X" in year:
        return month is None
    return month != "XX" or day in (None, "XX")


def _bounds(
    year: str, month: str | None, day: str | None, whole: str
) -> tuple[date, date, Precision]:
    """First day, last day and precision of a date's parts, of level 1 and from year 1 on."""
    if month is None or month == "XX":
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        kinds: dict[int, Precision] = {0: "year", 1: "decade", 2: "century"}
        return date(first, 1, 1), date(last, 12, 31), kinds[year.count("X")]
    number, month_number = int(year), int(month)
    if month in SEASONS:
        return _season(number, month_number, day, whole)
    if not 1 <= month_number <= LAST_MONTH:
        if _LEVEL_2.fullmatch(f"{year}-{month}") and day is None:
            raise EdtfError(whole, _TOO_HIGH)
        raise EdtfError(
            whole, f"there is no month {month}; write 01 to 12, or 21 to 24 for a season"
        )
    length = monthrange(number, month_number)[1]
    if day is None or day == "XX":
        return date(number, month_number, 1), date(number, month_number, length), "month"
    if not 1 <= int(day) <= length:
        raise EdtfError(whole, f"{MONTHS[month_number - 1]} {year} has {length} days")
    only = date(number, month_number, int(day))
    return only, only, "day"


def _season(year: int, season: int, day: str | None, whole: str) -> tuple[date, date, Precision]:
    if day is not None:
        raise EdtfError(
            whole, f"a season has no day; write {year:04}-{season}, or a month 01 to 12"
        )
    first = 3 * (season - 20)  # March, June, September, December
    ends_in, last = (year, first + 2) if first < LAST_MONTH else (year + 1, 2)
    if ends_in > date.max.year:
        raise EdtfError(whole, _OUT_OF_REACH)
    return date(year, first, 1), date(ends_in, last, monthrange(ends_in, last)[1]), "season"


_EXAMPLES = (
    "write 2018, 2018-05, 2018-05-24, 2018-05~ (about), 2018-05? (uncertain), "
    "2018-05/2018-06 or ../2018-06"
)
_OUT_OF_REACH = "it lies outside the years 0001 to 9999 that can be recorded"
_TOO_HIGH = f"this is EDTF of level 2, and only levels 0 and 1 are understood; {_EXAMPLES}"


def _cure(text: str) -> str:
    """What is wrong with a text that is not one date of level 0 or 1, and what to write."""
    if _BEYOND.fullmatch(text):
        return _OUT_OF_REACH
    if _LEVEL_2.fullmatch(text):
        return _TOO_HIGH
    if text.endswith(("?~", "~?")):
        return f"write % for uncertain and approximate: {text[:-2]}%"
    if short := _SHORT.fullmatch(text):
        year, month, day, qualifier = short.groups()
        padded = "-".join(part.zfill(2) for part in (year, month, day) if part)
        return f"write months and days with two digits: {padded}{qualifier}"
    if timeless := _NO_SECONDS.fullmatch(text):
        return f"write the seconds too: {timeless[1]}:00{timeless[2] or ''}"
    capitals = text.upper()
    if capitals != text and (_DATE.fullmatch(capitals) or _TIMED.fullmatch(capitals)):
        return f"write {capitals}"
    return f"this is not a date; {_EXAMPLES}"
