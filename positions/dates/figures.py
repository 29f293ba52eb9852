"""Rules for what is printed in figures: days, years, clocks, "24/05/2018", "2016–18"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from positions.dates import meanings
from positions.dates.edtf import EdtfError, parse
from positions.dates.meanings import DECEMBER, WINTER, Year, day_of, either
from positions.dates.phrase import FISCAL, Phrase, Unclear
from positions.dates.printed import MONTHS
from positions.dates.tokens import Line
from positions.dates.vocabulary import NUMBERS, ORDINALS, TENS, UNITS, ZONES

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t.*)?")
_FIGURES = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|º|ª)")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}.*|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\.?")
_OFFSET = re.compile(r"[0-9]{4}|[0-9]{2}:[0-9]{2}")
_DECADE = re.compile(r"([0-9]{3}0)s")
_FISCAL = re.compile(r"fy(?:[0-9]{2}|[0-9]{4})?")
_FISCAL_YEARS = ("fiscal", "financial", "tax", "academic", "school")
RANGE_MARKS = ("-", "–", "‐", "‒", "−")
OF = ("of", "in", "de", "del", "do")
SHORT_YEAR = (
    "its year has two digits, and is counted from the day of its source, which is not known"
)


def in_figures(line: Line, at: int) -> Iterator[Phrase]:
    """2018-06-15, with its time or without; 24/05/2018; 24.5.18."""
    word = line.word(at)
    if _ISO.fullmatch(word):
        yield Phrase(at + 1, partial(_exact, word.upper()), "day", counted=False)
    elif read := _FIGURES.fullmatch(word):
        one, mark, two, three = read.groups()
        sizes = len(one), len(three)
        if 4 in sizes and min(sizes) <= 2:
            meaning = partial(_of_figures, int(one), int(two), int(three), len(three) == 4)
            yield Phrase(at + 1, meaning, "day", counted=False)
        elif len(one) <= 2 and len(three) == 2:
            meaning = partial(_of_short_figures, int(one), int(two), int(three), mark)
            yield Phrase(at + 1, meaning, "day", telling="never", without_day=SHORT_YEAR)


def years(line: Line, at: int) -> Iterator[Phrase]:
    """2018; 2016–18 and 2016/2018; the 1990s; and years that begin on a day of their own."""
    word = line.word(at)
    if decade := _DECADE.fullmatch(word):
        meaning = partial(meanings.decade, int(decade[1]))
        yield Phrase(at + 1, meaning, "year", counted=False, telling="led")
    yield from _fiscal(line, at)
    if not is_year(word):
        return
    likely = 1500 <= int(word) < 2100
    end = at + 1
    yield Phrase(
        end, partial(meanings.calm, word), "year", counted=False, telling="led" if likely else "on"
    )
    mark, digits = line.word(end), line.word(end + 1)
    joined = mark in (*RANGE_MARKS, "/") and line.joined(end) and line.joined(end + 1)
    if joined and digits.isdecimal() and len(digits) in (2, 4):
        meaning = partial(_span_of_years, int(word), digits, mark != "/")
        yield Phrase(end + 2, meaning, "year", counted=False, telling="led")


def _fiscal(line: Line, at: int) -> Iterator[Phrase]:
    if not _FISCAL.fullmatch(line.word(at)) and line.word(at) not in _FISCAL_YEARS:
        return
    end = at + 1
    if line.word(end) == "year":
        end += 1
    named = line.word(at)[-1].isdecimal()
    if is_year(line.word(end)):
        named, end = True, end + 1
        if line.word(end) in (*RANGE_MARKS, "/") and line.word(end + 1).isdecimal():
            end += 2
    if named:
        yield Phrase(end, partial(meanings.refused, FISCAL), "year", counted=False)


def is_year(word: str) -> bool:
    """Whether it is four digits of a year."""
    return len(word) == 4 and word.isascii() and word.isdecimal() and word != "0000"


def year_after(line: Line, at: int, *, figures: bool = True) -> Iterator[tuple[Year, int, bool]]:
    """The year that stands after a day, a month, a season; its end; whether only a comma tells it.

    ``figures`` allows two digits after a mark that is joined, as in 18-Jun-18.
    """
    comma = line.word(at) == ","
    begin = at + 1 if comma else at
    joined = line.joined(at) and line.word(at) in (*RANGE_MARKS, "/", ".")
    if line.word(begin) in OF or joined:
        begin += 1
    word = line.word(begin)
    if is_year(word):
        yield Year(int(word)), begin + 1, comma
    elif word.startswith("'") and word[1:].isdecimal():
        yield Year(int(word[1:]), "short"), begin + 1, False
    elif joined and figures and len(word) == 2 and word.isascii() and word.isdecimal():
        yield Year(int(word), "short"), begin + 1, False
    elif word in ("last", "this") and line.word(begin + 1) == "year":
        yield Year(int(word == "last"), "back"), begin + 2, False


def without_day(year: Year | None) -> dict[str, bool | str]:
    """Whether a date of that year is counted, and what is amiss where there is no day."""
    if year is None or year.said == "back":
        return {"counted": True}
    if year.said == "short":
        return {"counted": True, "without_day": SHORT_YEAR}
    return {"counted": False}


def day_number(line: Line, at: int) -> tuple[int, int, bool] | None:
    """A day of a month, where it ends, and whether it is an ordinal: 5, 5th, fifth."""
    word = line.word(at)
    if word.isascii() and word.isdecimal() and len(word) <= 2:
        return int(word), at + 1, False
    if ordinal := _ORDINAL.fullmatch(word):
        return int(ordinal[1]), at + 1, True
    if word in ("twenty", "thirty") and line.word(at + 1) == "-":
        unit = ORDINALS.get(line.word(at + 2), 10)
        return (TENS[word] + unit, at + 3, True) if unit < 10 else None
    if word == "thirtieth":
        return 30, at + 1, True
    return (ORDINALS[word], at + 1, True) if word in ORDINALS else None


def number(line: Line, at: int) -> tuple[int, int] | None:
    """How many: 3, three, twenty-one, a."""
    word = line.word(at)
    if word.isascii() and word.isdecimal() and len(word) <= 4:
        return int(word), at + 1
    before = line.word(at - 2) if line.word(at - 1) == "and" else line.word(at - 1)
    if word not in NUMBERS or before in ("half", "hundred", "thousand"):
        return None
    if word in TENS and line.word(at + 1) == "-" and NUMBERS.get(line.word(at + 2), 10) < 10:
        return TENS[word] + NUMBERS[line.word(at + 2)], at + 3
    return NUMBERS[word], at + 1


def unit(line: Line, at: int) -> str:
    """The unit of time at a place, or nothing."""
    return UNITS.get(line.word(at), "")


def clock(line: Line, at: int) -> int:
    """Where a time of day with its zone ends, or the same place if there is none."""
    end = at
    if _CLOCK.fullmatch(line.word(end)) is None:
        return at
    end += 1
    if line.word(end) in ZONES:
        end += 1
    if line.word(end) in ("+", "-", "−") and _OFFSET.fullmatch(line.word(end + 1)):
        end += 2
    return end


def _exact(edtf: str, day: date) -> str:
    """An EDTF text as it stands in running text; a time that EDTF does not write is its day."""
    try:
        return parse(edtf).edtf
    except EdtfError as error:
        if len(edtf) <= len("2018-06-15"):
            raise Unclear(error.cure) from error
        return _exact(edtf[:10], day)


def _of_figures(one: int, two: int, three: int, year_last: bool, _day: date) -> str:
    """6/15/2018 or 15/6/2018; 6/7/2018 could be either, and is asked."""
    if year_last:
        orders = [(three, two, one), (three, one, two)]
        orders = sorted(orders, key=lambda each: each[1:])
    else:
        orders = [(one, two, three)]
    found = dict.fromkeys(
        day_read.isoformat() for y, m, d in orders if (day_read := day_of(d, m, y))
    )
    if not found:
        raise _no_such(one, two, three) if year_last else _no_such(three, two, one)
    if len(found) > 1:
        raise either(*found)
    return next(iter(found))


def _no_such(one: int, two: int, year: int) -> Unclear:
    for number, month_number in ((one, two), (two, one)):
        if 1 <= month_number <= DECEMBER:
            return Unclear(f"there is no {number} {MONTHS[month_number - 1]} {year}")
    return Unclear(f"neither {one} nor {two} is a month")


def _of_short_figures(one: int, two: int, three: int, mark: str, day: date) -> str:
    """24/05/18, of whose three any may be the year; with hyphens the first may be."""
    orders = [(three, two, one), (three, one, two)]
    if mark == "-":
        orders.append((one, two, three))
    found = dict.fromkeys(
        read.isoformat()
        for y, m, d in orders
        if (read := day_of(d, m, Year(y, "short").on(day))) and read <= day
    )
    if not found:
        raise Unclear("no day before that of its source is written so")
    if len(found) > 1:
        raise either(*found)
    return next(iter(found))


def _span_of_years(first: int, digits: str, hyphen: bool, _day: date) -> str:
    """From year to year: "2016–18"; "2009-10" is a month too."""
    last = int(digits) if len(digits) == len("2018") else first - first % 100 + int(digits)
    if (
        hyphen
        and len(digits) == len("10")
        and (1 <= int(digits) <= DECEMBER or 21 <= int(digits) <= WINTER)
    ):
        raise either(f"{first:04}-{digits}", f"{first:04}/{last:04}")
    if last <= first:
        _exact(f"{first:04}-{digits}", _day)  # meant as a month, whose refusal says more
        raise Unclear(f"{last} does not come after {first}")
    return f"{first:04}/{last:04}"
