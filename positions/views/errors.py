"""The pages for what cannot be shown. None of them asks the database."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself cannot be understood."""
    del exception  # what it says is about the machine, and of no use to a reader
    return _page(
        request,
        400,
        "This request cannot be understood",
        "The address or the form that was sent is damaged. Go back, and try it once more.",
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: it is there, but not for this reader."""
    del exception
    return _page(
        request,
        403,
        "This is for editors",
        "Log in with an account that may do this, or ask an administrator for one.",
    )


def page_not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """404: there is no such page, or it has been taken back."""
    reason = exception.args[0] if exception.args else ""
    # Django's own 404 brings a dict of the addresses that were tried.
    said = reason if isinstance(reason, str) else ""
    return _page(
        request,
        404,
        "There is no such page",
        said or f"Nothing is at {request.path}. It may have been taken back, or never been there.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _page(
        request,
        500,
        "Something went wrong here",
        "It is our fault, not yours, and it has been noted. Nothing was changed. Try again later.",
    )


def _page(request: HttpRequest, status: int, title: str, said: str) -> HttpResponse:
    context = {"status": status, "headline": title, "said": said}
    return render(request, "error.html", context, status=status)
