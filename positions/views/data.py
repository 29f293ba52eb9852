"""The lists as data: JSON, CSV, Atom, and the OpenAPI document that describes them."""

from __future__ import annotations

from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.http import require_safe

from positions.formats import as_atom, as_csv, as_json
from positions.listing import BadQuery, Declaration, read
from positions.openapi import document
from positions.views.declarations import DECLARATIONS

R = TypeVar("R", bound=HttpResponseBase)
# Of the data's form: raised when a field or a parameter goes or changes its meaning.
API_VERSION = "1.0.0"


@require_safe
def listed(request: HttpRequest, declaration: Declaration[Any], suffix: str) -> HttpResponseBase:
    """A list in one of its formats; what is not understood is answered in JSON."""
    return _open_to_all(_listed(request, declaration, suffix))


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """What addresses, parameters and answers there are."""
    made = document(DECLARATIONS, _site(request), API_VERSION)
    return _open_to_all(JsonResponse(made, json_dumps_params={"ensure_ascii": False}))


def _listed(request: HttpRequest, declaration: Declaration[Any], suffix: str) -> HttpResponseBase:
    site = _site(request)
    try:
        if suffix == "json":
            return as_json.page(read(declaration, request.GET), site)
        if suffix == "csv":
            return as_csv.file(read(declaration, request.GET, paged=False), site)
        order = declaration.feed_sort
        return as_atom.feed(read(declaration, request.GET, paged=False, default_sort=order), site)
    except BadQuery as error:
        return as_json.refusal(error)


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _open_to_all(response: R) -> R:
    """Scripts of any other site may read it: it is public, and no cookie changes it."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
