"""Rules for dates of the calendar: days of months, months, seasons and quarters of years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from positions.dates import meanings
from positions.dates.figures import OF, RANGE_MARKS, day_number, without_day, year_after
from positions.dates.meanings import Year
from positions.dates.phrase import Phrase, Telling
from positions.dates.printed import MONTHS as MONTHS_PRINTED
from positions.dates.tokens import Line
from positions.dates.vocabulary import (
    FOREIGN_MONTHS,
    FULL_MONTHS,
    MONTHS,
    QUARTERS,
    SEASONS,
    WEEKDAYS,
)

MOST_DAYS = 6  # in a list such as "5, 6 and 7 June"
_LAST = ("and", "&", "or", "to", "through", "thru", "until", "till", "/", *RANGE_MARKS)


class Month(NamedTuple):
    """A month's name: its number, where it ends, whether it is English with a capital."""

    number: int
    end: int
    telling: bool


class Days(NamedTuple):
    """Days of one month, from the first to the last that is named."""

    first: int
    last: int
    end: int
    listed: bool


def month_name(line: Line, at: int) -> Month | None:
    """The name of a month: May, Sept., mai."""
    word = line.word(at)
    if word in MONTHS:
        end = at + 1
        if word not in FULL_MONTHS and line.word(end) == "." and line.joined(end):
            end += 1
        return Month(MONTHS[word], end, line.capital(at))
    return Month(FOREIGN_MONTHS[word], at + 1, False) if word in FOREIGN_MONTHS else None


def weekday_name(line: Line, at: int) -> tuple[int, int] | None:
    """The name of a weekday and where it ends: Friday, Fri."""
    word = line.word(at)
    if word not in WEEKDAYS:
        return None
    end = at + 1
    if len(word) < len("friday") and line.word(end) == "." and line.joined(end):
        end += 1
    return WEEKDAYS[word], end


def days_of_months(line: Line, at: int) -> Iterator[Phrase]:
    """June 5; Friday, 5 June 2018; June 5 and 6; 5–7 June; 18-Jun-2018."""
    wanted = -1
    if named := weekday_name(line, at):
        wanted, at = named
        if line.word(at) == ",":
            at += 1
    if (month := month_name(line, at)) is not None:
        yield from _month_first(line, month, wanted)
    if line.word(at) == "the":
        at += 1
    for days in _days(line, at):
        yield from _day_first(line, days, wanted)


def _month_first(line: Line, month: Month, wanted: int) -> Iterator[Phrase]:
    begin = month.end + (line.word(month.end) == "the")
    hyphen = (
        line.word(begin) in (*RANGE_MARKS, "/") and line.joined(begin) and line.joined(begin + 1)
    )
    if hyphen and (day := day_number(line, begin + 1)):
        full = list(year_after(line, day[1])) if line.word(day[1]) == line.word(begin) else []
        if full or len(line.word(begin + 1)) == 1:
            yield from _dated(line, month, Days(day[0], day[0], day[1], False), wanted)
        elif not day[2] and wanted < 0:
            meaning = partial(meanings.month_or_day, month.number, day[0])
            name = MONTHS_PRINTED[month.number - 1]
            asked = f"it can mean {name} of a year that ends in {day[0]:02}, or {day[0]} {name}"
            yield Phrase(day[1], meaning, "month", without_day=asked)
    for days in _days(line, begin):
        yield from _dated(line, month, days, wanted)


def _day_first(line: Line, days: Days, wanted: int) -> Iterator[Phrase]:
    at = days.end
    joined = line.joined(at) and line.word(at) in (*RANGE_MARKS, "/", ".")
    if line.word(at) in OF or joined:
        at += 1
    month = month_name(line, at)
    if month is not None:
        yield from _dated(
            line, month, Days(days.first, days.last, month.end, days.listed), wanted, day_first=True
        )


