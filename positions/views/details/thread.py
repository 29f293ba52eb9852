"""The exchange around a statement in short: two steps either way, the nearest with its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import F

from positions.choices import ReplyKind, WorkflowState
from positions.models import Reply
from positions.records import Byline, DateRecord, QuotationRecord, Ref, bylines_of
from positions.records.parts import DATED, columns, date_record, ref
from positions.records.quotation import quotations_of

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
class TiedStatement:
    """A statement, how the one before it in the thread is tied to it, and where it leads on."""

    pk: int
    tie: str
    statement: Ref
    date: DateRecord
    by_line: Byline | None = None
    words: QuotationRecord | None = None
    onward: list[TiedStatement] = field(default_factory=list)


@dataclass(slots=True)
class Thread:
    """What a statement answers, and what answers it; ``cut`` where not all is there."""

    answered: list[TiedStatement]
    answering: list[TiedStatement]
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.answered or self.answering)


def thread_of(statement: int) -> Thread:
    """The published statements around this one. Six queries at most, however many there are."""
    thread = Thread([], [])
    for near, backwards in ((thread.answered, True), (thread.answering, False)):
        steps = _steps([statement], backwards)
        near += [step for _, step in steps[:MOST]]
        by_key = {step.pk: step for step in near}
        further = _steps(by_key, backwards) if near else []
        thread.cut = thread.cut or max(len(steps), len(further)) > MOST
        for origin, onward in further[:MOST]:
            if onward.pk != statement:
                by_key[origin].onward.append(onward)
    nearest = [*thread.answered, *thread.answering]
    every = [step for near in nearest for step in (near, *near.onward)]
    by_lines = bylines_of({step.pk for step in every})
    for step in every:
        step.by_line = by_lines[step.pk]
    quotations = quotations_of({step.pk: step.statement.slug for step in nearest}, "")
    for step in nearest:
        step.words = _first(quotations[step.pk].values())
    return thread


def _first(quotations: Collection[QuotationRecord]) -> QuotationRecord | None:
    """The first of the speaker's own words, else of ours."""
    words = [quotation for quotation in quotations if not quotation.is_paraphrase]
    return next(iter(words or quotations), None)


def _steps(origins: Iterable[int], backwards: bool) -> list[tuple[int, TiedStatement]]:
    """(origin, step) from these statements; backwards to what they answer, or on to answers.

    The oldest first, and one more than are shown, so that it is known whether there are more.
    """
    here, there = (
        ("from_statement", "to_statement") if backwards else ("to_statement", "from_statement")
    )
    replies = Reply.objects.filter(
        **{f"{here}__in": list(origins), f"{there}__state": WorkflowState.PUBLISHED}
    ).order_by(F(f"{there}__earliest").asc(nulls_first=True), "id")
    shown = columns(f"{there}__", ("pk", "slug", "title", *DATED))
    found = []
    for row in replies.values("kind", f"{here}_id", *shown)[: MOST + 1]:
        kind = ReplyKind(row["kind"])
        step = TiedStatement(
            pk=row[f"{there}__pk"],
            tie=str(kind.label) if backwards else PASSIVE[kind],
            statement=ref("statement", row[f"{there}__slug"], row[f"{there}__title"], ""),
            date=date_record(row, f"{there}__"),
        )
        found.append((row[f"{here}_id"], step))
    return found
