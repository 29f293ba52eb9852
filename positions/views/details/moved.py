"""What an address finds: the thing itself, its present address if it has moved, or a 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from positions.models.address import Addressed

Noun = TypeVar("Noun", bound=Addressed)
Page = Callable[[HttpRequest, str], HttpResponse]


class Moved(Exception):
    """What was asked for by a former slug has another one now."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(f"It is now under “{slug}”.")


def found(rows: QuerySet[Noun], slug: str) -> Noun:
    """The one of ``rows`` with this slug. One query, and two more where there is none.

    Raises:
        Moved: the slug is a former one, and what had it is among the rows.
        Http404: nothing among the rows has or had it.
    """
    thing = rows.filter(slug=slug).first()
    if thing is not None:
        return thing
    present = rows.model.moved(slug)
    if present and rows.filter(slug=present).exists():
        raise Moved(present)
    raise Http404(f"There is no {rows.model._meta.verbose_name} “{slug}” here.")


def follow_moves(page: Page) -> Page:
    """Send whoever asks by a former slug to the same page under the present one.

    Not for good, as far as browsers are told: a slug may come back to what had it first.
    """

    @wraps(page)
    def followed(request: HttpRequest, slug: str) -> HttpResponse:
        try:
            return page(request, slug)
        except Moved as moved:
            name = request.resolver_match.view_name if request.resolver_match else ""
            address = reverse(name, args=[moved.slug])
            query = request.META.get("QUERY_STRING", "")
            return redirect(f"{address}?{query}" if query else address)

    return followed
