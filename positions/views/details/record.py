"""One object as data: the very record that its list has, at the address of its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from positions.formats import as_json
from positions.listing import AnyDeclaration, Problem, address
from positions.models import Statement
from positions.views.data import for_scripts, site_of
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.details.published import find_published

DAY = "as_of"  # the one key that changes a record, where its list has it


def record_of(declaration: AnyDeclaration) -> Callable[..., HttpResponseBase]:
    """The view of the records of this list, by slug."""

    @for_scripts
    @follow_moves
    def record(request: HttpRequest, slug: str) -> HttpResponse:
        if declaration.objects is None:
            raise Http404(f"{declaration.plural} have no addresses of their own.")
        shown = _the_one(declaration.objects(), slug)
        there = f"{shown.get_absolute_url().rstrip('/')}.json"
        if request.path != there:  # it was taken for another kind once
            return redirect(address(there, dict(request.GET.lists())))
        site = site_of(request)
        filters = declaration.filters(request.GET, declaration.rows())
        problems = _unknown(request, declaration) + [
            Problem(key, value, message) for key, value, message, _ in filters.problems()
        ]
        if problems:
            return as_json.refused(problems, site)
        [made] = declaration.fetch([shown.pk], filters, site)
        return as_json.record(made)

    return record


def _the_one(objects: QuerySet[Any], slug: str) -> Any:
    if issubclass(objects.model, Statement):
        return find_published(objects, slug)
    return find_by_slug(objects, slug)


def _unknown(request: HttpRequest, declaration: AnyDeclaration) -> list[Problem]:
    known = {DAY} & declaration.filters.conditions().keys()
    cure = f"It takes {DAY}." if known else "It takes none: leave it out."
    return [
        Problem(key[:60], values[0][:60], f"“{key[:60]}” is no key of one record. {cure}")
        for key, values in request.GET.lists()
        if key not in known
    ]
