"""Which state a statement may come to from which, by whose hand, and what must be said with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from positions.choices import CorrectionKind, WorkflowState

# The permission of those who decide what readers see.
PUBLISH = "positions.publish_statement"

DRAFT, IN_REVIEW = WorkflowState.DRAFT, WorkflowState.IN_REVIEW
PUBLISHED, WITHDRAWN = WorkflowState.PUBLISHED, WorkflowState.WITHDRAWN


class Role(StrEnum):
    """Whose hand it is. Administrators move statements as editors do."""

    CONTRIBUTOR = "contributor"
    EDITOR = "editor"


class Needed(StrEnum):
    """What must be said with a move."""

    NOTHING = "nothing"
    NOTE_TO_CONTRIBUTOR = "a note to the contributor"
    NOTE_TO_READERS = "a note to readers"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move; ``before`` is None for a statement that is new."""

    deed: str
    before: WorkflowState | None
    after: WorkflowState
    roles: frozenset[Role]
    needs: Needed = Needed.NOTHING


ANYBODY = frozenset(Role)
EDITORS = frozenset({Role.EDITOR})

# All that is allowed. What readers have seen goes back to no draft: it is corrected or withdrawn.
MOVES = (
    Move("begin", None, DRAFT, ANYBODY),
    Move("begin, and hand in", None, IN_REVIEW, ANYBODY),
    Move("begin, and publish", None, PUBLISHED, EDITORS),
    Move("hand in", DRAFT, IN_REVIEW, ANYBODY),
    Move("take back", IN_REVIEW, DRAFT, frozenset({Role.CONTRIBUTOR})),
    Move("send back", IN_REVIEW, DRAFT, EDITORS, Needed.NOTE_TO_CONTRIBUTOR),
    Move("publish", DRAFT, PUBLISHED, EDITORS),
    Move("publish", IN_REVIEW, PUBLISHED, EDITORS),
    Move("withdraw", PUBLISHED, WITHDRAWN, EDITORS, Needed.NOTE_TO_READERS),
    Move("publish again", WITHDRAWN, PUBLISHED, EDITORS, Needed.NOTE_TO_READERS),
)
# In these, whoever may change statements at all may change one; in the others, editors alone.
OPEN_STATES = (DRAFT, IN_REVIEW)


def found(before: str | None, after: str, role: Role) -> Move | None:
    """The move between two states, if that role may make it."""
    return next(
        (
            move
            for move in MOVES
            if (move.before, move.after) == (before, after) and role in move.roles
        ),
        None,
    )


def destinations(before: str | None, role: Role) -> list[WorkflowState]:
    """The states that a statement may be saved in: where it is, and where the role may bring it."""
    may = {move.after for move in MOVES if move.before == before and role in move.roles}
    if before is not None and may_change(before, role):
        may.add(WorkflowState(before))
    return [state for state in WorkflowState if state in may]


def may_change(state: str, role: Role) -> bool:
    """Whether the role may change a statement that is in this state."""
    return role is Role.EDITOR or state in OPEN_STATES


def is_seen(state: str) -> bool:
    """Whether readers see a statement in this state, or saw it until it was withdrawn.

    What is seen goes back to no draft, and is withdrawn rather than deleted.
    """
    return state not in OPEN_STATES


def refusal(before: str | None, after: str, role: Role) -> str:
    """Why a statement may not be brought from one state to another; empty where it may."""
    may = destinations(before, role)
    if after in may:
        return ""
    now = f"it is {_worded(before)}" if before else "it is new"
    if before == PUBLISHED and after in OPEN_STATES:
        return f"{now}: readers have seen it, so correct it or withdraw it"
    if not may:
        return f"{now}, which editors decide"
    ways = " or ".join(_worded(state) for state in may)
    return f"{now}: a {role} may leave it {ways}, not {_worded(after)}"


def correction_kind(before: str | None, after: str) -> CorrectionKind | None:
    """What readers are told of a change between these states; None where they saw nothing."""
    told = {
        (PUBLISHED, PUBLISHED): CorrectionKind.CORRECTED,
        (PUBLISHED, WITHDRAWN): CorrectionKind.WITHDRAWN,
        (WITHDRAWN, PUBLISHED): CorrectionKind.RESTORED,
    }
    return told.get((before, after))  # type: ignore[arg-type]


def _worded(state: str) -> str:
    return str(WorkflowState(state).label).lower()
