"""The pages of organisations and people: who they are, where they stand, what they said."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.charts.closeness import MOST_PROPOSITIONS, neighbours
from positions.charts.matrix import nearest_of_holder
from positions.choices import AffiliationKind, AliasKind
from positions.listing import address
from positions.models import (
    Affiliation,
    Alias,
    IndexEntry,
    Position,
    Source,
    Stakeholder,
    Statement,
)
from positions.records import (
    AffiliationRecord,
    StakeholderRef,
    fetch_sources,
    fetch_statements,
)
from positions.records.parts import NAMED, columns, stakeholder_ref
from positions.records.stakeholder import (
    AFFILIATED,
    PARTY,
    affiliation_record,
    party_record,
)
from positions.records.statement import BEYOND_ROWS
from positions.views.compare.question import address_of
from positions.views.current_positions import newest_of, newest_statements, records_of, silences
from positions.views.days import day_asked, days_of
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.sharing.offer import of_stakeholder
from positions.views.timeline import timeline_of

MOST = 15  # statements and sources; the lists have them all
MOST_TIES = 20
MOST_POSITIONS = 25
MOST_NEAR = 5  # of those closest, and of those furthest

# Ties by which a group's position is shown on its members' pages, as held through the group.
THROUGH = (AffiliationKind.MEMBER_OF, AffiliationKind.SIGNATORY_OF)


@dataclass(frozen=True, slots=True)
class Member:
    """Who belongs to the one shown, and by which tie."""

    stakeholder: StakeholderRef
    tie: AffiliationRecord


@require_safe
@follow_moves
def stakeholder(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation or person, at the address of its kind, as of a day.

    Its chart is of all time.
    """
    row = find_by_slug(
        Stakeholder.objects.public().values("pk", "size_note", "modified_at", *PARTY), slug
    )
    pk, record = row["pk"], party_record(row)
    if request.path != record.url:  # it was taken for the other kind once
        return redirect(address(record.url, dict(request.GET.lists())))
    day = day_asked(request)
    tied = Affiliation.objects.public()
    ties = tied.filter(member=pk).values(*AFFILIATED)[:MOST_TIES]
    belonging = tied.filter(group=pk).values(*AFFILIATED, *columns("member__", NAMED))
    members = [
        Member(stakeholder_ref(each, "member__", ""), affiliation_record(each))
        for each in belonging[: MOST_TIES + 1]
    ]
    groups = tied.filter(member=pk, kind__in=THROUGH).exclude(until_latest__lt=day).values("group")
    current = Position.objects.as_of(day)
    # What the member said with or for the group stands among its own statements already.
    made = Statement.objects.filter(
        attributions__stakeholder=pk, attributions__withdrawn_on__isnull=True
    )
    through = current.filter(holder__in=groups).exclude(statement__in=made.values("pk"))
    asked = IndexEntry.objects.filter(voice=pk)
    said = asked.filter(earliest__lte=day)
    begun = Q(earliest__lte=day) | Q(earliest__isnull=True)
    received = Statement.objects.published().filter(begun, addressees=pk)
    positions, n_positions = newest_of(pk, day, MOST_POSITIONS)
    earlier = records_of(Position.objects.filter(holder=pk, held_until__lte=day), day, MOST + 1)
    held_through = records_of(through, day, MOST_POSITIONS + 1)
    near = neighbours(pk, day, MOST_NEAR)
    days = days_of(nearest_of_holder(pk, day), asked, day, record.url)
    context = {
        "record": record,
        "size_note": row["size_note"],
        "modified": row["modified_at"],
        "aliases": [
            (name, AliasKind(kind).label)
            for name, kind in Alias.objects.filter(stakeholder=pk).values_list("name", "kind")
        ],
        "offer": of_stakeholder(request, record, n_positions, days.asked),
        "days": days,
        "ties": [affiliation_record(each) for each in ties],
        "members": members[:MOST_TIES],
        "more_members": len(members) > MOST_TIES,
        "positions": positions,
        "n_positions": n_positions,
        "earlier": earlier[:MOST],
        "more_earlier": len(earlier) > MOST,
        "through": held_through[:MOST_POSITIONS],
        "more_through": len(held_through) > MOST_POSITIONS,
        "near": near,
        "closest": [(each, address_of(record, each.other)) for each in near.closest],
        "furthest": [(each, address_of(record, each.other)) for each in near.furthest],
        "most_compared": MOST_PROPOSITIONS,
        "comparison": address_of(record),
        "silences": silences(said, MOST),
        "statements": newest_statements(said, MOST),
        "received": fetch_statements(
            list(received.values_list("pk", flat=True)[:MOST]), unread=BEYOND_ROWS
        ),
        "sources": fetch_sources(
            list(
                Source.objects.public()
                .filter(begun, publisher=pk)
                .values_list("pk", flat=True)[:MOST]
            )
        ),
        "most": MOST,
        **timeline_of(
            asked,
            "proposition",
            "person" if record.is_person else "organisation",
            record.slug,
            timezone.localdate(),
        ),
    }
    return render(request, "details/stakeholder.html", context)
