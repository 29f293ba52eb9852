"""The page that asks into which one a stakeholder or a source is merged."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from positions import search
from positions.admin.editing.labels import label_of
from positions.admin.housekeeping.nouns import context_of, mergeable, merger, one_of, page_of
from positions.merging.fields import Mergeable
from positions.models import Source, Stakeholder

MOST_FOUND = 20


def choose_target_page(request: HttpRequest, noun: str, merged: int) -> HttpResponse:
    """Look for the one that stays, by the beginnings of words; each hit leads on to both."""
    merger(request)
    model, going = mergeable(noun), one_of(noun, merged)
    typed = request.GET.get("q", "").replace("\0", "").strip()  # PostgreSQL refuses it
    found = _found(model, typed, going) if typed else []
    context = context_of(
        request,
        f"Merge “{going}” into…",
        going=going,
        going_url=page_of(going),
        typed=typed,
        found=[
            (
                label_of(row),
                row.get_absolute_url(),
                reverse("admin:housekeeping_merge", args=[noun, going.pk, row.pk]),
            )
            for row in found[:MOST_FOUND]
        ],
        cut=len(found) > MOST_FOUND,
        most_found=MOST_FOUND,
        is_source=model is Source,
    )
    return TemplateResponse(request, "admin/positions/merge_into.html", context)


def _found(model: type[Mergeable], typed: str, going: Mergeable) -> list[Any]:
    """Those found by these words, or by an address, that may be one with it; a person by people."""
    query = search.read(typed)
    if model is Source:
        there = Source.objects.at_address(typed).values("pk")
        by_words = search.sources(Source.objects.all(), query).values("pk")
        rows = Source.objects.filter(Q(pk__in=there) | Q(pk__in=by_words)).order_by("title", "pk")
        return list(rows.exclude(pk=going.pk)[: MOST_FOUND + 1]) if query.sought else []
    parties = Stakeholder.objects.all()
    same = parties.people() if going.kind == "person" else parties.organisations()
    by_name = search.stakeholders(same.exclude(pk=going.pk), query).order_by("name", "pk")
    return list(by_name[: MOST_FOUND + 1]) if query.sought else []
