"""Rules for what is counted from the day of the source: "Friday", "last month", "a year ago"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from positions.dates import combined, meanings
from positions.dates.calendar_rules import month_name, weekday_name
from positions.dates.figures import day_number, number, unit
from positions.dates.phrase import AHEAD, ELSEWHERE, SEVERAL, Meaning, Phrase, Telling
from positions.dates.tokens import Line
from positions.dates.vocabulary import FULL_WEEKDAYS, SEASONS, TIMES_OF_DAY, UNITS

# Words before a weekday, a month, a season or a unit of time by which it is none that can be told.
_REFUSED = {
    **dict.fromkeys(("next", "coming"), AHEAD),
    **dict.fromkeys(("following", "previous", "preceding", "that", "same"), ELSEWHERE),
    **dict.fromkeys(("every", "each", "any", "another"), SEVERAL),
}
_COMPARISONS = {
    "over": (("over",), meanings.over),
    "more": (("more", "than"), meanings.over),
    "at": (("at", "least"), meanings.over),
    "under": (("under",), meanings.within),
    "almost": (("almost",), meanings.within),
    "nearly": (("nearly",), meanings.within),
    "less": (("less", "than"), meanings.within),
    "not": (("not", "quite"), meanings.within),
}
_SLIGHTLY = ("well", "just", "little", "slightly")
_WAYS = ("ago", "earlier", "later", "before", "after", "from")


def days(line: Line, at: int) -> Iterator[Phrase]:
    """Today, this morning, yesterday, last night, the day before yesterday."""
    word = line.word(at)
    if word in ("earlier", "later") and line.word(at + 1) in ("today", "this", "yesterday"):
        at, word = at + 1, line.word(at + 1)
    if word in ("today", "tonight"):
        yield Phrase(at + 1, partial(meanings.ago, 0, "day"), "day")
    elif word == "this" and line.word(at + 1) in TIMES_OF_DAY:
        yield Phrase(at + 2, partial(meanings.ago, 0, "day"), "day")
    elif word == "yesterday":
        yield _in_the_day(line, at + 1, partial(meanings.ago, 1, "day"))
    elif word == "last" and line.word(at + 1) in ("night", "evening"):
        yield Phrase(at + 2, partial(meanings.ago, 1, "day"), "day")
    elif word == "tomorrow":
        yield _in_the_day(line, at + 1, partial(meanings.refused, AHEAD))
    elif word == "day" and line.word(at + 1) in ("before", "after"):
        if line.word(at + 2) == "yesterday":
            back = 2 if line.word(at + 1) == "before" else 0
            yield Phrase(at + 3, partial(meanings.ago, back, "day"), "day")
        elif line.word(at + 2) == "tomorrow":
            yield Phrase(at + 3, partial(meanings.refused, AHEAD), "day")


def _in_the_day(line: Line, end: int, meaning: Meaning) -> Phrase:
    return Phrase(end + (line.word(end) in TIMES_OF_DAY), meaning, "day")


def _which(line: Line, at: int) -> tuple[str, int]:
    """Which one is meant, "last" or "this" or nothing, and where that ends; "past" is "last"."""
    word = line.word(at)
    if word == "this" and line.word(at + 1) == "past":
        return "last", at + 2
    if word in ("last", "past"):
        return "last", at + 1
    return ("this", at + 1) if word == "this" else ("", at)


def weekdays(line: Line, at: int) -> Iterator[Phrase]:
    """Friday; last Friday; Friday night; Friday of last week; last week on Friday."""
    which, begin = _which(line, at)
    if named := weekday_name(line, begin):
        day, end = named
        full = line.capital(begin) and line.word(begin) in FULL_WEEKDAYS
        telling: Telling = "always" if full else "led" if line.capital(begin) else "never"
        meaning = partial(meanings.weekday, day, which=which)
        for last in {end, end + (line.word(end) in TIMES_OF_DAY)}:
            yield Phrase(last, meaning, "weekday", telling=telling, floating=not which)
        if not which:
            for week in _weeks(line, end + (line.word(end) == "of")):
                yield Phrase(week.end, partial(meanings.weekday_of, day, week.meaning), "day")
    for week in _weeks(line, at):
        last = week.end + (line.word(week.end) in ("on", ","))
        if named := weekday_name(line, last):
            meaning = partial(meanings.weekday_of, named[0], week.meaning)
            yield Phrase(named[1], meaning, "day")


def _weeks(line: Line, at: int) -> Iterator[Phrase]:
    yield from (each for each in _ago(line, at) if each.kind == "week")
    yield from (each for each in units(line, at) if each.kind == "week")


def named(line: Line, at: int) -> Iterator[Phrase]:
    """Last May, this past summer, this winter, last weekend, the weekend."""
    which, begin = _which(line, at)
    if line.word(begin) == "weekend":
        meaning = partial(meanings.weekend, which=which)
        yield Phrase(begin + 1, meaning, "span", telling="always" if which else "led")
    if not which:
        return
    if (month := month_name(line, begin)) is not None:
        meaning = partial(meanings.month, month.number, None, which=which)
        yield Phrase(month.end, meaning, "month", telling="always" if month.telling else "never")
    if code := SEASONS.get(line.word(begin)):
        yield Phrase(begin + 1, partial(meanings.season, code, None, which=which), "season")


def units(line: Line, at: int) -> Iterator[Phrase]:
    """This week, last month, the past year, the past two weeks, the week before last."""
    word, begin = line.word(at), at + 1
    if word in UNITS and line.word(begin) == "before" and line.word(begin + 1) == "last":
        yield _of(UNITS[word], begin + 2, partial(meanings.ago, 2, UNITS[word]))
        return
    if word == "this" and line.word(begin) == "past":
        word, begin = "past", begin + 1
    if word not in ("this", "last", "past"):
        return
    single = line.word(begin)
    if single in ("week", "month", "year"):
        if word == "past":
            yield Phrase(begin + 1, partial(meanings.within, 1, single), "span")
        else:
            yield _of(single, begin + 1, partial(meanings.ago, int(word == "last"), single))
    elif word != "this" and (count := number(line, begin)) and unit(line, count[1]):
        meaning = partial(meanings.within, count[0], unit(line, count[1]))
        yield Phrase(count[1] + 1, meaning, "span")


def _of(name: str, end: int, meaning: Meaning) -> Phrase:
    match name:
        case "day":
            return Phrase(end, meaning, "day")
        case "week":
            return Phrase(end, meaning, "week")
        case "month":
            return Phrase(end, meaning, "month")
        case _:
            return Phrase(end, meaning, "year")


def parts(line: Line, at: int) -> Iterator[Phrase]:
    """Earlier this week, earlier in the year, so far this month; later this week is refused."""
    word, begin = line.word(at), at + 1
    if word == "so" and line.word(begin) == "far":
        word, begin = "earlier", begin + 1
    if word not in ("earlier", "later"):
        return
    if line.word(begin) in ("in", "on") and line.word(begin + 1) == "the":
        begin += 1
    if line.word(begin) in ("this", "the") and (name := unit(line, begin + 1)):
        ahead = partial(meanings.refused, AHEAD)
        meaning = partial(meanings.earlier, name) if word == "earlier" else ahead
        yield Phrase(begin + 2, meaning, "span")


def counts(line: Line, at: int) -> Iterator[Phrase]:
    """Two weeks ago; over a year ago; less than a month ago; two or three weeks ago."""
    yield from _ago(line, at)
    begin = at + (line.word(at) in _SLIGHTLY)
    begin += line.word(at) == "a" and line.word(at + 1) == "little" and 2
    compared = _COMPARISONS.get(line.word(begin))
    if compared is not None and line.words(begin, len(compared[0])) == compared[0]:
        words, compare = compared
        count = number(line, begin + len(words))
        name = unit(line, count[1]) if count else ""
        if count and name and line.word(count[1] + 1) == "ago":
            yield Phrase(count[1] + 2, partial(compare, count[0], name), "span")


def _ago(line: Line, at: int) -> Iterator[Phrase]:
    count = number(line, at)
    if count is None:
        return
    few, end = count
    many = few
    if line.word(end) in ("or", "to", "-", "–") and (other := number(line, end + 1)):
        many, end = other
    name = unit(line, end)
    way = line.word(end + 1)
    if not name or way not in _WAYS:
        return
    end += 2
    if way != "ago":
        if way != "from" or line.word(end) in ("now", "today"):
            reason = AHEAD if way == "from" else ELSEWHERE
            yield Phrase(end + (way == "from"), partial(meanings.refused, reason), "span")
        return
    if many != few:
        yield Phrase(end, partial(combined.some, few, many, name), "span")
        return
    yield _of(name, end, partial(meanings.ago, few, name))
    if line.word(end) == "today":
        yield Phrase(end + 1, partial(_back, few, name), "day")


def _back(count: int, name: str, day: date) -> str:
    return meanings.back(count, name, day).isoformat()


def days_alone(line: Line, at: int) -> Iterator[Phrase]:
    """The 5th; the 5th of last month."""
    read = day_number(line, at)
    if read is None or not read[2]:
        return
    day, end, _ = read
    meaning = partial(meanings.day_alone, day)
    yield Phrase(end, meaning, "day", telling="on", exposed=True)
    begin = end + (line.word(end) == "of")
    for whole in units(line, begin):
        if whole.kind == "month":
            yield Phrase(whole.end, partial(meanings.day_in, day, whole.meaning), "day")


def refusals(line: Line, at: int) -> Iterator[Phrase]:
    """Next Friday, that week, the following May, every Monday, the first Friday."""
    word = line.word(at)
    reason = _REFUSED.get(word)
    read = day_number(line, at)
    if reason is None and read and read[2] and weekday_name(line, read[1]):
        weekday = weekday_name(line, read[1])
        if weekday:
            yield Phrase(weekday[1], partial(meanings.refused, SEVERAL), "day")
        return
    if reason is None:
        return
    end = at + 1
    last = 0
    if weekday := weekday_name(line, end):
        last = weekday[1]
    elif (month := month_name(line, end)) and word != "that":
        last = month.end
    elif line.word(end) in SEASONS or line.word(end) in ("weekend", *UNITS):
        last = end + 1
    if last:
        yield Phrase(last, partial(meanings.refused, reason), "span")
