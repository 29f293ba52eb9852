"""The one reader of printed dates: what an expression means on a day, and where a text has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from positions.dates.combined import marked
from positions.dates.edtf import SHOWN, EdtfError, UncertainDate, parse
from positions.dates.phrase import AHEAD, BEFORE_TIME, NONE, Phrase, Relation, Unclear
from positions.dates.phrases import phrases
from positions.dates.standing import beginnings, is_name, stands
from positions.dates.tokens import Line, tokens

Basis = Literal["edtf", "calendar", "counted"]
Cause = Literal["unknown", "unclear", "none", "no day"]

EXAMPLES = (
    "2018-06-15, 2018-05, 2018-05~ (about), ../2018-06 (by), or words as “15 June 2018”, “May 2018”"
)
LONGEST = 200  # characters; a longer text is no date
ANY_DAY = date(2000, 1, 1)  # what is not counted means the same on each
UNKNOWN = "it is no date that is understood"
_AROUND = frozenset(".,;:()“”\"'‘’«»[]…") | {"'s", "..."}


@dataclass(frozen=True, slots=True)
class Understood:
    """What words mean: a date with its bounds and precision.

    ``basis`` says on what that rests: the words are EDTF, they name a date of the calendar, or they
    are counted from the day of the source. ``relation`` is "from" or "until" where they give a
    beginning or an end ("since May", "by Friday") rather than the time itself.
    """

    date: UncertainDate
    basis: Basis
    relation: Relation = "at"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why words say no date, as half a sentence, and what they could mean.

    ``cause``: they are no date that is understood ("unknown"); a time, and it is not clear which
    ("unclear"); none that is past, or none in particular ("none"); counted from a day that is not
    known ("no day").
    """

    reason: str
    readings: tuple[UncertainDate, ...] = ()
    cause: Cause = "unclear"

    def told(self, words: str) -> str:
        """A sentence for whoever wrote the words, and what to write instead."""
        shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        sentence = f"“{shown}” was not understood: {self.reason}.{self._instead}"
        if not self.readings and (self.reason == UNKNOWN or self.cause == "no day"):
            return f"{sentence} Write {EXAMPLES}."
        return sentence

    @property
    def brief(self) -> str:
        """The same in the place of the date, beside the words."""
        return f"Not clear: {self.reason}.{self._instead}"

    @property
    def _instead(self) -> str:
        readings = " or ".join(each.edtf for each in self.readings)
        return f" Write {readings}." if readings else ""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of time in a text, ``text[start:end]``: what it means, or why none."""

    start: int
    end: int
    text: str
    meaning: Understood | Refused


def understand(words: str, day: UncertainDate | None) -> Understood | Refused:
    """What a printed expression means in a source of that day; never raises on any text.

    An EDTF text is itself. "Friday" is the day or the Friday before it, "May" the latest May that
    has begun, "last week" Monday to Sunday. Where ``day`` is known less exactly than the words
    need, or could give two meanings, they are refused: blank is better than wrong.
    """
    text = words.strip()
    if len(text) > LONGEST:
        return Refused(UNKNOWN, cause="unknown")
    try:
        return Understood(parse(text), "edtf")
    except EdtfError as error:
        refusal = error.cure
    if not text:
        return Refused(UNKNOWN, cause="unknown")
    line = _trimmed(text)
    for phrase in phrases(line, 0):
        if phrase.end == len(line):
            return _result(phrase, day)
    # What has no letters can only have been meant as EDTF, whose refusal says more.
    has_letters = any(each.isalpha() for each in text)
    return Refused(UNKNOWN if has_letters else refusal, cause="unknown")


def the_time_itself(meaning: Understood | Refused) -> Understood | Refused:
    """The same for a box that is itself a beginning or an end: "since 2016" is refused there."""
    if isinstance(meaning, Understood) and meaning.relation != "at":
        return Refused("it says since when or until when: write that time itself")
    return meaning


def find(text: str, day: UncertainDate | None) -> list[Found]:
    """All expressions of time in a text, in order, none within another. Linear in its length.

    Each means what :func:`understand` makes of its words. Words that can be something else ("May",
    "2018", "the 5th") count only after one that makes a time of them ("in May"). Expressions that
    follow each other without a word between them are one, which is understood as a whole or not.
    """
    line = Line(tokens(text))
    places: list[tuple[int, int]] = []
    done = 0
    for at in beginnings(line):
        end = _longest(line, text, at) if at >= done else 0
        if not end:
            continue
        if not is_name(line, text, at, end):
            start = line.tokens[at].start
            if places and not text[places[-1][1] : start].strip().removeprefix("of"):
                start = places.pop()[0]
            places.append((start, line.tokens[end - 1].end))
        done = end
    return [
        Found(start, end, text[start:end], understand(text[start:end], day))
        for start, end in places
    ]


def _longest(line: Line, text: str, at: int) -> int:
    """Where the longest expression ends that begins here and is a time for certain; 0 for none."""
    return max((each.end for each in phrases(line, at) if stands(line, text, at, each)), default=0)


def _trimmed(text: str) -> Line:
    """The tokens without the marks around them: “Friday’s”, (Friday), Friday."""
    found = tokens(text)
    first, last = 0, len(found)
    while first < last and found[first].word in _AROUND:
        first += 1
    while last > first + 1 and _is_around(found[last - 1].word, found[last - 2].word):
        last -= 1
    return Line(found[first:last])


def _is_around(word: str, before: str) -> bool:
    return word in _AROUND and not (word == "." and before in ("c", "ca"))


def _result(phrase: Phrase, day: UncertainDate | None) -> Understood | Refused:
    if not phrase.counted:
        return _on(phrase, ANY_DAY, ANY_DAY)
    if day is None or day.earliest is None or day.latest is None:
        return Refused(phrase.without_day, cause="no day")
    result = _on(phrase, day.earliest, day.latest)
    if isinstance(result, Refused) or not (day.approximate or day.uncertain):
        return result
    edtf = result.date.edtf
    if day.approximate:
        edtf = marked(edtf, "~")
    return Understood(
        parse(marked(edtf, "?") if day.uncertain else edtf), "counted", phrase.relation
    )


def _on(phrase: Phrase, first: date, last: date) -> Understood | Refused:
    """What it means on both days, or why it does not: on each it must mean the same.

    Every rule follows the calendar forwards, so two days that agree agree with those between.
    """
    try:
        edtf = phrase.meaning(first)
        other = edtf if first == last else phrase.meaning(last)
        if other != edtf:
            return Refused(
                f"the day of its source is not known exactly, and it is {parse(edtf)} or"
                f" {parse(other)} or between",
                cause="no day",
            )
        known = parse(edtf)
    except Unclear as unclear:
        cause: Cause = "none" if unclear.reason in NONE else "unclear"
        return Refused(unclear.reason, _readings(unclear.readings), cause)
    except EdtfError as error:
        return Refused(error.cure)
    except (ValueError, OverflowError):  # five years before the year 3
        return Refused(BEFORE_TIME)
    if phrase.counted and known.earliest and known.earliest > last:
        return Refused(AHEAD, cause="none")
    return Understood(known, "counted" if phrase.counted else "calendar", phrase.relation)


def _readings(texts: Sequence[str]) -> tuple[UncertainDate, ...]:
    return tuple(parse(text) for text in texts)


def said_back(typed: str, meaning: Understood, published: UncertainDate | None) -> str:
    """How a date was understood, in a sentence."""
    counted = meaning.basis == "counted" and published is not None
    as_of = f", as of the source's {published}" if counted else ""
    return f"“{typed}” was understood as {meaning.date} ({meaning.date.edtf}){as_of}."


def is_words(typed: str) -> bool:
    """Whether a date was typed as words, which a source may print, and not in figures alone."""
    return any(character.isalpha() for character in typed)


def not_understood(typed: str, refused: Refused, published: UncertainDate | None) -> str:
    """Why a date was not understood, and how one is written."""
    told = refused.told(typed)
    if refused.cause == "no day" and published is None:
        return f"{told} Or choose a source that has a date, from which it is counted."
    if published is not None and refused.cause != "unknown":
        return f"{told} The source is of {published}."
    return told
