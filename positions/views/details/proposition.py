"""The page of a proposition: for, against, in between, and silent, with the newest words."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.charts.matrix import nearest
from positions.charts.through_time import through_time
from positions.choices import Stance
from positions.models import IndexEntry, Position, Proposition
from positions.records import fetch_propositions
from positions.views.current_positions import Camp, camps_of, silences
from positions.views.days import day_asked, days_of
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.sharing.offer import of_proposition
from positions.views.timeline import timeline_of

MOST = 7  # holders of one stance; the list of positions has them all


@dataclass(frozen=True, slots=True)
class Side:
    """A column of the page: its heading and the stances that stand in it."""

    title: str
    camps: list[Camp]


@require_safe
@follow_moves
def proposition(request: HttpRequest, slug: str) -> HttpResponse:
    """One proposition and who stood where on it as of a day; its charts are of all time."""
    shown = find_by_slug(Proposition.objects.all(), slug)
    day, today = day_asked(request), timezone.localdate()
    [record] = fetch_propositions([shown.pk], day)
    camps = camps_of(shown.pk, record, day, MOST)
    sides = [
        Side("For", [camps[Stance.STRONGLY_SUPPORTS], camps[Stance.SUPPORTS]]),
        Side("Against", [camps[Stance.STRONGLY_OPPOSES], camps[Stance.OPPOSES]]),
        Side("Neither", [camps[Stance.MIXED], camps[Stance.NEUTRAL], camps[Stance.UNCLEAR]]),
    ]
    entries = IndexEntry.objects.filter(proposition=shown)
    held = nearest(Position.objects.filter(proposition=shown), "held_from", day)
    days = days_of(held, entries, day, shown.get_absolute_url())
    context = {
        "record": record,
        "days": days,
        "offer": of_proposition(request, record, days.asked),
        "sides": sides,
        "silences": silences(entries.unanswered(day), MOST),
        "most": MOST,
        "steps": through_time(shown.pk, today),
        **timeline_of(entries, "voice", "proposition", shown.slug, today),
    }
    return render(request, "details/proposition.html", context)
