"""What an address finds: the thing, its present address if it has moved, a 410 or a 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from positions.models import Statement
from positions.models.address import Addressed
from positions.records import corrections_of
from positions.templatetags.jinja import day
from positions.views import errors

Noun = TypeVar("Noun", bound=Addressed)
Page = Callable[[HttpRequest, str], HttpResponse]


class Moved(Exception):
    """What was asked for by a former slug has another one now."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(f"It is now under “{slug}”.")


class Withdrawn(Exception):
    """What was asked for has been taken back; readers had seen it."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        super().__init__(f"“{statement}” is withdrawn.")


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

    Not for good, as far as browsers are told: a slug may come back to what had it first. Where a
    statement was withdrawn, say so.
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
        except Withdrawn as withdrawn:
            return gone(request, withdrawn.statement)

    return followed


def gone(request: HttpRequest, statement: Statement) -> HttpResponse:
    """410: the title, when and why it was taken back, and nothing else of it. One query.

    Where no page was asked for, in the format that was.
    """
    corrections = corrections_of([statement.pk])[statement.pk]
    if not errors.is_page(request):
        why = "".join(f" {each.note}" for each in corrections[:1])
        said = f"“{statement.title}” was withdrawn on {day(statement.state_since)}.{why}"
        return errors.told(request, HTTPStatus.GONE, statement.title, said)
    context = {
        "headline": statement.title,
        "since": statement.state_since,
        "corrections": corrections,
    }
    return render(request, "withdrawn.html", context, status=HTTPStatus.GONE)
