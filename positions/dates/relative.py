"""The grammar of printed dates: each rule reads one kind of expression as of a day, into EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from positions.dates.edtf import parse
from positions.dates.printed import MONTHS

Rule = Callable[[Mapping[str, str], date], str | None]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SATURDAY = 5
FEBRUARY = 2
LEAP_CYCLE = 9  # 29 February comes round within eight years, even across 1900


def weekday(words: Mapping[str, str], day: date) -> str:
    """The day itself or the nearest before it; "last Friday" is never the day itself."""
    names = [name[:3] for name in WEEKDAYS]
    days_ago = (day.weekday() - names.index(words["weekday"][:3])) % 7
    if "which" in words and days_ago == 0:
        days_ago = 7
    return (day - timedelta(days_ago)).isoformat()


def weekend(_words: Mapping[str, str], day: date) -> str | None:
    """The last one that is over; on a weekend it could be either."""
    if day.weekday() >= SATURDAY:
        return None
    saturday = day - timedelta(day.weekday() + 2)
    return f"{saturday}/{saturday + timedelta(1)}"


def unit(words: Mapping[str, str], day: date) -> str:
    """This or the last week, month or year, or the one so many units ago."""
    number = words.get("number", "0" if words.get("which") == "this" else "1")
    if number in NUMBERS:
        back = NUMBERS.index(number) + 1
    else:
        back = 1 if number in ("a", "an") else int(number)
    match words["unit"]:
        case "day":
            return (day - timedelta(back)).isoformat()
        case "week":
            monday = day - timedelta(day.weekday() + 7 * back)
            return f"{monday}/{monday + timedelta(6)}"
        case "month":
            year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
            return f"{year:04}-{month + 1:02}"
        case _:
            return f"{day.year - back:04}"


def earlier(words: Mapping[str, str], day: date) -> str:
    """From the start of this week, month or year to the day; weeks may have begun on Sunday."""
    starts = {
        "week": day - timedelta(day.weekday() or 1),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }
    start = starts[words["unit"]]
    return f"{start}/{day}" if start < day else day.isoformat()


def month(words: Mapping[str, str], day: date) -> str:
    """A month of a year, or the latest that has begun; "last May" is over."""
    number = _month_number(words["month"])
    year = _year(words, day)
    if year is None:
        begun = number < day.month if "which" in words else number <= day.month
        year = day.year if begun or words.get("which") == "this" else day.year - 1
    return f"{year:04}-{number:02}"


def day_of_month(words: Mapping[str, str], day: date) -> str | None:
    """A day of a month of a year, or the latest such day; none on another weekday than it says."""
    year = _year(words, day)
    said = _latest_such_day(words, day) if year is None else _day_of(words, year)
    if said is None or ("weekday" in words and weekday(words, said) != said.isoformat()):
        return None
    return said.isoformat()


def _latest_such_day(words: Mapping[str, str], day: date) -> date | None:
    for year in range(day.year, day.year - LEAP_CYCLE, -1):
        found = _day_of(words, year)
        if found and found <= day:
            return found
    return None


def _day_of(words: Mapping[str, str], year: int) -> date | None:
    try:
        return date(year, _month_number(words["month"]), int(words["day"]))
    except ValueError:  # 29 February, mostly
        return None


def numeric(words: Mapping[str, str], _day: date) -> str | None:
    """6/15/2018 or 15/6/2018; 6/7/2018 could be either, and is neither."""
    one, two = int(words["one"]), int(words["two"])
    readings = {f"{words['year']}-{m:02}-{d:02}" for m, d in ((one, two), (two, one)) if m <= 12}
    return readings.pop() if len(readings) == 1 else None


def season(words: Mapping[str, str], day: date) -> str | None:
    """A season; "winter 2018" could be either of two, and is neither."""
    code = SEASON_CODES[words["season"]]
    year = _year(words, day)
    if year is not None:
        return None if words["season"] == "winter" else f"{year:04}-{code}"
    if words.get("which") == "this":
        in_last = words["season"] == "winter" and day.month <= FEBRUARY
        return f"{day.year - in_last:04}-{code}"
    for recent in (day.year, day.year - 1, day.year - 2):
        known = parse(f"{recent:04}-{code}")
        reached = known.latest if "which" in words else known.earliest
        if reached and reached < day:
            return known.edtf
    return None


def _month_number(name: str) -> int:
    return [full[:3].lower() for full in MONTHS].index(name[:3]) + 1


def _year(words: Mapping[str, str], day: date) -> int | None:
    """The year that the words name; None where they leave it to be worked out."""
    said = words.get("year")
    if said is None or said.isdecimal():
        return int(said) if said else None
    return day.year - (said == "last year")


_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY} )?"
_MONTH = rf"(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?'.lower() for m in MONTHS)}|sept)"
_SEASON = rf"(?P<season>{'|'.join(SEASON_CODES)})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?: (?:of )?(?P<year>[0-9]{4}|last year|this year))?"
_WHICH = r"(?:(?P<which>last|past|this past|this) )?"
_NUMBER = rf"(?P<number>an?|{'|'.join(NUMBERS)}|[0-9]{{1,3}})"

# Tried in this order; the words come in small letters, without punctuation, one blank between.
_GRAMMAR: tuple[tuple[str, Rule], ...] = (
    (
        r"(?:earlier )?today|tonight|this (?:morning|afternoon|evening)",
        lambda _, day: day.isoformat(),
    ),
    (r"(?:earlier )?yesterday|last night", lambda _, day: (day - timedelta(1)).isoformat()),
    (rf"(?:(?P<which>last|past|this past) )?{_WEEKDAY}", weekday),
    (r"(?:(?:last|past|this past) )?weekend", weekend),
    (r"(?P<which>this|last) (?P<unit>week|month|year)", unit),
    (rf"{_NUMBER} (?P<unit>day|week|month|year)s? ago", unit),
    (r"earlier (?:this|in the) (?P<unit>week|month|year)", earlier),
    (r"(?P<year>[0-9]{4})", lambda words, _: words["year"]),
    # "the 1900s" may be ten years or a hundred.
    (r"(?P<decade>[0-9]{2}[1-9])0s", lambda words, _: f"{words['decade']}X"),
    (_WHICH + _MONTH + _YEAR, month),
    (_ANY_WEEKDAY + _MONTH + " " + _DAY + _YEAR, day_of_month),
    (_ANY_WEEKDAY + _DAY + " (?:of )?" + _MONTH + _YEAR, day_of_month),
    (r"(?P<one>[0-9]{1,2})[/ ](?P<two>[0-9]{1,2})[/ ](?P<year>[0-9]{4})", numeric),
    (_WHICH + _SEASON + _YEAR, season),
)
RULES = tuple((re.compile(pattern), rule) for pattern, rule in _GRAMMAR)
