"""What was typed, as it was read: the parts that are conditions, and those that are words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from positions.dates import EdtfError, parse
from positions.search.typed import Query, read

FROM, UNTIL = "from", "until"

Conditions = tuple[tuple[str, str], ...]  # key of the query string, value


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what was typed, as it would be typed again, and the conditions that it stands for.

    One without conditions is looked for as words. ``is_asked``: it was written as ``key:value``.
    ``refused`` says why it cannot be looked for, and the cure; "" where it can.
    """

    typed: str
    conditions: Conditions = ()
    is_asked: bool = False
    refused: str = ""

    @property
    def keys(self) -> set[str]:
        return {key for key, _ in self.conditions}

    @property
    def values(self) -> set[str]:
        return {value for _, value in self.conditions}

    @property
    def is_name(self) -> bool:
        return not self.is_asked and bool(self.keys & {"organisation", "person"})

    @property
    def is_time(self) -> bool:
        return bool(self.keys & {FROM, UNTIL})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, part by part."""

    parts: tuple[Part, ...]

    @property
    def typed(self) -> str:
        return " ".join(part.typed for part in self.parts)

    @property
    def words(self) -> str:
        """What is looked for as words."""
        return " ".join(part.typed for part in self.parts if not part.conditions)

    @property
    def named(self) -> str:
        """The words, and the names that became conditions: what is marked where it stands."""
        return " ".join(part.typed for part in self.parts if not part.conditions or part.is_name)

    @property
    def recognised(self) -> list[Part]:
        """The parts that are conditions."""
        return [part for part in self.parts if part.conditions]

    @property
    def conditions(self) -> dict[str, list[str]]:
        """By key, the values; of several times, from the first to the last."""
        found: dict[str, list[str]] = {}
        for key, value in chain.from_iterable(part.conditions for part in self.parts):
            if value not in found.setdefault(key, []):
                found[key].append(value)
        return {
            key: [_outermost(key, values)] if key in (FROM, UNTIL) else values
            for key, values in found.items()
        }

    def without(self, part: Part) -> Reading:
        """The same without this part."""
        return Reading(tuple(each for each in self.parts if each is not part))

    def without_words(self, query: Query, fewer: Query) -> str:
        """What would be typed to look for fewer words than ``query``, each where it stood."""
        gone = {*query.terms} - {*fewer.terms}
        kept = [
            part
            for part in self.parts
            if part.conditions or not (terms := {*read(part.typed).terms}) or not terms <= gone
        ]
        if len(self.parts) - len(kept) < len(gone):  # one of them is of several parts
            return self.with_words(fewer.typed)
        return " ".join(part.typed for part in kept)

    def with_words(self, words: str) -> str:
        """What would be typed to look for other words under the same conditions."""
        return " ".join([*(part.typed for part in self.recognised), words])

    @property
    def as_words(self) -> str:
        """What would be typed to look for names, kinds and stances as words, too."""
        return " ".join(
            part.typed
            if part.is_asked or part.is_time or not part.conditions
            else f'"{part.typed}"'
            for part in self.parts
        )

    def others(self) -> Iterator[Reading]:
        """The same with ever less read as conditions: kinds and stances, names, then times."""
        reading = self
        for may_stay in (
            lambda part: part.is_name or part.is_time,
            lambda part: part.is_time,
            lambda _: False,
        ):
            fewer = replace(
                reading,
                parts=tuple(
                    part if part.is_asked or may_stay(part) else replace(part, conditions=())
                    for part in reading.parts
                ),
            )
            if fewer != reading:
                yield fewer
            reading = fewer


def _outermost(key: str, values: Sequence[str]) -> str:
    """The first of several beginnings, the last of several ends; what is no date is kept."""
    try:
        dates = [(value, parse(value)) for value in values]
    except EdtfError:
        return values[0]
    if key == FROM:
        return min(dates, key=lambda each: each[1].earliest or date.min)[0]
    return max(dates, key=lambda each: each[1].latest or date.max)[0]
