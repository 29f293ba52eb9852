"""Every move of every role between any two states: allowed by the table, or refused in words."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from positions.choices import WorkflowState
from positions.models.workflow import (
    MOVES,
    Needed,
    Role,
    correction_kind,
    destinations,
    found,
    may_change,
    refusal,
)

GUIDE = Path(__file__).parents[2] / "docs/editors.md"
DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = WorkflowState
NEW = None

# Written out once more, and not read from the table: what each may do, from where to where.
CONTRIBUTORS = {(NEW, DRAFT), (NEW, IN_REVIEW), (DRAFT, IN_REVIEW), (IN_REVIEW, DRAFT)}
EDITORS = CONTRIBUTORS | {
    (NEW, PUBLISHED),
    (DRAFT, PUBLISHED),
    (IN_REVIEW, PUBLISHED),
    (PUBLISHED, WITHDRAWN),
    (WITHDRAWN, PUBLISHED),
}
STAY = {
    Role.CONTRIBUTOR: {(DRAFT, DRAFT), (IN_REVIEW, IN_REVIEW)},
    Role.EDITOR: {(state, state) for state in WorkflowState},
}
MAY = {Role.CONTRIBUTOR: CONTRIBUTORS, Role.EDITOR: EDITORS}
STATES = list(WorkflowState)


@pytest.mark.parametrize(("role", "before", "after"), list(product(Role, [None, *STATES], STATES)))
def test_a_move_is_allowed_just_where_the_table_says(
    role: Role, before: WorkflowState | None, after: WorkflowState
) -> None:
    allowed = (before, after) in MAY[role] | STAY[role]
    assert (after in destinations(before, role)) is allowed
    assert (refusal(before, after, role) == "") is allowed
    assert (found(before, after, role) is not None) is ((before, after) in MAY[role])


@pytest.mark.parametrize("role", Role)
def test_contributors_change_what_is_not_decided_and_editors_everything(role: Role) -> None:
    changed = {state for state in STATES if may_change(state, role)}
    assert changed == ({DRAFT, IN_REVIEW} if role is Role.CONTRIBUTOR else set(STATES))


def test_what_readers_have_seen_goes_back_to_no_draft() -> None:
    assert {move.after for move in MOVES if move.before == PUBLISHED} == {WITHDRAWN}
    assert {move.after for move in MOVES if move.before == WITHDRAWN} == {PUBLISHED}
    assert "correct it or withdraw it" in refusal(PUBLISHED, DRAFT, Role.EDITOR)


def test_readers_are_told_wherever_a_move_needs_it_and_of_changes() -> None:
    told = {
        (before, after)
        for before, after in product([None, *STATES], STATES)
        if correction_kind(before, after)
    }
    needing = {(m.before, m.after) for m in MOVES if m.needs is Needed.NOTE_TO_READERS}
    assert told == needing | {(PUBLISHED, PUBLISHED)}


def test_a_refusal_names_what_may_be_done_instead() -> None:
    assert refusal(DRAFT, PUBLISHED, Role.CONTRIBUTOR) == (
        "it is draft: a contributor may leave it draft or in review, not published"
    )
    assert refusal(WITHDRAWN, PUBLISHED, Role.CONTRIBUTOR) == (
        "it is withdrawn, which editors decide"
    )


def printed() -> str:
    """The table of moves as the editors' guide has it."""
    lines = ["| from | to | | contributor | editor | needs |", "|---|---|---|---|---|---|"]
    for move in MOVES:
        cells = [
            str(move.before.label) if move.before else "new",
            str(move.after.label),
            move.deed,
            *("yes" if role in move.roles else "" for role in Role),
            "" if move.needs is Needed.NOTHING else str(move.needs),
        ]
        lines.append(f"| {' | '.join(cells)} |".replace("  ", " "))
    return "\n".join(lines)


def test_the_editors_guide_prints_the_table() -> None:
    assert printed() in GUIDE.read_text(encoding="utf-8"), f"Put this there:\n{printed()}"
