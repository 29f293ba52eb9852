"""Bringing statements to another state, by the one table of moves, each through all checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from positions import derivation
from positions.admin.history.timeline import stamp
from positions.checking import check_for_readers, unfound_by_readers
from positions.choices import WorkflowState
from positions.correcting import Account, Ledger
from positions.models import Capture, StaleEdit, Statement, workflow
from positions.models.workflow import Needed, Role


@dataclass(frozen=True, slots=True)
class Refused:
    """A statement that stays as it was, and why."""

    statement: Statement
    why: Sequence[str]

    def __str__(self) -> str:
        return f"“{self.statement}” stays as it was: {'; '.join(self.why)}."


def obstacles(statement: Statement) -> list[str]:
    """What keeps a statement, as it is stored, from being published. Some queries a source."""
    found = [f"it lacks {lack}" for lack in statement.missing_for_publication()]
    unfound = unfound_by_readers(statement)
    waits = (
        "; one that a contributor brought waits to be taken" if waits_for_text(statement) else ""
    )
    told = f"is not in the text of its source{waits}"
    return [*found, *(f"{each} {told}" for each in unfound)]


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
    """Why a statement, which has its new state but is otherwise as stored, may not have it."""
    if why := workflow.refusal(before, statement.state, role):
        return [why]
    move = workflow.found(before, statement.state, role)
    needs = move.needs if move else Needed.NOTHING
    found = []
    if needs is Needed.NOTE_TO_CONTRIBUTOR and not to_contributor:
        found.append("say to the contributor what is to be mended")
    if needs is Needed.NOTE_TO_READERS and not to_readers:
        found.append(f"to {move.deed} it, tell readers why" if move else "tell readers why")
    if statement.is_published:
        found += obstacles(statement)
    return found


@transaction.atomic
def move(
    statements: Iterable[Statement],
    state: WorkflowState,
    role: Role,
    *,
    to_contributor: str = "",
    account: Account | None = None,
) -> tuple[list[Statement], list[Refused]]:
    """Bring statements to a state and derive; those moved, and of the others why not.

    ``to_contributor`` is the note with which they are sent back, ``account`` what readers are told.
    """
    account = account or Account()
    moved, refused = [], []
    chosen = list(statements)
    ledger = Ledger([statement.pk for statement in chosen])
    now = timezone.now()
    for statement in chosen:
        before, statement.state = statement.state, state
        why = account.problems or refusals(
            before, statement, role, to_contributor=to_contributor, to_readers=account.note
        )
        if not why:
            why = _write(statement, to_contributor, account)
        if why:
            statement.state = before
            refused.append(Refused(statement, why))
            continue
        moved.append(statement)
        if statement.is_published and before in workflow.OPEN_STATES:
            check_for_readers([statement.pk])
    ledger.settle(account, now)
    derivation.refresh([statement.pk for statement in moved])
    return moved, refused


def _write(statement: Statement, to_contributor: str, account: Account) -> list[str]:
    """Save it with its new state; why it cannot be, empty where it was."""
    if to_contributor:
        statement.review_note = to_contributor
    try:
        with transaction.atomic():
            statement.full_clean()
            stamp(statement, timezone.now(), account.reason)
            statement.save()
    except ValidationError as error:
        return list(error.messages)
    except StaleEdit:
        return ["somebody else changed it at this moment; try again"]
    return []
