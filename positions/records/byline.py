"""Whom a by-line names, and how: one rule for pages, cards, feeds and shared links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.models import Attribution, Stakeholder, Statement
from positions.models.attribution import NAMED
from positions.records.parts import StakeholderRef
from positions.records.statement import StatementRecord, VoiceRecord
from positions.records.voices import First, Rule, first_of, speaking, standing

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


def byline(statement: Statement | StatementRecord) -> Byline:
    """The by-line of a record, or of a statement that was read with ``by_line``. No query."""
    if isinstance(statement, StatementRecord):
        return _of_records(speaking(statement.voices))
    rows = statement.by_line
    return byline_of(First(rows, rows[0].n_speaking if rows else 0))


def standing_byline(statement: Statement | StatementRecord) -> Byline:
    """The same without those who withdrew their names, for what leaves the site.

    No query for a record, two for a statement.
    """
    if isinstance(statement, StatementRecord):
        return _of_records(standing(statement.voices))
    return byline_of(first_of(statement.pk, STANDING_BYLINE)[standing])


def byline_of(first: First) -> Byline:
    """The by-line that names these. No query."""
    return Byline(_named(map(_voice, first.shown)), first.n_more)


def _of_records(named: Sequence[VoiceRecord]) -> Byline:
    return Byline(_named(named[:NAMED]), max(0, len(named) - NAMED))


def _voice(attribution: Attribution) -> VoiceRecord:
    """As the record has it; both stakeholders have been read."""
    behalf = attribution.speaks_for
    return VoiceRecord(
        stakeholder=_ref(attribution.stakeholder),
        role=AttributionRole(attribution.role),
        capacity=Capacity(attribution.capacity),
        on_behalf_of=_ref(behalf) if behalf else None,
        affiliation=None,
        name_printed=attribution.name_printed,
        withdrawn_on=attribution.withdrawn_on,
    )


def _ref(shown: Stakeholder) -> StakeholderRef:
    return StakeholderRef(
        slug=shown.slug,
        url=shown.get_absolute_url(),
        name=shown.name,
        abbreviation=shown.abbreviation,
        kind=StakeholderKind(shown.kind),
    )


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
