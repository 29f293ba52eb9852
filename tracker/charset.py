"""What is sent to the site is read as text that it can keep: UTF-8, and no NUL in a cookie."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

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
