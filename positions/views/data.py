"""The lists as data: JSON, CSV, Atom, and the OpenAPI document that describes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse

from positions.citing import LICENCE
from positions.formats import as_json
from positions.formats.files import FORMATS
from positions.listing import AnyDeclaration, BadQuery, read_query
from positions.openapi import document
from positions.views.declarations import DESCRIBED

Answer = Callable[..., HttpResponseBase]
# Of the data's form: raised when a field or a parameter goes or changes its meaning.
API_VERSION = "1.0.0"


def for_scripts(answer: Answer) -> Answer:
    """Data may be read by scripts of any site, for it is public and no cookie changes it.

    What it gives says under which licence (RFC 8288, of the relation "license").
    """

    @wraps(answer)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = answer(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        if response.status_code == HTTPStatus.OK:
            response["Link"] = f'<{LICENCE}>; rel="license"'
        return response

    return answered


@for_scripts
def listed(request: HttpRequest, declaration: AnyDeclaration, suffix: str) -> HttpResponseBase:
    """A list in one of its formats; what is not understood is answered in JSON."""
    site, form = site_of(request), FORMATS[suffix]
    try:
        asked = read_query(
            declaration,
            request.GET,
            paged=form.paged,
            default_sort=form.default_sort(declaration),
            suffix=suffix,
        )
        return form.write(asked, site)
    except BadQuery as error:
        return as_json.refusal(error, site)


@for_scripts
def openapi(request: HttpRequest) -> HttpResponseBase:
    """What addresses, parameters and answers there are."""
    made = document(DESCRIBED, site_of(request), API_VERSION)
    return JsonResponse(made, json_dumps_params={"ensure_ascii": False})


@for_scripts
def unknown(request: HttpRequest) -> HttpResponseBase:
    """404 in JSON, where a script asks for data that are not there."""
    message = f"There are no such data. {reverse('openapi')} lists all addresses."
    return as_json.unanswered(request.path, message, 404)


def site_of(request: HttpRequest) -> str:
    """What makes addresses absolute: “https://host”."""
    return f"{request.scheme}://{request.get_host()}"
