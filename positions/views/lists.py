"""The pages of the lists."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from positions.formats import as_html
from positions.listing import PAGING, BadQuery, Declaration, Selection, address, read


@require_safe
def page(request: HttpRequest, declaration: Declaration[Any]) -> HttpResponse:
    """A list as its query string asks."""
    try:
        selection = read(declaration, request.GET)
        return to_the_shortest(request, selection) or as_html.page(request, selection)
    except BadQuery as error:
        return as_html.refusal(request, error)


def to_the_shortest(request: HttpRequest, selection: Selection[Any]) -> HttpResponse | None:
    """Another way to write the same is sent to the shortest; None where it is that already.

    So the address that a form makes, with all its blank fields or a name typed instead of a slug,
    becomes one that is fit to be passed on.
    """
    paging = {key: values for key, values in request.GET.lists() if key in PAGING}
    if paging.get("page") == ["1"] or not any(any(values) for values in paging.values()):
        paging = {}
    shortest = {**selection.parameters, **paging}
    if dict(request.GET.lists()) == shortest:
        return None
    return HttpResponseRedirect(address(selection.declaration.url, shortest))
