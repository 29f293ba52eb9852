"""Whom a by-line names, and how: one rule for pages, cards, feeds and shared links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from positions.choices import AttributionRole
from positions.models import Attribution
from positions.models.attribution import NAMED
from positions.records.parts import StakeholderRef
from positions.records.statement import StatementRecord
from positions.records.voices import (
    SPOKEN,
    First,
    Rule,
    VoiceRecord,
    speaking,
    standing,
    voice_record,
)

# What is read of the voices under a statement: for its by-line, and for that which leaves the site.
BYLINE: Mapping[Rule, int] = {speaking: NAMED}
STANDING_BYLINE: Mapping[Rule, int] = {standing: NAMED}


class Named(NamedTuple):
    """One name of a by-line: as it is called in full and in short, whose it is, for whom."""

    name: str
    short_name: str
    who: StakeholderRef
    behalf: StakeholderRef | None
    is_withdrawn: bool


class Byline(NamedTuple):
    """The first who are named, and how many more there are."""

    named: list[Named]
    n_more: int

    def __str__(self) -> str:
        """In short, without markup: “A spokesperson of Amazon, ACLU and 12 more”."""
        return self._line([each.short_name for each in self.named])

    @property
    def in_full(self) -> str:
        """The same with full names; whom somebody speaks for is called in short."""
        return self._line([each.name for each in self.named])

    def _line(self, names: Sequence[str]) -> str:
        line = ", ".join(
            f"{name} for {each.behalf.short_name}" if each.behalf else name
            for name, each in zip(names, self.named, strict=True)
        )
        return f"{line} and {self.n_more:,} more" if self.n_more > 0 else line


def byline(statement: StatementRecord) -> Byline:
    """The by-line of a record. No query."""
    return _of_records(speaking(statement.voices))


def standing_byline(statement: StatementRecord) -> Byline:
    """The same without those who withdrew their names, for what leaves the site. No query."""
    return _of_records(standing(statement.voices))


def byline_of(first: First) -> Byline:
    """The by-line that names these. No query."""
    return Byline(_named(first.shown), first.n_more)


def bylines_of(statements: Collection[int]) -> dict[int, Byline]:
    """The by-line of each of these statements, however many sign them. One query."""
    named: dict[int, list[VoiceRecord]] = {statement: [] for statement in statements}
    numbers = dict.fromkeys(statements, 0)
    rows = Attribution.objects.filter(statement__in=statements).first_speaking()
    for row in rows.values("statement_id", "n_speaking", *SPOKEN):
        named[row["statement_id"]].append(voice_record(row))
        numbers[row["statement_id"]] = row["n_speaking"]
    return {
        statement: Byline(_named(voices), max(0, numbers[statement] - len(voices)))
        for statement, voices in named.items()
    }


def _of_records(named: Sequence[VoiceRecord]) -> Byline:
    return Byline(_named(named[:NAMED]), max(0, len(named) - NAMED))


def _named(voices: Iterable[VoiceRecord]) -> list[Named]:
    return [
        Named(
            _called(each, each.stakeholder.name, first=place == 0),
            _called(each, each.stakeholder.short_name, first=place == 0),
            each.stakeholder,
            each.on_behalf_of,
            each.withdrawn_on is not None,
        )
        for place, each in enumerate(voices)
    ]


def _called(voice: VoiceRecord, name: str, *, first: bool) -> str:
    """Who is not named is called as the source prints it: “An AWS spokesperson”."""
    if voice.role != AttributionRole.SPOKESPERSON or voice.stakeholder.is_person:
        return name
    said = voice.name_printed or f"a spokesperson of {name}"
    return said[0].upper() + said[1:] if first else said
