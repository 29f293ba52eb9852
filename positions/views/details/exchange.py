"""The page of an exchange: the statements that answer each other, each once, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions.choices import FOUND_IN_SOURCE, ReplyKind, WorkflowState
from positions.models import Reply, Statement
from positions.records import DateRecord, QuotationRecord, StatementRecord, fetch_statements
from positions.records.statement import BEYOND_ROWS, PARTS, STATED, statement_records
from positions.views.details.lookup import follow_moves
from positions.views.details.published import find_published

STEPS = 6  # how far from the statement the exchange is followed, either way
MOST = 60  # statements
MOST_TIES = 1000  # of one step; who has more answers than that has more than can be shown

Moment = tuple[date, date, int]  # first day, last day, key: the order of the whole record


@dataclass(frozen=True, slots=True)
class Tie:
    """That one statement does something to another, both of them by key."""

    kind: ReplyKind
    reply: int
    answered: int


@dataclass(frozen=True, slots=True)
class Web:
    """Statements that are tied together, each with its moment; ``cut`` where there are more."""

    moments: dict[int, Moment]
    ties: list[Tie]
    cut: bool


@dataclass(slots=True)
class Turn:
    """One statement of the exchange with its words, what it does to the others, and its answers.

    ``tie`` is how it is tied to the turn that it stands under, "" where it stands under none;
    ``further`` are its other ties, each with the statement that it is to.
    """

    statement: StatementRecord
    words: list[QuotationRecord]
    current: bool
    tie: str = ""
    further: list[tuple[str, StatementRecord]] = field(default_factory=list)
    answers: list[Turn] = field(default_factory=list)


@require_safe
@follow_moves
def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """The exchange around one published statement. Eleven queries at most."""
    row = find_published(Statement.objects.published().values(*STATED), slug)
    [record] = statement_records([row], unread=PARTS)
    web = web_of(row["pk"], record.date)
    context = {
        "record": record,
        "turns": turns_of(web, row["pk"]),
        "n_statements": len(web.moments),
        "cut": web.cut,
        "steps": STEPS,
        "most": MOST,
    }
    return render(request, "details/exchange.html", context)


def web_of(statement: int, said: DateRecord) -> Web:
    """The published statements within so many steps, the nearest first. A query for each step."""
    moments = {statement: _moment(said.earliest, said.latest, statement)}
    ties: dict[Tie, None] = {}
    edge, cut = {statement}, False
    for _ in range(STEPS):
        rows = _ties_of(edge)
        cut = cut or len(rows) == MOST_TIES
        near: dict[int, Moment] = {}
        for tie, *ends in rows:
            ties[tie] = None
            near |= {end[2]: end for end in ends if end[2] not in moments}
        fitting = sorted(near.values())[: MOST - len(moments)]
        cut = cut or len(fitting) < len(near)
        edge = {key for _, _, key in fitting}
        moments |= {end[2]: end for end in fitting}
        if not edge:
            break
    else:
        cut = cut or any(end[2] not in moments for _, *ends in _ties_of(edge) for end in ends)
    held = [tie for tie in ties if tie.reply in moments and tie.answered in moments]
    return Web(moments, held, cut)


def turns_of(web: Web, current: int) -> list[Turn]:
    """The turns that open the exchange, with those that follow under them, all in order of time.

    Each statement is there once: under the newest of those that it answers, and where that would
    go round in a circle, under the next. Costs the queries of the records.
    """
    keys = sorted(web.moments, key=web.moments.__getitem__)
    turns = {
        key: Turn(record, fullest(record.quotations), key == current)
        for key, record in zip(keys, fetch_statements(keys, unread=BEYOND_ROWS), strict=True)
    }
    above: dict[int, int] = {}
    opening: list[Turn] = []
    to: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in sorted(web.ties, key=lambda tie: web.moments[tie.answered], reverse=True):
        to[tie.reply].append(tie)
    for key in keys:
        turn, under = turns[key], None
        for tie in to[key]:
            if under is None and not _leads_to(above, tie.answered, key):
                under = tie
                above[key] = tie.answered
                turn.tie = str(tie.kind.label)
                turns[tie.answered].answers.append(turn)
            else:
                turn.further.append((str(tie.kind.label), turns[tie.answered].statement))
        if under is None:
            opening.append(turn)
    return opening


def fullest(quotations: Sequence[QuotationRecord]) -> list[QuotationRecord]:
    """What one source gives of the speaker's own words, the checked and fullest; else what is told.

    Where no source gives any words, the first paraphrase.
    """
    by_source: dict[str, list[QuotationRecord]] = {}
    for quotation in quotations:
        if not quotation.is_paraphrase:
            by_source.setdefault(quotation.source.slug, []).append(quotation)
    if not by_source:
        return list(quotations[:1])
    return max(by_source.values(), key=_standing)


def _standing(words: Sequence[QuotationRecord]) -> tuple[bool, int]:
    found = any(each.check in FOUND_IN_SOURCE for each in words)
    return found, sum(len(each.exact) for each in words)


def _leads_to(above: dict[int, int], key: int, sought: int) -> bool:
    """Whether the way up from a turn passes the one that is sought."""
    while key != sought and key in above:
        key = above[key]
    return key == sought


def _ties_of(keys: set[int]) -> list[tuple[Tie, Moment, Moment]]:
    """The ties of these statements to published ones, with the moments of both ends."""
    ends = ("from_statement", "to_statement")
    published = Q(**{f"{end}__state": WorkflowState.PUBLISHED for end in ends})
    tied = Q(from_statement__in=keys) | Q(to_statement__in=keys)
    rows = (
        Reply.objects.filter(tied, published)
        .order_by("pk")
        .values_list(
            "kind",
            *(f"{end}__{column}" for end in ends for column in ("earliest", "latest", "pk")),
        )
    )
    return [
        (Tie(ReplyKind(kind), first[2], second[2]), _moment(*first), _moment(*second))
        for kind, *columns in rows[:MOST_TIES]
        for first, second in [(columns[:3], columns[3:])]
    ]


def _moment(earliest: date | None, latest: date | None, key: int) -> Moment:
    return (earliest or date.min, latest or date.max, key)
