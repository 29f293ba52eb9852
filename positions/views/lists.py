"""The pages of the lists."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from positions.formats import as_html
from positions.listing import PAGING, BadQuery, Declaration, address, read


class Asked(HttpRequest):
    """A request as ``HtmxMiddleware`` hands it on."""

    htmx: HtmxDetails


@require_safe
def page(request: Asked, declaration: Declaration[Any]) -> HttpResponse:
    """A list as its query string asks; another way to write the same is sent to the shortest.

    So the address that a form makes, with all its blank fields or a name typed instead of a slug,
    becomes one that is fit to be passed on. A page that is open already gets what changes in it,
    and the shortest address with it.
    """
    try:
        response = _answered(request, declaration)
    except BadQuery as error:
        response = as_html.refusal(request, error, in_place=bool(request.htmx))
    patch_vary_headers(response, ["HX-Request"])
    return response


def _answered(request: Asked, declaration: Declaration[Any]) -> HttpResponse:
    selection = read(declaration, request.GET)
    paging = {key: values for key, values in request.GET.lists() if key in PAGING}
    if paging.get("page") == ["1"] or not any(any(values) for values in paging.values()):
        paging = {}
    shortest = {**selection.parameters, **paging}
    url = address(declaration.url, shortest)
    if request.htmx:
        response = as_html.page(request, selection, in_place=True)
        # What is asked twice is one step back, not two.
        return push_url(response, url if request.htmx.current_url_abs_path != url else False)
    if dict(request.GET.lists()) != shortest:
        return HttpResponseRedirect(url)
    return as_html.page(request, selection)
