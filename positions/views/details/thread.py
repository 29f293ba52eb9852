"""The thread of a statement: what it answers and what answers it, two steps either way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from positions.choices import ReplyKind, WorkflowState
from positions.models import Reply, Statement

# How a reply of each kind reads from the other side.
PASSIVE = {
    ReplyKind.ANSWERS: "is answered by",
    ReplyKind.SUPERSEDES: "is superseded by",
    ReplyKind.CLARIFIES: "is clarified by",
    ReplyKind.RETRACTS: "is retracted by",
    ReplyKind.REAFFIRMS: "is reaffirmed by",
}


@dataclass(slots=True)
class Step:
    """A statement, how the one before it in the thread is tied to it, and where it leads on."""

    tie: str
    statement: Statement
    onward: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Thread:
    """What a statement answers, and what answers it."""

    answered: list[Step]
    answering: list[Step]

    def __bool__(self) -> bool:
        return bool(self.answered or self.answering)


def thread_of(statement: Statement) -> Thread:
    """The published statements around this one. Seven queries at most, however many there are."""
    thread = Thread(_steps([statement.pk], True), _steps([statement.pk], False))
    for near, backwards in ((thread.answered, True), (thread.answering, False)):
        far = _by_origin([step.statement.pk for step in near], backwards) if near else {}
        for step in near:
            step.onward = [
                onward
                for onward in far.get(step.statement.pk, [])
                if onward.statement.pk != statement.pk
            ]
    every = [*thread.answered, *thread.answering]
    prefetch_related_objects(
        [step.statement for near in every for step in (near, *near.onward)],
        "attributions__stakeholder",
        "attributions__on_behalf_of",
    )
    return thread


def _steps(origins: Collection[int], backwards: bool) -> list[Step]:
    return [step for steps in _by_origin(origins, backwards).values() for step in steps]


def _by_origin(origins: Collection[int], backwards: bool) -> dict[int, list[Step]]:
    """One step from each of these statements; backwards to what it answers, or on to answers."""
    here, there = (
        ("from_statement", "to_statement") if backwards else ("to_statement", "from_statement")
    )
    replies = Reply.objects.filter(
        **{f"{here}__in": origins, f"{there}__state": WorkflowState.PUBLISHED}
    )
    found: dict[int, list[Step]] = {}
    for reply in replies.select_related(there).order_by(f"{there}__earliest", "id"):
        kind = ReplyKind(reply.kind)
        step = Step(
            str(kind.label) if backwards else PASSIVE[kind],
            reply.to_statement if backwards else reply.from_statement,
        )
        origin = reply.from_statement_id if backwards else reply.to_statement_id
        found.setdefault(origin, []).append(step)
    return found
