"""What expressions of time mean as of a day, in EDTF: the calendar's side of the grammar.

Each raises Unclear where the words do not say which time they mean, and gives the readings.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from positions.dates.edtf import parse
from positions.dates.phrase import Unclear
from positions.dates.printed import MONTHS
from positions.dates.vocabulary import WEEKDAYS_PRINTED

SATURDAY, SUNDAY = 5, 6
FEBRUARY, DECEMBER = 2, 12
LEAP_CYCLE = 9  # 29 February comes round within eight years, even across 1900
WINTER = 24
LONGEST = 31  # days of a month


class Year(NamedTuple):
    """A year as it is said: in full, as two digits, or so many before that of the day."""

    number: int
    said: str = "full"  # or "short", "back"

    def on(self, day: date) -> int:
        """The year that is meant: of two digits, the latest that has begun."""
        if self.said == "back":
            return day.year - self.number
        if self.said == "short":
            return day.year - (day.year - self.number) % 100
        return self.number


def either(*readings: str) -> Unclear:
    """What can be read in several ways."""
    words = " or ".join(parse(each).printed for each in readings)
    return Unclear(f"it can mean {words}", readings)


def weekday(number: int, day: date, *, which: str = "") -> str:
    """The day itself or the nearest before it; "last Friday" is never the day itself."""
    days_ago = (day.weekday() - number) % 7
    if which == "this" and days_ago:
        past = day - timedelta(days_ago)
        raise either(past.isoformat(), (past + timedelta(7)).isoformat())
    if which == "last" and days_ago == 0:
        days_ago = 7
    return (day - timedelta(days_ago)).isoformat()


def weekday_of(number: int, week: Callable[[date], str], day: date) -> str:
    """A weekday of a week; a Sunday may begin it or end it."""
    monday = date.fromisoformat(week(day)[:10])
    found = monday + timedelta(number)
    if number == SUNDAY:
        raise either((monday - timedelta(1)).isoformat(), found.isoformat())
    return found.isoformat()


def weekend(day: date, *, which: str = "") -> str:
    """The last one that is over; on a weekend it could be either, and on others "this" one."""
    saturday = day - timedelta((day.weekday() - SATURDAY) % 7)
    runs = day.weekday() >= SATURDAY
    before, now, after = (_days(saturday + timedelta(7 * n), 2) for n in (-1, 0, 1))
    if which == "last":
        return before if runs else now
    if which == "this":
        if runs:
            return now
        raise either(now, after)
    if runs:
        raise either(before, now)
    return now


def _days(first: date, count: int) -> str:
    return f"{first}/{first + timedelta(count - 1)}"


def ago(count: int, unit: str, day: date) -> str:
    """The day, week, month or year so many units back; nought is the one that runs."""
    match unit:
        case "day":
            return (day - timedelta(count)).isoformat()
        case "week":
            return _days(day - timedelta(day.weekday() + 7 * count), 7)
        case "month":
            year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
            return date(year, month + 1, 1).isoformat()[:7]
        case _:
            return date(day.year - count, 1, 1).isoformat()[:4]


def back(count: int, unit: str, day: date) -> date:
    """The very day so many units before; the last of the month where there is no such day."""
    if unit in ("day", "week"):
        return day - timedelta(count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def over(count: int, unit: str, day: date) -> str:
    """More than so many units ago."""
    return f"../{back(count, unit, day)}"


def within(count: int, unit: str, day: date) -> str:
    """Less than so many units ago, and in the past so many."""
    return f"{back(count, unit, day)}/{day}"


def earlier(unit: str, day: date) -> str:
    """From the start of this week, month or year to the day; weeks may have begun on Sunday."""
    starts = {
        "day": day,
        "week": day - timedelta(day.weekday() or 1),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }
    start = starts[unit]
    return f"{start}/{day}" if start < day else day.isoformat()


def month(number: int, year: Year | None, day: date, *, which: str = "") -> str:
    """A month of a year, or the latest that has begun; "last May" is over."""
    if year is not None:
        return f"{year.on(day):04}-{number:02}"
    if which == "this" and number > day.month:
        raise either(f"{day.year:04}-{number:02}", f"{day.year - 1:04}-{number:02}")
    begun = number < day.month if which == "last" else number <= day.month
    return f"{day.year if begun else day.year - 1:04}-{number:02}"


def days(first: int, last: int, number: int, year: Year | None, wanted: int, day: date) -> str:
    """One day of a month, or from one to another, of a year or else of the latest that has begun.

    ``wanted`` is the weekday that is printed beside it, -1 where none is.
    """
    if first > last:
        raise Unclear(f"{first} comes after {last}")
    length = monthrange(2000, number)[1]
    if not 1 <= first <= last <= length:
        raise Unclear(f"there is no {first if first < 1 else last} {MONTHS[number - 1]}")
    end = day_of(last, number, year.on(day)) if year else _latest(last, number, day)
    if end is None:
        raise Unclear(f"there is no {last} {MONTHS[number - 1]} {year.on(day) if year else ''}")
    start = end.replace(day=first)
    if wanted not in (-1, start.weekday()):
        said, is_one = WEEKDAYS_PRINTED[wanted], WEEKDAYS_PRINTED[start.weekday()]
        printed = parse(start.isoformat()).printed
        raise Unclear(f"{printed} was a {is_one} and not a {said}", [start.isoformat()])
    return start.isoformat() if start == end else f"{start}/{end}"


def _latest(number: int, month_number: int, day: date) -> date | None:
    for year in range(day.year, day.year - LEAP_CYCLE, -1):
        found = day_of(number, month_number, year)
        if found and found <= day:
            return found
    return None


def day_of(number: int, month_number: int, year: int) -> date | None:
    """The day of a month of a year; None where there is none, as of 29 February."""
    try:
        return date(year, month_number, number)
    except ValueError:
        return None


def day_alone(number: int, day: date) -> str:
    """The latest day of that number, "the 5th": in the month of the day, or in the one before."""
    if not 1 <= number <= LONGEST:
        raise Unclear(f"no month has a day {number}")
    first = day.replace(day=1)
    if number > day.day:
        first = (first - timedelta(1)).replace(day=1)
    found = day_of(number, first.month, first.year)
    if found is None:
        raise Unclear(f"there is no {number} {MONTHS[first.month - 1]} {first.year}")
    return found.isoformat()


def day_in(number: int, whole: Callable[[date], str], day: date) -> str:
    """A day of a month that is itself counted: "the 5th of last month"."""
    said = whole(day)
    found = day_of(number, int(said[5:7]), int(said[:4]))
    if found is None:
        raise Unclear(f"there is no {number} {parse(said).printed}")
    return found.isoformat()


def month_or_day(number: int, digits: int, day: date) -> str:
    """What is June 2018 in a spreadsheet, and 18 June elsewhere: "Jun-18". Always asked."""
    readings = [f"{Year(digits, 'short').on(day):04}-{number:02}"]
    if found := _latest(digits, number, day):
        readings.append(found.isoformat())
    raise either(*readings)


def season(code: int, year: Year | None, day: date, *, which: str = "") -> str:
    """A season; "winter 2018" could be either of two, and is asked."""
    if year is not None:
        number = year.on(day)
        if code == WINTER:
            raise either(f"{number - 1:04}-24", f"{number:04}-24")
        return f"{number:04}-{code}"
    recent = [f"{day.year - n:04}-{code}" for n in range(3)]
    if which == "this":
        return _this_season(recent, day)
    for each in recent:
        known = parse(each)
        reached = known.latest if which == "last" else known.earliest
        if reached and (reached < day or (which != "last" and reached == day)):
            return each
    raise Unclear("it lies outside the years 1 to 9999")


def _this_season(recent: list[str], day: date) -> str:
    """The one that runs, or else the past one of the same calendar year."""
    for each in recent[:2]:
        known = parse(each)
        if known.earliest and known.latest and known.earliest <= day <= known.latest:
            return each
    latest = parse(recent[0]).latest
    if latest and latest < day:
        return recent[0]
    raise either(*recent[:2])


def quarter(number: int, year: Year, day: date, *, months: int = 3) -> str:
    """A quarter of a year, or a half with six months."""
    last = number * months
    return f"{year.on(day):04}-{last - months + 1:02}/{year.on(day):04}-{last:02}"


def calm(text: str, _day: date) -> str:
    """What means the same on every day."""
    return text


def refused(reason: str, _day: date) -> str:
    """What is an expression of time, and says none."""
    raise Unclear(reason)


def decade(start: int, _day: date) -> str:
    """The 1990s; the first of a century may be ten years or a hundred."""
    if start % 100 == 0:
        raise Unclear(
            f"it can mean ten years or a hundred: write {start // 10}X or {start // 100}XX"
        )
    return f"{start // 10}X"
