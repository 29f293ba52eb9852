"""The pages of likely duplicates: pairs to merge, or to tell apart for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from positions.admin.editing.labels import label_of
from positions.admin.housekeeping.nouns import MERGEABLE, context_of, merger, page_of
from positions.admin.roles import may_publish
from positions.merging import duplicates
from positions.merging.likeness import Likeness
from positions.models import Source, Stakeholder, Statement, ToldApart, workflow
from positions.numbers import key_of

MOST_SHOWN = 100
MOST_TOLD_APART = 30
COUNTED_FOR = 15 * 60  # seconds

MODELS: dict[str, Any] = {"stakeholder": Stakeholder, "source": Source, "statement": Statement}
FINDERS: dict[str, Callable[[], list[Likeness]]] = {
    "stakeholder": duplicates.stakeholders,
    "source": duplicates.sources,
    "statement": duplicates.statements,
}
TITLES = {
    "stakeholder": "Organisations and people that may be one",
    "source": "Sources that may be one",
    "statement": "Statements that may be one",
}


def n_likely(noun: str) -> str:
    """How many pairs of a noun may be one; counted at most every quarter of an hour.

    To count them is to compare them, which takes a second or two for ten thousand.
    """
    number = cache.get_or_set(_key(noun), lambda: len(FINDERS[noun]()), COUNTED_FOR) or 0
    return f"{number:,}"


def _key(noun: str) -> str:
    return f"likely-{noun}"


def likely_page(request: HttpRequest, noun: str) -> HttpResponse:
    """The pairs of a noun, the likest first; on POST, one is told apart, or no longer."""
    if noun not in MODELS:
        raise Http404(f"“{noun}” is nothing that is compared; {', '.join(MODELS)} are.")
    if request.method == "POST":
        return _told(request, noun)
    found = FINDERS[noun]()
    cache.set(_key(noun), len(found), COUNTED_FOR)
    apart = list(ToldApart.objects.select_related("by").filter(noun=noun)[:MOST_TOLD_APART])
    shown = [each.pair for each in found[:MOST_SHOWN]]
    pairs = [*shown, *((each.one_id, each.other_id) for each in apart)]
    rows = MODELS[noun].objects.in_bulk({pk for pair in pairs for pk in pair})
    context = context_of(
        request,
        TITLES[noun],
        noun=noun,
        is_merged=noun in MERGEABLE,
        pairs=[
            (each, *(_shown(rows, pk) for pk in each.pair), _ways_on(request, rows, each.pair))
            for each in found[:MOST_SHOWN]
            if set(each.pair) <= rows.keys()
        ],
        n_found=len(found),
        most_shown=MOST_SHOWN,
        most_compared=0 if noun == "stakeholder" else duplicates.MOST_COMPARED,
        apart=[
            (each, _shown(rows, each.one_id), _shown(rows, each.other_id))
            for each in apart
            if {each.one_id, each.other_id} <= rows.keys()
        ],
    )
    return TemplateResponse(request, "admin/positions/likely.html", context)


def _shown(rows: dict[int, Any], pk: int) -> tuple[str, str]:
    return (label_of(rows[pk]), page_of(rows[pk]))


def _ways_on(
    request: HttpRequest, rows: dict[int, Any], pair: tuple[int, int]
) -> list[tuple[Statement, str]]:
    """Of two statements each that may go, and the page that deletes it; empty: it is withdrawn."""
    ways = []
    for row in (rows[pk] for pk in pair if isinstance(rows.get(pk), Statement)):
        if workflow.is_seen(row.state):
            ways += [(row, "")] if may_publish(request) else []
        elif request.user.has_perm("positions.delete_statement"):
            ways.append((row, page_of(row, "delete")))
    return ways


def _told(request: HttpRequest, noun: str) -> HttpResponse:
    by = merger(request)
    keys = [request.POST.get("one", ""), request.POST.get("other", "")]
    pair = sorted({pk for key in keys if (pk := key_of(key))})
    if len(pair) != 2:
        raise Http404("Two different keys are needed: one and other.")
    one, other = pair
    if request.POST.get("deed") == "together":
        ToldApart.objects.filter(noun=noun, one_id=one, other_id=other).delete()
        messages.success(request, "They are compared again.")
    else:
        ToldApart.objects.get_or_create(noun=noun, one_id=one, other_id=other, defaults={"by": by})
        messages.success(request, "Told apart: these two are not shown together again.")
    return HttpResponseRedirect(reverse("admin:housekeeping_alike", args=[noun]))
