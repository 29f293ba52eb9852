"""What is answered while the database is away or locked: 503, and the site comes back by itself."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from typing import cast

from django.db import Error
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from positions.views import errors

Answer = Callable[[HttpRequest], HttpResponseBase]

# The first byte of SQLite's result codes (sqlite.org/rescode.html).
SQLITE_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
SQLITE_AWAY = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
# PostgreSQL's states, whole or their beginnings (its manual, appendix A).
POSTGRES_LOCKED = ("40001", "40P01", "55P03")
POSTGRES_AWAY = (
    "08",  # the connection
    "25006",  # only reading is allowed: a replica has not taken over yet
    "53",  # no room on the disk, no memory, too many connections
    "57P",  # it is being stopped or started
    "58",  # the system below it
)


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer to an exception that nothing has caught: 503 for the database's, 500 for ours.

    Django calls it while the exception is being handled, of whatever middleware or view it is.
    """
    return _outage(request, sys.exception()) or errors.server_error(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to a request that is refused as damaged: 503 where that is the database's doing.

    Django takes a session that could not be written for one that was deleted meanwhile.
    """
    return _outage(request, exception) or errors.bad_request(request, exception)


def _outage(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """503 where the database led to the error; None where it did not."""
    causes = [_named(each) for each in _chain(error)]
    if "away" in causes:
        return errors.database_away(request)
    if "locked" in causes:
        return errors.database_locked(request)
    return None


def start_streams(get_response: Answer) -> Answer:
    """Middleware: has the first part of a streamed answer made before its status is sent.

    So a database that is away is told in the answer. Where it goes away later the connection is
    cut, and whoever is loading the file sees that it is not whole.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        return start_stream(request, get_response(request))

    return answered


def start_stream(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The answer, of which the first part is made where it is streamed; raises what fails there."""
    rows = isinstance(response, StreamingHttpResponse) and not response.is_async
    if rows and not isinstance(response, FileResponse) and request.method != "HEAD":
        stream = cast("StreamingHttpResponse", response)
        parts = iter(cast("Iterator[bytes]", stream.streaming_content))
        first = next(parts, b"")
        stream.streaming_content = chain([first], parts)
    return response


def is_away(error: Error) -> bool:
    """Whether it says that the database cannot be reached, or does not work."""
    return _named(error) == "away"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The exception, and those that led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _named(error: BaseException) -> str:
    """“away”, “locked”, or nothing where the error is no such one of a database."""
    # Django's own errors say nothing but their class; their cause is the driver's.
    driver = error.__cause__
    if not isinstance(error, Error) or driver is None:
        return ""
    if isinstance(driver, sqlite3.Error):
        code = getattr(driver, "sqlite_errorcode", 0) & 0xFF
        return "locked" if code in SQLITE_LOCKED else "away" if code in SQLITE_AWAY else ""
    state = getattr(driver, "sqlstate", None)
    if state is None:  # said by the driver itself: no connection to be had, or it broke
        return "away" if type(error).__name__ == "OperationalError" else ""
    if state.startswith(POSTGRES_AWAY):
        return "away"
    return "locked" if state.startswith(POSTGRES_LOCKED) else ""
