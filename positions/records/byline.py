"""Whom a by-line names, and how: one rule for pages, cards, feeds and shared links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from positions.choices import AttributionRole, Capacity, StakeholderKind
from positions.models import Attribution, Stakeholder, Statement
from positions.models.attribution import NAMED
from positions.records.parts import StakeholderRef
from positions.records.statement import StatementRecord, VoiceRecord


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
    """The by-line of a record, or of a statement that has been read with ``by_line``. No query."""
    if isinstance(statement, StatementRecord):
        return byline_of(statement.voices)
    rows: list[Any] = vars(statement)["by_line"]  # where `by_line` has put them
    return Byline(_named(map(_voice, rows)), rows[0].n_speaking - len(rows) if rows else 0)


def standing_byline(statement: Statement | StatementRecord) -> Byline:
    """The same without those who withdrew their names, for what leaves the site. No query.

    Of a statement that is no record, the attributions with both stakeholders have been read.
    """
    if isinstance(statement, StatementRecord):
        voices = statement.voices
    else:
        voices = [_voice(each) for each in statement.attributions.all()]
    return byline_of([each for each in voices if each.withdrawn_on is None])


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


def byline_of(voices: Sequence[VoiceRecord]) -> Byline:
    """Of all who make a statement, in their order. Nobody is named beside who speaks for them."""
    principals = {each.on_behalf_of.slug for each in voices if each.on_behalf_of}
    speaking = [each for each in voices if each.stakeholder.slug not in principals]
    return Byline(_named(speaking[:NAMED]), max(0, len(speaking) - NAMED))


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
