"""Bringing statements to another state, by the one table of moves, each through all checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from positions.choices import WorkflowState
from positions.models import Capture, Statement, workflow
from positions.models.workflow import Needed, Role
from positions.recording import NOTHING_SAID, CorrectionNote, Recording
from positions.recording.checking import unfound_by_readers
from positions.recording.publication import FOUND, lacking


@dataclass(frozen=True, slots=True)
class NotMoved:
    """A statement that stays as it was, and why."""

    statement: Statement
    why: Sequence[str]

    def __str__(self) -> str:
        return f"“{self.statement}” stays as it was: {'; '.join(self.why)}."


def obstacles(statements: Sequence[Statement]) -> dict[int, list[str]]:
    """What keeps each of these, as they are stored, from being published; else they are left out.

    A fixed number of queries for each five hundred, some for each text and each that is kept.
    """
    keys = [each.pk for each in statements]
    lacks, unfound = lacking(keys), unfound_by_readers(keys)
    found: dict[int, list[str]] = {}
    for statement in statements:
        needs = [need for need in lacks.get(statement.pk, ()) if need is not FOUND]
        told = [f"it lacks {need.cure}" for need in needs]
        words = unfound.get(statement.pk, [])
        if words and waits_for_text(statement):
            waits = "; one that a contributor brought waits to be taken"
        else:
            waits = ""
        told += [f"{each} is not in the text of its source{waits}" for each in words]
        if told:
            found[statement.pk] = told
    return found


def waits_for_text(statement: Statement) -> bool:
    """Whether a contributor has brought a text of one of its sources that no editor has taken."""
    if statement.state not in workflow.OPEN_STATES and not statement.is_published:
        return False
    quoted = statement.quotations.in_words().order_by().values("source")
    return Capture.objects.waiting().filter(source__in=quoted).exists()


def taken_message(results: Mapping[str, int]) -> str:
    """What came of taking texts, for the editor who took them."""
    told = ", ".join(f"{label.lower()}: {n}" for label, n in sorted(results.items()))
    return f"The texts were taken, and all that is quoted from them checked. {told}."


def refusals(
    before: str | None, statement: Statement, role: Role, *, to_contributor: str, to_readers: str
) -> list[str]:
    """Why this hand may not bring a statement to the state that it now has, from the one before."""
    if why := workflow.refusal(before, statement.state, role):
        return [why]
    move = workflow.found(before, statement.state, role)
    needs = move.needs if move else Needed.NOTHING
    found = []
    if needs is Needed.NOTE_TO_CONTRIBUTOR and not to_contributor:
        found.append("say to the contributor what is to be mended")
    if needs is Needed.NOTE_TO_READERS and not to_readers:
        found.append(f"to {move.deed} it, tell readers why" if move else "tell readers why")
    return found


def move(
    statements: Iterable[Statement],
    state: WorkflowState,
    role: Role,
    *,
    to_contributor: str = "",
    correction_note: CorrectionNote = NOTHING_SAID,
) -> tuple[list[Statement], list[NotMoved]]:
    """Bring statements to a state, as one write; those moved, and of the others why not.

    ``to_contributor`` is the note with which they are sent back, ``correction_note`` what readers
    are told. Costs a fixed number of queries for each five hundred, and some for each that is
    refused. Raises StaleEdit where one was changed since it was read; then nothing is moved.
    """
    chosen = list(statements)
    before = {each.pk: each.state for each in chosen}
    lacks = obstacles(chosen) if state is WorkflowState.PUBLISHED else {}
    moved, refused = [], []
    for statement in chosen:
        statement.state = state
        why = correction_note.problems or refusals(
            before[statement.pk],
            statement,
            role,
            to_contributor=to_contributor,
            to_readers=correction_note.note,
        )
        why += lacks.get(statement.pk, ())
        if why:
            statement.state = before[statement.pk]
            refused.append(NotMoved(statement, why))
        else:
            statement.review_note = to_contributor or statement.review_note
            moved.append(statement)
    with Recording(correction_note) as record:
        record.change_all(dict.fromkeys(moved, ("state", "review_note")))
    return moved, refused
