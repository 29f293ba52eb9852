"""Suggests names while one is typed: of those that are known, as the desk understands them."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from positions import search
from positions.admin.editing.labels import label_of
from positions.admin.roles import require_desk
from positions.models import Source, Stakeholder
from positions.models.names import meant_or_like

MOST = 20


def names(request: HttpRequest) -> HttpResponse:
    """Names that the text means, or that contain the words typed; else those that it is like.

    Of twins, with the slug that tells them apart.
    """
    require_desk(request)
    query = search.read(request.GET.get("q", ""))
    if not query.sought:
        return JsonResponse({"results": []})
    found = list(search.stakeholders(Stakeholder.objects.order_by("name", "pk"), query)[:MOST])
    meant, like = meant_or_like(request.GET["q"], found_otherwise=bool(found))
    first = Stakeholder.objects.in_bulk(meant or like)
    found = [*first.values(), *(each for each in found if each.pk not in first)]
    how_many = Counter(each.name for each in found)
    results = [
        {
            "value": each.name if how_many[each.name] == 1 else f"{each.name} [{each.slug}]",
            "label": label_of(each),
        }
        for each in found
    ]
    return JsonResponse({"results": results})


def address(request: HttpRequest) -> HttpResponse:
    """What is known of an address: the source there and how many statements it has given."""
    require_desk(request)
    known = Source.objects.at_address(request.GET.get("url", "")).first()
    if known is None:
        return JsonResponse({"known": None})
    statements = known.quotations.order_by().values("statement").distinct().count()
    return JsonResponse(
        {
            "known": {
                "change": reverse("admin:positions_source_change", args=[known.pk]),
                "title": known.title,
                "date": str(known.date or ""),
                "statements": statements,
            }
        }
    )
