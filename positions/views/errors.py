"""What cannot be answered, with the reason, in the format asked for. Nothing asks the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import PurePosixPath
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from positions.formats import as_json

READING = ("GET", "HEAD")
TEXTS = {".csv", ".atom", ".bib", ".png", ".txt", ".xml"}  # readers of these expect no page

Answer = Callable[..., HttpResponseBase]


def only_read(answer: Answer) -> Answer:
    """A public address: whoever tries to write there is told so, without being asked for a token.

    Scripts of any site may read why.
    """

    @wraps(answer)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in READING:
            return answer(request, *args, **kwargs)
        response = refused(
            request,
            405,
            "This can only be read",
            f"It can be read, not written: ask with {' or '.join(READING)}.",
        )
        response["Allow"] = ", ".join(READING)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # as Django's decorator marks it
    return answered


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself cannot be understood."""
    del exception  # what it says is about the machine, and of no use to a reader
    return refused(
        request,
        400,
        "This request cannot be understood",
        "The address or the form that was sent is damaged. Go back, and try it once more.",
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: it is there, but not for this reader."""
    del exception
    return refused(
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
    return refused(
        request,
        404,
        "There is no such page",
        said or f"Nothing is at {request.path}. It may have been taken back, or never been there.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return refused(
        request,
        500,
        "Something went wrong here",
        "It is our fault, not yours, and it has been noted. Nothing was changed. Try again later.",
    )


def refused(request: HttpRequest, status: int, headline: str, said: str) -> HttpResponse:
    """Why nothing else is answered: as JSON, as plain text or as a page, by the address's ending.

    ``said`` is a sentence or two; ``headline`` stands above them on a page alone.
    """
    ending = _ending(request)
    if ending == ".json":
        return as_json.unanswered(request.path, said, status)
    if ending in TEXTS:
        return HttpResponse(f"{said}\n", status=status, content_type="text/plain; charset=utf-8")
    context = {"status": status, "headline": headline, "said": said}
    return render(request, "error.html", context, status=status)


def is_page(request: HttpRequest) -> bool:
    """Whether a page is asked for, and no file or data."""
    return _ending(request) not in {".json", *TEXTS}


def _ending(request: HttpRequest) -> str:
    return PurePosixPath(request.path).suffix
