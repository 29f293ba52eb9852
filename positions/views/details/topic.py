"""The page of a topic: its propositions and the newest statements on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.models import IndexEntry, Proposition, Topic
from positions.records import fetch_propositions
from positions.records.proposition import SUBJECT, subject_record
from positions.views.current_positions import newest_statements
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.sharing.offer import of_topic

MOST = 20  # statements; the list has them all
MOST_PROPOSITIONS = 100


@require_safe
@follow_moves
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic."""
    row = find_by_slug(Topic.objects.values("pk", *SUBJECT), slug)
    record = subject_record(row)
    propositions = (
        Proposition.objects.filter(topic=row["pk"])
        .order_by("order", "pk")
        .values_list("pk", flat=True)
    )
    context = {
        "record": record,
        "offer": of_topic(request, record),
        "propositions": fetch_propositions(
            list(propositions[:MOST_PROPOSITIONS]), timezone.localdate()
        ),
        "statements": newest_statements(IndexEntry.objects.filter(topic=row["pk"]), MOST),
        "most": MOST,
    }
    return render(request, "details/topic.html", context)
