"""The front page: who stands where, in one look, who moved, and the newest words."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import QuotationKind
from positions.models import Position, Statement, Topic
from positions.quoting import begins_a_sentence
from positions.records import QuotationRecord, StatementRecord, fetch_shifts, fetch_statements
from positions.records.statement import BEYOND_ROWS
from positions.views.matrix import small
from positions.views.sharing.offer import of_matrix

MOST_ROWS = 8
MOST_COLUMNS = 6
MOST_STATEMENTS = 6
MOST_SHIFTS = 3
MOST_TOPICS = 12
LONGEST_LEAD = 280  # characters


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    newest_said = fetch_statements(_newest(MOST_STATEMENTS), unread=BEYOND_ROWS)
    matrix = small(MOST_ROWS, MOST_COLUMNS)
    shifted = Position.objects.shifts().order_by("-held_from", "-pk")
    topic = matrix.topic
    context = {
        "matrix": matrix,
        "picture": of_matrix(request, topic.slug, topic.name) if topic else None,
        "others": [each for each in Topic.objects.all()[:MOST_TOPICS] if each != topic],
        "shifts": fetch_shifts(list(shifted.values_list("pk", flat=True)[:MOST_SHIFTS])),
        "statements": newest_said,
        "lead": _lead(newest_said),
        "today": timezone.localdate(),
    }
    return render(request, "home.html", context)


def _newest(most: int) -> list[int]:
    """Keys of the newest statements; those of which no first day is known come last.

    Asked for apart, either is the beginning of a range of one index.
    """
    said = Statement.objects.published()
    dated = said.filter(earliest__isnull=False).order_by("-earliest", "-pk")
    found = list(dated.values_list("pk", flat=True)[:most])
    if len(found) < most:
        others = said.filter(earliest__isnull=True).order_by("-pk")
        found += others.values_list("pk", flat=True)[: most - len(found)]
    return found


def _lead(statements: Sequence[StatementRecord]) -> tuple[StatementRecord, QuotationRecord] | None:
    """The newest whole sentence that is short enough to be set large, and who said it."""
    for statement in statements:
        for quotation in statement.quotations:
            if (
                quotation.kind == QuotationKind.VERBATIM
                and not statement.is_silence
                and begins_a_sentence(quotation.exact)
                and len(quotation.exact) <= LONGEST_LEAD
            ):
                return statement, quotation
    return None
