"""The exchange around a statement in short: two steps either way, the nearest with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, prefetch_related_objects

from positions.choices import ReplyKind, WorkflowState
from positions.models import Quotation, Reply, Statement, by_line

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
    """The published statements around this one. Six queries at most, however many there are."""
    thread = Thread([], [])
    for near, backwards in ((thread.answered, True), (thread.answering, False)):
        steps = _steps([statement.pk], backwards)
        near += [step for _, step in steps[:MOST]]
        by_key = {step.statement.pk: step for step in near}
        further = _steps(by_key, backwards) if near else []
        thread.cut = thread.cut or max(len(steps), len(further)) > MOST
        for origin, onward in further[:MOST]:
            if onward.statement.pk != statement.pk:
                by_key[origin].onward.append(onward)
    every = [*thread.answered, *thread.answering]
    prefetch_related_objects(
        [step.statement for near in every for step in (near, *near.onward)],
        by_line(),
    )
    prefetch_related_objects([step.statement for step in every], "quotations")
    for step in every:
        step.words = _first(step.statement)
    return thread


def _first(statement: Statement) -> Quotation | None:
    """The first of the speaker's own words, else of ours; its quotations have been read."""
    quotations = list(statement.quotations.all())
    words = [quotation for quotation in quotations if not quotation.is_paraphrase]
    return next(iter(words or quotations), None)


def _steps(origins: Iterable[int], backwards: bool) -> list[tuple[int, Step]]:
    """(origin, step) from these statements; backwards to what they answer, or on to answers.

    The oldest first, and one more than are shown, so that it is known whether there are more.
    """
    here, there = (
        ("from_statement", "to_statement") if backwards else ("to_statement", "from_statement")
    )
    replies = Reply.objects.filter(
        **{f"{here}__in": list(origins), f"{there}__state": WorkflowState.PUBLISHED}
    ).order_by(F(f"{there}__earliest").asc(nulls_first=True), "id")
    found = []
    for reply in replies.select_related(there)[: MOST + 1]:
        kind = ReplyKind(reply.kind)
        step = Step(
            str(kind.label) if backwards else PASSIVE[kind],
            reply.to_statement if backwards else reply.from_statement,
        )
        origin = reply.from_statement_id if backwards else reply.to_statement_id
        found.append((origin, step))
    return found
