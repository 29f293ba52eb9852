"""The exchange around a statement in short: two steps either way, the nearest with its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from positions.choices import ReplyKind, WorkflowState
from positions.models import Quotation, Reply, Statement

# Statements of one step either way; the page of the exchange has more.
MOST = 12

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
    words: Quotation | None = None
    onward: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Thread:
    """What a statement answers, and what answers it; ``cut`` where not all is there."""

    answered: list[Step]
    answering: list[Step]
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.answered or self.answering)


def thread_of(statement: Statement) -> Thread:
    """The published statements around this one. Eight queries at most, however many there are."""
    before, after = _steps([statement.pk], True), _steps([statement.pk], False)
    thread = Thread(before[:MOST], after[:MOST], max(len(before), len(after)) > MOST)
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
    prefetch_related_objects([step.statement for step in every], "quotations")
    for step in every:
        step.words = _first(step.statement)
    return thread


def _first(statement: Statement) -> Quotation | None:
    """The first of the speaker's own words, else of ours; its quotations have been read."""
    quotations = list(statement.quotations.all())
    return next(
        (each for each in quotations if not each.is_paraphrase), next(iter(quotations), None)
    )


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
