"""The rows of the queue: a page of statements or challenges, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from positions.choices import ChallengeState, WorkflowState
from positions.models import Challenge, Quotation, Statement, by_line, voices_of
from positions.publishing.lacks import Lack, columns, lacking

PAGE_SIZE = 50
COUNT_CAP = 1_000
WORDS_SHOWN = 280  # characters


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits: who brought it to its state, its words, and what it lacks."""

    statement: Statement
    voices: str
    by: str
    words: Quotation | None
    short: str
    lacks: list[Lack]

    @property
    def has_text_to_take(self) -> bool:
        """Whether a contributor's text of one of its sources waits to be taken."""
        return any(lack.key == "proposed" for lack in self.lacks)


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of the queue."""

    rows: Sequence[Any] = ()
    number: int = 1
    more: bool = False
    total: str = "0"


def n_waiting() -> str:
    """How many statements are in review; counted up to a thousand. One query."""
    return counted(Statement.objects.filter(state=WorkflowState.IN_REVIEW))


def drafts_of(account: Any) -> QuerySet[Statement]:
    """The drafts that this account has entered."""
    entered = Statement.history.filter(history_type="+", history_user=account)
    return Statement.objects.filter(
        state=WorkflowState.DRAFT, pk__in=entered.order_by().values("id")
    )


def sent_back_to(account: Any) -> QuerySet[Statement]:
    """Its drafts with a note on what is to be mended."""
    return drafts_of(account).exclude(review_note="")


def counted(rows: QuerySet[Any]) -> str:
    """How many there are, "1,000+" from there on. One query, which stops at the cap."""
    count = rows.order_by().values("pk")[: COUNT_CAP + 1].count()
    return f"{COUNT_CAP:,}+" if count > COUNT_CAP else f"{count}"


def open_challenges() -> QuerySet[Challenge]:
    """Those not decided, the oldest first."""
    return Challenge.objects.filter(state=ChallengeState.OPEN).order_by("received_on", "pk")


def challenges(number: int) -> Rows:
    """A page of open challenges. Two queries."""
    found = open_challenges().select_related("statement", "assessment__proposition", "challenger")
    start = (number - 1) * PAGE_SIZE
    rows = list(found[start : start + PAGE_SIZE + 1])
    return Rows(rows[:PAGE_SIZE], number, len(rows) > PAGE_SIZE, counted(open_challenges()))


def statements(asked: QuerySet[Statement], number: int) -> Rows:
    """A page of these, those longest in their state first. Seven queries."""
    start = (number - 1) * PAGE_SIZE
    keys = asked.order_by("state_since", "pk").values_list("pk", flat=True)
    ids = list(keys[start : start + PAGE_SIZE + 1])
    shown = ids[:PAGE_SIZE]
    rows = (
        Statement.objects.filter(pk__in=shown)
        .annotate(**columns())
        .prefetch_related(by_line(), "quotations")
        .in_bulk()
    )
    movers = _movers(shown)
    return Rows(
        [_waiting(rows[pk], movers.get(pk, "")) for pk in shown if pk in rows],
        number,
        len(ids) > PAGE_SIZE,
        counted(asked),
    )


def _waiting(statement: Statement, by: str) -> Waiting:
    every = list(statement.quotations.all())
    words = next((each for each in every if not each.is_paraphrase), next(iter(every), None))
    exact = words.exact if words else ""
    return Waiting(
        statement=statement,
        voices=voices_of(statement),
        by=by,
        words=words,
        short=exact if len(exact) <= WORDS_SHOWN else f"{exact[:WORDS_SHOWN].rstrip()} …",
        lacks=lacking(statement),
    )


def _movers(ids: Collection[int]) -> dict[int, str]:
    """Who brought each statement to the state that it is in. One query."""
    records: dict[int, list[tuple[str, str, datetime]]] = defaultdict(list)
    for pk, state, name, moment in (
        Statement.history.filter(id__in=ids)
        .order_by("history_date", "history_id")
        .values_list("id", "state", "history_user__username", "history_date")
    ):
        records[pk].append((state, name or "a command", moment))
    found = {}
    for pk, saves in records.items():
        last, by, _ = saves[-1]
        for state, name, _ in reversed(saves):
            if state != last:
                break
            by = name
        found[pk] = by
    return found
