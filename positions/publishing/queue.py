"""The rows of the queue: a page of statements or challenges, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from positions.choices import ChallengeState, WorkflowState
from positions.models import Assessment, Challenge, Quotation, Statement, by_line, names_in_by_line
from positions.publishing.lacks import Lack, columns, lacking
from positions.publishing.trail import Trail, trails_of

PAGE_SIZE = 50
COUNT_CAP = 1_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits: its words and stances as readers will have them, what it lacks.

    ``trail`` is its way so far: who entered it, who brought it to its state, and what was noted.
    """

    statement: Statement
    voices: str
    trail: Trail
    words: list[Quotation]
    judged: list[Assessment]
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


def entered_by(account: Any) -> Q:
    """The statements that this account has entered."""
    entered = Statement.history.filter(history_type="+", history_user=account)
    return Q(pk__in=entered.order_by().values("id"))


def drafts_of(account: Any) -> QuerySet[Statement]:
    """The drafts that this account has entered."""
    return Statement.objects.filter(entered_by(account), state=WorkflowState.DRAFT)


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
    """A page of these, those longest in their state first. Ten queries."""
    start = (number - 1) * PAGE_SIZE
    keys = asked.order_by("state_since", "pk").values_list("pk", flat=True)
    ids = list(keys[start : start + PAGE_SIZE + 1])
    shown = ids[:PAGE_SIZE]
    rows = (
        Statement.objects.filter(pk__in=shown)
        .annotate(**columns())
        .prefetch_related(by_line(), "quotations__source", "assessments__proposition")
        .in_bulk()
    )
    trails = trails_of(shown)
    return Rows(
        [_waiting(rows[pk], trails.get(pk, Trail())) for pk in shown if pk in rows],
        number,
        len(ids) > PAGE_SIZE,
        counted(asked),
    )


def _waiting(statement: Statement, trail: Trail) -> Waiting:
    return Waiting(
        statement=statement,
        voices=names_in_by_line(statement),
        trail=trail,
        words=list(statement.quotations.all()),
        judged=list(statement.assessments.all()),
        lacks=lacking(statement),
    )
