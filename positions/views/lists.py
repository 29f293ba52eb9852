"""The pages of the lists, and how any page with a list's filters is answered."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from positions.formats import as_html
from positions.listing import (
    OPEN,
    PAGING,
    AnyDeclaration,
    AnySelection,
    BadQuery,
    address,
    read_query,
)

# Draws a page, or, told so, only what changes in one that is open already.
Draw = Callable[[bool], HttpResponse]


class HtmxRequest(HttpRequest):
    """A request as ``HtmxMiddleware`` hands it on."""

    htmx: HtmxDetails


@require_safe
def list_page(request: HtmxRequest, declaration: AnyDeclaration) -> HttpResponse:
    """A list as its query string asks."""
    try:
        selection = read_query(declaration, request.GET)
        return answered(
            request,
            selection,
            lambda in_place: as_html.list_page(request, selection, in_place=in_place),
        )
    except BadQuery as error:
        return refused(request, error)


def answered(request: HtmxRequest, selection: AnySelection, draw: Draw) -> HttpResponse:
    """What is drawn; another way to write the same is sent to the shortest.

    So the address that a form makes, with all its blank fields or a name typed instead of a slug,
    becomes one that is fit to be passed on. A page that is open already gets what changes in it,
    and the shortest address with it.
    """
    parameters = _shortest(request, selection)
    url = address(selection.declaration.url, parameters)
    response: HttpResponse
    if request.htmx:
        # What is asked twice is one step back, not two; to look at more choices is none.
        response = push_url(draw(True), url if _open_at(request) != url else False)
    else:
        if selection.unfolded:
            parameters[OPEN] = list(selection.unfolded)
            url = address(selection.declaration.url, parameters)
        is_shortest = dict(request.GET.lists()) == parameters
        response = draw(False) if is_shortest else HttpResponseRedirect(url)
    patch_vary_headers(response, ["HX-Request"])
    return response


def refused(request: HtmxRequest, error: BadQuery) -> HttpResponse:
    """What was not understood, within the page where it is open already."""
    response = as_html.refusal(request, error, in_place=bool(request.htmx))
    patch_vary_headers(response, ["HX-Request"])
    return response


def _open_at(request: HtmxRequest) -> str | None:
    """The address, on this site, of the page that is open; None where none can be made out."""
    try:
        return request.htmx.current_url_abs_path
    except ValueError:  # what the header holds is no address, as in ``http://[``
        return None


def _shortest(request: HttpRequest, selection: AnySelection) -> dict[str, list[str]]:
    """The query of the shortest address of the page, whatever its form shows of its choices."""
    paging = {key: values for key, values in request.GET.lists() if key in PAGING}
    if paging.get("page") == ["1"] or not any(any(values) for values in paging.values()):
        paging = {}
    return {**selection.parameters, **paging}
