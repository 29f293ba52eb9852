"""The page of a topic: its propositions and the newest statements on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.models import IndexEntry, Topic
from positions.records import fetch_propositions
from positions.views.current_positions import newest_statements
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.sharing.offer import of_topic

MOST = 20  # statements; the list has them all
MOST_PROPOSITIONS = 100


@require_safe
@follow_moves
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic."""
    shown = find_by_slug(Topic.objects.all(), slug)
    propositions = shown.propositions.order_by("order", "pk").values_list("pk", flat=True)
    context = {
        "topic": shown,
        "offer": of_topic(request, shown),
        "propositions": fetch_propositions(
            list(propositions[:MOST_PROPOSITIONS]), timezone.localdate()
        ),
        "statements": newest_statements(IndexEntry.objects.filter(topic=shown), MOST),
        "most": MOST,
    }
    return render(request, "details/topic.html", context)
