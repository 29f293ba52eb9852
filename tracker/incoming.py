"""What is sent to the site is put right before anything reads it: its text and its address."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import escape_leading_slashes

from positions.models.texts import without_tracking
from positions.views.errors import READING

Answer = Callable[[HttpRequest], HttpResponseBase]


def read_as_utf8(get_response: Answer) -> Answer:
    r"""Middleware: leaves aside the ``charset`` of a request, and cookies that hold a NUL.

    Django would decode the query string and the form by that name: with one that Python knows for
    something else than text (``rot13``) it fails, with others words change unnoticed. The site's
    pages are UTF-8, and browsers send forms in the character set of their page (HTML, "Selecting
    a form submission encoding"). A NUL, which a cookie may hold escaped (``\000``), is refused by
    PostgreSQL wherever it is looked for; no cookie of ours has one.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        request.encoding = "utf-8"
        cookies = request.COOKIES
        request.COOKIES = {name: text for name, text in cookies.items() if "\0" not in text}
        return get_response(request)

    return answered


def leave_out_tracking(get_response: Answer) -> Answer:
    """Middleware: sends whoever reads an address with ``utm_…``, ``fbclid`` or the like on.

    Newsletters add them to links, to tell how a reader came. All else of the query stays as it was
    written; each address then honours or refuses it.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        asked = request.get_full_path()
        if request.method in READING and (kept := without_tracking(asked)) != asked:
            return HttpResponseRedirect(escape_leading_slashes(kept))
        return get_response(request)

    return answered
