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

from positions.models import Stakeholder, Statement
from positions.models.address import Addressed
from positions.records import corrections_of
from positions.templatetags.jinja import day
from positions.views import errors
from positions.views.days import NoDay

Noun = TypeVar("Noun", bound=Addressed)
Row = TypeVar("Row")
Page = Callable[[HttpRequest, str], HttpResponse]


# What readers call a noun whose model has a name that only we use.
CALLED: dict[type[Addressed], str] = {Stakeholder: "organisation or person"}


class Moved(Exception):
    """What was asked for has another slug; ``for_good`` where it is the same in small letters."""

    def __init__(self, slug: str, *, for_good: bool = False) -> None:
        self.slug = slug
        self.for_good = for_good
        super().__init__(f"It is now under “{slug}”.")


class Withdrawn(Exception):
    """What was asked for has been taken back; readers had seen it."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        super().__init__(f"“{statement}” is withdrawn.")


def find_by_slug(rows: QuerySet[Noun, Row], slug: str) -> Row:
    """The one of ``rows``, objects or their columns, with this slug. One query, or five for none.

    Raises:
        Moved: the slug is a former one, or has capitals, and what has it is among the rows.
        Http404: nothing among the rows has or had it.
    """
    thing = rows.filter(slug=slug).first()
    if thing is not None:
        return thing
    small = slug.lower()
    if small != slug and rows.filter(slug=small).exists():
        raise Moved(small, for_good=True)
    for former in dict.fromkeys((slug, small)):
        present = rows.model.moved(former)
        if present and rows.filter(slug=present).exists():
            raise Moved(present)
    noun = CALLED.get(rows.model, rows.model._meta.verbose_name)
    raise Http404(f"There is no {noun} “{slug}” here.")


def follow_moves(page: Page) -> Page:
    """Send whoever asks by a former slug to the same page under the present one.

    Not for good, as far as browsers are told: a slug may come back to what had it first. For good
    where only capitals differ. Where a statement was withdrawn, or no day was asked for, say so.
    """

    @wraps(page)
    def followed(request: HttpRequest, slug: str) -> HttpResponse:
        try:
            return page(request, slug)
        except Moved as moved:
            name = request.resolver_match.view_name if request.resolver_match else ""
            address = reverse(name, args=[moved.slug])
            query = request.META.get("QUERY_STRING", "")
            there = f"{address}?{query}" if query else address
            posted = request.method == "POST"  # what was typed goes along
            return redirect(there, permanent=moved.for_good, preserve_request=posted)
        except Withdrawn as withdrawn:
            return gone(request, withdrawn.statement)
        except NoDay as refused:
            return errors.told(request, HTTPStatus.BAD_REQUEST, "This is no day", str(refused))

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
