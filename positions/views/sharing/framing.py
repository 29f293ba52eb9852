"""What lets other sites show a page in a frame.

Such pages have a policy of their own: no form, no cookie, nothing but text, our style sheets, links
that open outside of the frame, and the one script by which a card tells how high it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

Page = Callable[[HttpRequest, str], HttpResponse]

POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "script-src": [SELF],
    "img-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
THEMES = ("light", "dark")
MINUTES = 10 * 60  # seconds for which a reader's browser keeps a card


# As django-csp types it, a view takes nothing from its address.
with_policy = cast("Callable[[Page], Page]", csp(POLICY))


def framed(page: Page) -> Page:
    """Let any site show the page in a frame, and answer there too when nothing is to be shown."""

    @wraps(page)
    def answered(request: HttpRequest, slug: str) -> HttpResponse:
        if request.GET.get("theme", "") not in ("", *THEMES):
            return failed(request, 400, "The theme is light or dark, or left out.")
        try:
            response = page(request, slug)
        except Http404:
            response = drawn(request, "gone", {"said": ""}, HTTPStatus.NOT_FOUND)
        if response.status_code == HTTPStatus.GONE:  # in a frame there is no room to say why
            response = drawn(request, "gone", {"said": ""}, HTTPStatus.GONE)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    kept = cache_control(public=True, max_age=MINUTES)(xframe_options_exempt(answered))
    return require_safe(with_policy(kept))


def drawn(
    request: HttpRequest, name: str, context: Mapping[str, Any], status: int = HTTPStatus.OK
) -> HttpResponse:
    """The card of that name, light or dark as its host asks, else as the reader's device is."""
    asked = request.GET.get("theme")
    themed = {**context, "theme": asked if asked in THEMES else ""}
    return render(request, f"embed/{name}.html", themed, status=status)


def failed(request: HttpRequest, status: int, said: str) -> HttpResponse:
    """Why there is no card, in a frame that has room for a sentence; never kept by browsers."""

    @csp(POLICY)
    @xframe_options_exempt
    def answered(request: HttpRequest) -> HttpResponse:
        return drawn(request, "gone", {"said": said}, status)

    response = cast("HttpResponse", answered(request))
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
