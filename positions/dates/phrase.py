"""What a rule of the grammar gives: how far it read, and what the words mean on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Meaning = Callable[[date], str]
Relation = Literal["at", "from", "until"]
Kind = Literal["day", "weekday", "week", "month", "season", "year", "span"]

Telling = Literal["always", "led", "on", "never"]

NO_DAY = "it is counted from the day of its source, which is not known"
AHEAD = "it lies after the day of its source"
ELSEWHERE = "it is counted from another time than the day of its source"
SEVERAL = "it names none of several"
FISCAL = "a fiscal year begins on different days: write its first and its last month"
NONE = frozenset((AHEAD, SEVERAL, FISCAL))  # what is no time, or none that is past
BEFORE_TIME = "it lies outside the years 1 to 9999"


class Unclear(ValueError):
    """Words that are an expression of time, and do not say which; ``readings`` are EDTF."""

    def __init__(self, reason: str, readings: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.readings = tuple(readings)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression of time, up to and without the token ``end``.

    ``meaning`` gives its EDTF as of a day, or raises Unclear; where it is not ``counted`` any day
    will do, and where it is, ``without_day`` says what is amiss if none is known. ``telling`` is
    what makes it a time in running text: nothing more, a word such as "in" before it, "on" alone,
    or nothing at all. The number at the end of an ``exposed`` one may count what follows it. A
    ``floating`` one ("May") is, at the start of a range, the latest before its end.
    """

    end: int
    meaning: Meaning
    kind: Kind
    counted: bool = True
    telling: Telling = "always"
    exposed: bool = False
    floating: bool = False
    relation: Relation = "at"
    without_day: str = NO_DAY
