"""Accounts for changes to what readers have seen: each needs a note, or is one of wording alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from positions.choices import CorrectionKind
from positions.correcting.public_snapshot import (
    Snapshot,
    differing,
    differing_in_substance,
    snapshots,
)
from positions.models import Correction
from positions.models.workflow import OPEN_STATES, PUBLISHED, correction_kind


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """What is said of the changes: a public note, or that they are none in substance.

    The latter does not do for a stance, a date, a voice, or quoted words and their source: these
    are told with a note or not changed. ``regardless``: readers are told though nothing of the
    statement itself changed, as where the title of its source was put right.
    """

    note: str = ""
    no_substance: bool = False
    regardless: bool = False

    @property
    def reason(self) -> str:
        """What the private history keeps of it."""
        if self.note:
            return f"Readers are told: {self.note}"
        return "No change in substance, by the editor's word." if self.no_substance else ""

    @property
    def problems(self) -> list[str]:
        """Why the note cannot be told: too long, or with characters that nobody can see."""
        try:
            Correction._meta.get_field("note").run_validators(self.note)
        except ValidationError as error:
            return [f"the note to readers has {each}" for each in error.messages]
        return []


class NoteNeeded(Exception):
    """Readers have seen what was changed, and nothing is said of it. Undo all that was written.

    ``changed`` names what readers see changed, ``substance`` those of them that are no wording.
    """

    def __init__(
        self, statement: int, kind: CorrectionKind, changed: list[str], substance: list[str]
    ) -> None:
        self.statement, self.kind = statement, kind
        self.changed, self.substance = changed, substance
        super().__init__(explain(kind, changed, substance))


def explain(kind: CorrectionKind, changed: list[str], substance: list[str]) -> str:
    """Why a note is needed, and how to give it."""
    if kind is CorrectionKind.WITHDRAWN:
        return "Readers have seen this statement: tell them why it is withdrawn."
    if kind is CorrectionKind.RESTORED:
        return "Readers were told that it is withdrawn: tell them why it is published again."
    if substance:
        return (
            f"Readers have seen this statement, and {_listed(changed)} changed: tell them what was "
            f"corrected. A change of {_listed(substance)} is always one in substance."
        )
    return (
        f"Readers have seen this statement, and {_listed(changed)} changed: tell them what was "
        "corrected, or say that it is no change in substance."
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """How a statement was, and how it is: its states, and what differs in words."""

    statement: int
    before: str
    after: str
    changed: list[str]
    substance: list[str]

    @property
    def comes_out(self) -> bool:
        """Whether readers see it now, and had not seen it before."""
        return self.before in OPEN_STATES and self.after == PUBLISHED

    @property
    def kind(self) -> CorrectionKind | None:
        """What readers are told of it, if anything; None where they saw nothing."""
        return correction_kind(self.before, self.after)


class Ledger:
    """What readers saw of statements before they are written. Use it within one transaction."""

    def __init__(self) -> None:
        self._before: dict[int, tuple[str, Snapshot]] = {}
        self._looked: set[int] = set()

    def open(self, statements: Collection[int]) -> None:
        """Remember how these are now, unless that was done. Seven queries where one was not."""
        new = set(statements) - self._looked
        if new:
            self._before |= snapshots(new)
            self._looked |= new

    def differences(self) -> list[Difference]:
        """What became of each statement that is still there. Seven queries."""
        now = snapshots(self._before) if self._before else {}
        return [
            Difference(
                statement,
                state,
                now[statement][0],
                differing(snapshot, now[statement][1]),
                differing_in_substance(snapshot, now[statement][1]),
            )
            for statement, (state, snapshot) in self._before.items()
            if statement in now
        ]


def due(differences: Iterable[Difference], correction_note: CorrectionNote) -> list[Correction]:
    """A correction for each statement whose readers are told of something; not yet written.

    Raises NoteNeeded where the note says nothing of a change; then undo the writes.
    """
    made = []
    for each in differences:
        kind = each.kind
        if kind is None or not _is_told(kind, each.changed, each.substance, correction_note):
            continue
        if not correction_note.note:
            raise NoteNeeded(each.statement, kind, each.changed, each.substance)
        made.append(Correction(statement_id=each.statement, kind=kind, note=correction_note.note))
    return made


def _is_told(
    kind: CorrectionKind, changed: list[str], substance: list[str], correction_note: CorrectionNote
) -> bool:
    if kind is not CorrectionKind.CORRECTED or substance:
        return True
    if correction_note.note:
        return bool(changed) or correction_note.regardless
    return bool(changed) and not correction_note.no_substance


def _listed(changed: list[str]) -> str:
    if len(changed) == 1:
        return changed[0]
    return f"{', '.join(changed[:-1])} and {changed[-1]}"
