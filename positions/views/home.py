"""The front page: who stands where, in one look, and the newest words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import QuotationKind, Stance, StatementKind
from positions.models import IndexEntry, Proposition, Statement
from positions.records import (
    PositionRecord,
    PropositionRecord,
    QuotationRecord,
    StatementRecord,
    fetch_propositions,
    fetch_statements,
)
from positions.views.standing import SIDES, newest_of_each_stance

MOST_PROPOSITIONS = 12
MOST_HOLDERS = 6  # of one stance on one proposition
MOST_STATEMENTS = 6
LONGEST_LEAD = 280  # characters
OPENINGS = "[(‘“'\""  # what may stand before the first word of a sentence
MOST_SILENCES = 24  # on all of these propositions


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposition; on each stance that somebody has, how many and the newest; who was silent."""

    proposition: PropositionRecord
    camps: list[tuple[Stance, int, list[PositionRecord]]]
    silent: list[IndexEntry]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    today = timezone.localdate()
    first = list(Proposition.objects.values_list("pk", flat=True)[:MOST_PROPOSITIONS])
    newest = newest_of_each_stance(first, today, MOST_HOLDERS)
    silences = (
        IndexEntry.objects.filter(proposition__in=first, kind=StatementKind.NO_REPLY)
        .select_related("proposition", "voice", "statement")
        .order_by("-earliest", "-statement_id", "voice_id")[:MOST_SILENCES]
    )
    standings = [
        Standing(
            record,
            [
                (stance, n_holders, [row for row in newest if _of(row, record, stance)])
                for stance in SIDES
                if (n_holders := getattr(record.holders, stance.value))
            ],
            [
                entry
                for entry in silences
                if entry.proposition and entry.proposition.slug == record.slug
            ],
        )
        for record in fetch_propositions(first, today)
    ]
    statements = Statement.objects.published().values_list("pk", flat=True)
    newest_said = fetch_statements(list(statements[:MOST_STATEMENTS]))
    context = {
        "standings": standings,
        "n_propositions": Proposition.objects.count(),
        "statements": newest_said,
        "lead": _lead(newest_said),
        "today": today,
    }
    return render(request, "home.html", context)


def _lead(statements: Sequence[StatementRecord]) -> tuple[StatementRecord, QuotationRecord] | None:
    """The newest whole sentence that is short enough to be set large, and who said it."""
    for statement in statements:
        for quotation in statement.quotations:
            if (
                quotation.kind == QuotationKind.VERBATIM
                and not quotation.exact.lstrip(OPENINGS)[:1].islower()
                and len(quotation.exact) <= LONGEST_LEAD
            ):
                return statement, quotation
    return None


def _of(row: PositionRecord, proposition: PropositionRecord, stance: Stance) -> bool:
    return row.stance == stance and row.proposition.slug == proposition.slug
