"""The pages of organisations and people: who they are, where they stand, what they said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import AffiliationKind
from positions.models import (
    Affiliation,
    IndexEntry,
    Organisation,
    Person,
    Position,
    Source,
    Stakeholder,
)
from positions.records import fetch_sources
from positions.views.details.moved import follow_moves, found
from positions.views.standing import newest_statements, records_of, silences

MOST = 20  # statements, sources and ties; the lists have them all
MOST_POSITIONS = 100

# Ties by which a group's position is shown on its members' pages, as held through the group.
THROUGH = (AffiliationKind.MEMBER_OF, AffiliationKind.SIGNATORY_OF)


@require_safe
@follow_moves
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation."""
    return _profile(request, found(Organisation.objects.prefetch_related("aliases"), slug))


@require_safe
@follow_moves
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person."""
    return _profile(request, found(Person.objects.prefetch_related("aliases"), slug))


def _profile(request: HttpRequest, shown: Stakeholder) -> HttpResponse:
    today = timezone.localdate()
    ties = Affiliation.objects.filter(member=shown.pk).select_related("group")[:MOST]
    members = Affiliation.objects.filter(group=shown.pk).select_related("member")[: MOST + 1]
    groups = {tie.group_id for tie in ties if tie.kind in THROUGH}
    held = Position.objects.filter(holder=shown.pk)
    current = Position.objects.as_of(today)
    said = IndexEntry.objects.filter(voice=shown.pk)
    context = {
        "shown": shown,
        "today": today,
        "ties": ties,
        "members": members[:MOST],
        "more_members": len(members) > MOST,
        "positions": records_of(current.filter(holder=shown.pk), today, MOST_POSITIONS),
        "earlier": records_of(held.filter(held_until__lte=today), today, MOST),
        "through": records_of(current.filter(holder__in=groups), today, MOST_POSITIONS),
        "silences": silences(said, MOST),
        "statements": newest_statements(said, MOST),
        "sources": fetch_sources(
            list(Source.objects.filter(publisher=shown.pk).values_list("pk", flat=True)[:MOST])
        ),
        "most": MOST,
    }
    return render(request, "details/stakeholder.html", context)
