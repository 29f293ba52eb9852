"""What cannot be answered, with the reason, in the format asked for. Nothing asks the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import PurePosixPath
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from positions.formats import as_json
from positions.formats.files import FORMATS
from positions.recording import Pairs, sent
from positions.views.sharing import framing

# What is asked for in these forms is no page; why there is none is told without markup.
FORMS = (suffix for suffix in FORMATS if suffix != "json")
PLAIN = {f".{suffix}" for suffix in (*FORMS, "xml", "txt", "bib", "ris", "png")}
SECONDS = 5  # after which a database that was away is worth another try
LONG = 60  # characters from which on a typed text is shown where it is kept
READING = ("GET", "HEAD")

Answer = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was posted, to be sent once more: fields, texts to be seen, files to be chosen again.

    A form with a password in it is not kept at all: without it, it cannot be sent. ``unsure`` says
    what may have come of it nevertheless.
    """

    has_password: bool
    fields: Pairs
    texts: Pairs
    files: Pairs
    unsure: str


def only_read(answer: Answer, *, posted: bool = False) -> Answer:
    """A public address: whoever tries to write there is told so, without being asked for a token.

    ``posted``: it has a form, which may be sent without one too, since nobody is logged in there.
    Scripts of any site may read why.
    """
    methods = (*READING, "POST") if posted else READING

    @wraps(answer)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in methods:
            return answer(request, *args, **kwargs)
        response = told(
            request,
            405,
            "This can only be read",
            f"It can be read, not written: ask with {' or '.join(READING)}.",
        )
        response["Allow"] = ", ".join(methods)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # as Django's decorator marks it
    return answered


def only_known(answer: Answer, known: Sequence[str] = ()) -> Answer:
    """An address that honours these keys: whoever asks by another is told so, as by a list."""

    @wraps(answer)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        others = [key for key in request.GET if key not in known]
        if others:
            keys = f"It knows {', '.join(known)}." if known else "It knows none."
            said = f"“{others[0][:LONG]}” is no key of this address. {keys} Leave it out."
            return told(request, 400, "This address cannot be asked so", said)
        return answer(request, *args, **kwargs)

    return answered


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself cannot be understood."""
    del exception  # what it says is about the machine, and of no use to a reader
    return told(
        request,
        400,
        "This request cannot be understood",
        "The address or the form that was sent is damaged. Go back, and try it once more.",
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: it is there, but not for this reader."""
    del exception
    return told(
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
    return told(
        request,
        404,
        "There is no such page",
        said or f"Nothing is at {request.path}. It may have been taken back, or never been there.",
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    asked_to_write = request.method not in {"GET", "HEAD"}
    unsure = " Look whether what you sent was saved before you send it again."
    return told(
        request,
        500,
        "Something went wrong here",
        "It is our fault, not yours, and it is in the site’s log."
        + (unsure if asked_to_write else " Try again later."),
    )


def database_away(request: HttpRequest) -> HttpResponse:
    """503: the database cannot be reached or written. What was typed is kept on the page."""
    return _unavailable(
        request,
        "The database cannot be reached",
        "The site is waiting for it, and goes on by itself once it is back. "
        "Try again in some seconds.",
        unsure="If it went away at the very end, the first time was saved after all: look before "
        "you send something new a second time.",
    )


def database_locked(request: HttpRequest) -> HttpResponse:
    """503: somebody else writes, for longer than is waited. What was typed is kept on the page."""
    return _unavailable(
        request,
        "The database is busy",
        "Something else has been writing for longer than we let you wait. "
        "Try again in some seconds.",
        unsure="",
    )


def told(
    request: HttpRequest,
    status: int,
    title: str,
    said: str,
    /,
    *more: str,
    kept: Kept | None = None,
) -> HttpResponse:
    """A page, JSON or plain text, as the address asks: what is the matter, and what to do.

    ``kept`` is what was typed, for the page to keep.
    """
    suffix = _ending(request)
    sentences = " ".join((f"{title}.", said, *more))
    if suffix == ".json":
        response = as_json.unanswered(request.path, sentences, status)
    elif suffix in PLAIN:
        response = HttpResponse(f"{sentences}\n", content_type="text/plain; charset=utf-8")
        response.status_code = status
    elif request.path.endswith("/embed/"):
        return framing.failed(request, status, title)
    else:
        shown = {"status": status, "headline": title, "said": said, "more": more, "kept": kept}
        return render(request, "error.html", shown, status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def is_page(request: HttpRequest) -> bool:
    """Whether a page is asked for, and no file or data."""
    return _ending(request) not in {".json", *PLAIN}


def _ending(request: HttpRequest) -> str:
    return PurePosixPath(request.path).suffix


def _unavailable(request: HttpRequest, title: str, said: str, unsure: str) -> HttpResponse:
    typed = request.method == "POST" and getattr(request, "csrf_processing_done", False)
    response = told(request, 503, title, said, kept=_kept(request, unsure) if typed else None)
    response["Retry-After"] = str(SECONDS)
    add_never_cache_headers(response)
    return response


def _kept(request: HttpRequest, unsure: str) -> Kept:
    posted = sent(request)
    return Kept(
        has_password=posted.has_password,
        fields=[each for each in posted.fields if not _is_text(each)],
        texts=list(filter(_is_text, posted.fields)),
        files=posted.files,
        unsure=unsure,
    )


def _is_text(field: tuple[str, str]) -> bool:
    _, value = field
    return len(value) >= LONG or "\n" in value
