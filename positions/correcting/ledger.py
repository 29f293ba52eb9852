"""Accounts for changes to what readers have seen: each needs a note, or is one of wording alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from positions.choices import CorrectionKind
from positions.correcting.face import Face, differing, differing_in_substance, faces
from positions.models import Correction
from positions.models.workflow import correction_kind


@dataclass(frozen=True, slots=True)
class Account:
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


class Ledger:
    """What readers saw of statements before they are written. Use it within one transaction."""

    def __init__(self, statements: Collection[int] = ()) -> None:
        self._before: dict[int, tuple[str, Face]] = {}
        self._looked: set[int] = set()
        self.open(statements)

    def open(self, statements: Collection[int]) -> None:
        """Remember how these are now, unless that was done. Seven queries where one was not."""
        new = set(statements) - self._looked
        if new:
            self._before |= faces(new)
            self._looked |= new

    def settle(self, account: Account, moment: datetime | None = None) -> list[Correction]:
        """Write a correction for each statement whose readers are told of something.

        Raises NoteNeeded where the account says nothing of a change; then undo the writes. Costs
        seven queries, and two for each correction.
        """
        made = []
        now = faces(self._before)
        for statement, (state, face) in self._before.items():
            if statement not in now:
                continue  # deleted
            after, new_face = now[statement]
            kind = correction_kind(state, after)
            changed = differing(face, new_face)
            substance = differing_in_substance(face, new_face)
            if kind is None or not _is_told(kind, changed, substance, account):
                continue
            if not account.note:
                raise NoteNeeded(statement, kind, changed, substance)
            made.append(_correction(statement, kind, account.note, moment))
        return made


def _is_told(
    kind: CorrectionKind, changed: list[str], substance: list[str], account: Account
) -> bool:
    if kind is not CorrectionKind.CORRECTED or substance:
        return True
    if account.note:
        return bool(changed) or account.regardless
    return bool(changed) and not account.no_substance


def _correction(
    statement: int, kind: CorrectionKind, note: str, moment: datetime | None
) -> Correction:
    correction = Correction(statement_id=statement, kind=kind, note=note)
    correction.full_clean(exclude={"statement"})  # which is there, and would cost a query
    if moment is not None:
        vars(correction)["_history_date"] = moment
    correction.save()
    return correction


def _listed(changed: list[str]) -> str:
    if len(changed) == 1:
        return changed[0]
    return f"{', '.join(changed[:-1])} and {changed[-1]}"