def _dated(
    line: Line, month: Month, days: Days, wanted: int, *, day_first: bool = False
) -> Iterator[Phrase]:
    several = days.first != days.last
    options: list[tuple[Year | None, int]] = [(None, days.end)]
    options += [(year, end) for year, end, _ in year_after(line, days.end)]
    for year, end in options:
        told = month.telling or (year is not None and day_first)
        yield Phrase(
            end,
            partial(meanings.days, days.first, days.last, month.number, year, wanted),
            "span" if several else "day",
            telling="always" if told else "never",
            exposed=days.listed and year is None and not day_first,
            floating=year is None and not several,
            **without_day(year),  # type: ignore[arg-type]
        )


def _days(line: Line, at: int) -> Iterator[Days]:
    """Days in a row, each prefix of a list that can end there."""
    read = day_number(line, at)
    if read is None:
        return
    first, end, _ = read
    yield Days(first, first, end, False)
    for _ in range(MOST_DAYS):
        link = line.word(end)
        after = end + 1
        if link == "," and line.word(after) in _LAST:
            link, after = line.word(after), after + 1
        if line.word(after) == "the":
            after += 1
        read = day_number(line, after)
        if read is None or link not in (",", *_LAST):
            return
        last, end, _ = read
        if link != ",":
            yield Days(first, last, end, True)
            return


def months(line: Line, at: int) -> Iterator[Phrase]:
    """May; May 2018; May '18; May of last year."""
    month = month_name(line, at)
    if month is None:
        return
    telling: Telling = "led" if month.telling else "never"
    meaning = partial(meanings.month, month.number, None)
    yield Phrase(month.end, meaning, "month", telling=telling, floating=True)
    for year, end, comma in year_after(line, month.end, figures=False):
        yield Phrase(
            end,
            partial(meanings.month, month.number, year),
            "month",
            telling="always" if month.telling else "never",
            exposed=comma,
            **without_day(year),  # type: ignore[arg-type]
        )


def seasons(line: Line, at: int) -> Iterator[Phrase]:
    """Spring; summer of 2018; winter 2018–19."""
    code = SEASONS.get(line.word(at))
    if code is None:
        return
    alone = partial(meanings.season, code, None)
    yield Phrase(at + 1, alone, "season", telling="led", exposed=True, floating=True)
    for year, end, _ in year_after(line, at + 1, figures=False):
        meaning = partial(meanings.season, code, year)
        yield Phrase(end, meaning, "season", **without_day(year))  # type: ignore[arg-type]
        if code == meanings.WINTER and year.said == "full" and line.joined(end):
            digits = line.word(end + 1)
            follows = f"{year.number + 1:04}"
            if line.word(end) in (*RANGE_MARKS, "/") and digits in (follows, follows[-2:]):
                winter = partial(meanings.calm, f"{year.number:04}-{code}")
                yield Phrase(end + 2, winter, "season", counted=False)


def quarters(line: Line, at: int) -> Iterator[Phrase]:
    """Q2 2018; 2018 Q2; the second quarter of 2018; the first half of last year; H1 2018."""
    word, end, months_long = line.word(at), at + 1, 3
    if word in QUARTERS and line.word(end) in ("quarter", "half"):
        which, months_long = QUARTERS[word], 6 if line.word(end) == "half" else 3
        end += 1
    elif len(word) == 2 and word[0] in "qh" and word[1] in "1234":
        which, months_long = int(word[1]), 6 if word[0] == "h" else 3
    elif word.isdecimal():
        yield from _year_first(line, at)
        return
    else:
        return
    if which * months_long > meanings.DECEMBER:
        return
    for year, last, _ in year_after(line, end):
        meaning = partial(meanings.quarter, which, year, months=months_long)
        yield Phrase(last, meaning, "span", **without_day(year))  # type: ignore[arg-type]


def _year_first(line: Line, at: int) -> Iterator[Phrase]:
    year, word = line.word(at), line.word(at + 1)
    if len(year) == 4 and len(word) == 2 and word[0] == "q" and word[1] in "1234":
        meaning = partial(meanings.quarter, int(word[1]), Year(int(year)))
        yield Phrase(at + 2, meaning, "span", counted=False)
