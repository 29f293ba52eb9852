"""The grammar of printed dates put together: what stands before a date, after it, between two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from positions.dates import calendar_rules, combined, figures, relative
from positions.dates.phrase import Phrase, Relation
from positions.dates.tokens import Line
from positions.dates.vocabulary import (
    ABOUT,
    BEGINNINGS,
    LEADS,
    RELATIONS,
    TELLING,
    TIMES_OF_DAY,
    listed,
)

_RULES = (
    figures.in_figures,
    calendar_rules.days_of_months,
    calendar_rules.months,
    calendar_rules.seasons,
    calendar_rules.quarters,
    figures.years,
    relative.days,
    relative.weekdays,
    relative.named,
    relative.units,
    relative.parts,
    relative.counts,
    relative.days_alone,
    relative.refusals,
)
_SOFT = listed("the early late mid beginning start middle end of")
_MOST_LEADS = 6
_LINKS = ("to", "through", "thru", "until", "till", "and", "&", "or", *figures.RANGE_MARKS)
_RELATIONS: tuple[tuple[tuple[str, ...], Relation], ...] = (
    (("since",), "from"),
    (("from",), "from"),
    (("starting",), "from"),
    (("after",), "from"),
    (("until",), "until"),
    (("till",), "until"),
    (("by",), "until"),
    (("up", "to"), "until"),
    (("no", "later", "than"), "until"),
    (("before",), "until"),
    (("prior", "to"), "until"),
)
_BOUNDS = {
    "since": combined.since,
    "from": combined.since,
    "starting": combined.since,
    "after": combined.after,
    "before": combined.before,
    "prior": combined.before,
}


def phrases(line: Line, at: int) -> Iterator[Phrase]:
    """Every expression of time that begins at a place, of whatever length. Bounded cost."""
    yield from _led(line, at, LEADS)
    if line.word(at) not in RELATIONS:
        return
    yield from _ranges(line, at)
    for words, relation in _RELATIONS:
        if line.words(at, len(words)) == words:
            bound = _BOUNDS.get(words[0], combined.until)
            for each in _led(line, at + len(words), LEADS):
                end = each.end
                if words[0] == "from" and line.word(end) in ("on", "onward", "onwards"):
                    end += 1
                yield replace(
                    _told(each, "since"),
                    end=end,
                    meaning=partial(bound, each.meaning),
                    relation=relation,
                    kind="span",
                )


def _led(line: Line, at: int, leads: frozenset[str]) -> Iterator[Phrase]:
    """A time after words that leave it as it is: "in early May", "at the end of last year"."""
    telling = ""
    for _ in range(_MOST_LEADS):
        for each in _bare(line, at):
            yield _told(each, telling)
        word = line.word(at)
        if word not in leads:
            return
        if word in TELLING and telling != "on":
            telling = word
        at += 1
        if line.word(at) == "-" and word in ("mid", "early", "late"):
            at += 1
        if word == "the" and line.word(at) == "year" and figures.is_year(line.word(at + 1)):
            telling, at = telling or "in", at + 1


def _told(phrase: Phrase, word: str) -> Phrase:
    """The same after a word that makes a time of it, in running text."""
    told = (phrase.telling == "led" and word) or (
        phrase.telling == "on" and word in ("on", "since") and phrase.kind == "day"
    )
    return replace(phrase, telling="always") if told else phrase


def _bare(line: Line, at: int) -> Iterator[Phrase]:
    for each in _about(line, at):
        yield each
        yield from _to_another(line, each)


def _about(line: Line, at: int) -> Iterator[Phrase]:
    word = line.word(at)
    if word in ABOUT or word == "~":
        begin = at + 1 + (word in ("c", "ca") and line.word(at + 1) == ".")
        begin += line.word(begin) == "the"
        for each in _timed(line, begin):
            meaning = partial(combined.about, each.meaning)
            yield replace(_told(each, "in"), meaning=meaning, floating=False)
    yield from _timed(line, at)


def _timed(line: Line, at: int) -> Iterator[Phrase]:
    """A time with the time of day before it or after it, which is left out."""
    begin = figures.clock(line, at)
    if begin > at:
        begin += line.word(begin) == ","
        begin += line.word(begin) == "on"
    word = line.word(begin)
    if not (word in BEGINNINGS or word[:1].isdecimal() or word[:2] == "fy"):
        return
    for rule in _RULES:
        for each in rule(line, begin):
            yield each
            end = each.end
            end += line.word(end) == ","
            end += line.word(end) in ("at", "around", "by")
            last = figures.clock(line, end)
            if last > end:
                yield replace(each, end=last, exposed=False)
            elif each.kind == "day" and line.word(each.end) in TIMES_OF_DAY:
                yield replace(each, end=each.end + 1, exposed=False)


def _to_another(line: Line, start: Phrase) -> Iterator[Phrase]:
    """From one time to another, or two of a kind: "May to July 2018", "Friday and Saturday"."""
    link = line.word(start.end)
    if link not in _LINKS:
        return
    for end in _soft(line, start.end + 1):
        if link not in ("and", "&", "or") or end.kind == start.kind:
            yield from _range(start, end)


def _soft(line: Line, at: int) -> Iterator[Phrase]:
    for _ in range(_MOST_LEADS):
        yield from _about(line, at)
        if line.word(at) not in _SOFT:
            return
        at += 1
        at += line.word(at) == "-"


def _range(start: Phrase, end: Phrase) -> Iterator[Phrase]:
    if end.kind == "year" and start.kind != "year":
        return  # "18-Jun-2018" is one day
    floats = start.floating
    counted = end.counted or (start.counted and not floats)
    told = "always" if "always" in (start.telling, end.telling) else end.telling
    if start.telling == "never" and start.kind == end.kind:
        told = "never"
    asked = end if end.counted else start
    yield Phrase(
        end.end,
        partial(combined.between, start.meaning, end.meaning, floats),
        "span",
        counted=counted,
        telling=told,
        exposed=end.exposed,
        without_day=asked.without_day,
    )


def _ranges(line: Line, at: int) -> Iterator[Phrase]:
    """Between May and July, from Monday to Friday, between 5 and 7 June."""
    word = line.word(at)
    if word not in ("between", "from"):
        return
    links = ("and", "&") if word == "between" else ("to", "through", "thru", "until", "till", "-")
    for start in _soft(line, at + 1):
        if start.kind == "span":
            yield _told(start, word)
        if line.word(start.end) not in (*links, *figures.RANGE_MARKS):
            continue
        for end in _soft(line, start.end + 1):
            for each in _range(start, end):
                yield _told(each, "since")
