"""Which server answers a request: readers are sent to standbys, whoever writes to the leader.

Nothing of it is at work unless `DATABASE_REPLICA_URLS` names standbys. PostgreSQL copies what is
written to them; where each of them is in that copy (its replayed position in the write-ahead log)
is asked on the connection that then answers, so that it is true of whatever server is behind it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from contextvars import ContextVar
from itertools import count
from threading import Lock, Thread
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error, connections
from django.db.utils import DEFAULT_DB_ALIAS as LEADER
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from positions.views.errors import READING
from tracker.caching import WRITTEN
from tracker.outage import Answer, is_away, start_stream

log = logging.getLogger(__name__)
# The server that this request reads from. A streamed answer is read after the middleware is left:
# it stays as it is until the thread's next request.
READ_FROM: ContextVar[str] = ContextVar("read_from", default=LEADER)
# Whoever has written carries the position that a server must have replayed to answer them.
COOKIE_AGE = 3600  # seconds; no server that is later than DATABASE_REPLICA_MAX_LAG is read from
LEFT_OUT = 2  # seconds after which a server that could not be reached is asked again
# Whether the server has this position, and by how many seconds it may be behind. A standby that
# has replayed all that it was sent is behind by nothing, as long as somebody is sending.
STATE = """
    SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn()
           END >= %s::pg_lsn,
           CASE WHEN NOT pg_is_in_recovery() THEN 0
                WHEN pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn()
                     AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0
                ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())
           END
"""


class Router:
    """Django's router: reads go to the server of the request, within a transaction to the leader.

    So nothing that is written ever follows from what a standby said.
    """

    def db_for_read(self, model: Any, **hints: Any) -> str:
        del model, hints
        return LEADER if connections[LEADER].in_atomic_block else READ_FROM.get()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        del model, hints
        return LEADER

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        del one, other, hints
        return True  # they are rows of one database, wherever they were read

    def allow_migrate(self, alias: str, app_label: str, **hints: Any) -> bool:
        del app_label, hints
        return alias == LEADER


class ReadFromStandbys:
    """Middleware: chooses the server of each request once, and another one where that one fails.

    Public pages, for whoever is not logged in, are read from a standby that is not too far behind
    and has all that this reader has written; else from the leader; and where that is away too,
    from a standby that is late. A view that fails on one server is begun anew on the next.
    """

    def __init__(self, get_response: Answer) -> None:
        self.standbys = [alias for alias in connections if alias != LEADER]
        if not self.standbys:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.turn = count()
        self.lock = Lock()
        self.left_out: dict[str, float] = {}  # alias → when it is asked again

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        READ_FROM.set(LEADER)
        response = self.get_response(request)
        if not response.streaming:
            READ_FROM.set(LEADER)
        if request.method not in READING and response.status_code < 500:
            _mark_as_writer(response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """The answer of the first server that gives one; nothing for whom the leader answers."""
        if not _is_public_read(request):
            return None
        failure: Error | None = None
        for alias in self._servers(request):
            READ_FROM.set(alias)
            try:
                return start_stream(request, view(request, *args, **kwargs))
            except Error as error:
                if is_away(error):
                    self._leave_out(alias)
                elif alias == LEADER:
                    raise
                failure = error
        assert failure is not None  # noqa: S101 - the leader is always among them
        raise failure

    def _servers(self, request: HttpRequest) -> Iterator[str]:
        """The servers to read from, the best first; each is asked when its turn has come."""
        position = request.get_signed_cookie(WRITTEN, default=None, max_age=COOKIE_AGE)
        first = next(self.turn) % len(self.standbys)
        late = []
        for alias in self.standbys[first:] + self.standbys[:first]:
            lag = None if self._is_left_out(alias) else self._lag(alias, position)
            if lag is not None and lag <= settings.DATABASE_REPLICA_MAX_LAG:
                yield alias
            elif lag is not None:
                late.append(alias)
        # The leader again: an error is told where no server is left.
        yield from (*late, LEADER) if self._is_left_out(LEADER) else (LEADER, *late)
        # Behind one address may be several servers: a new connection may lead to one that answers.
        for alias in self.standbys:
            if alias not in late and self._lag(alias, position) is not None:
                yield alias

    def _lag(self, alias: str, position: str | None) -> float | None:
        """Seconds that a server is behind; None where it is away, or has not this position yet."""
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute(STATE, [position or "0/0"])
                has_position, lag = cursor.fetchone()
        except Error:
            self._leave_out(alias)
            return None
        with self.lock:
            was_away = self.left_out.pop(alias, None) is not None
        if was_away:
            log.warning("%s is back.", _named(alias))
        if not has_position:
            return None
        return float("inf") if lag is None else float(lag)

    def _leave_out(self, alias: str) -> None:
        with suppress(Error):
            connections[alias].close()
        with self.lock:
            is_news = alias not in self.left_out
            self.left_out[alias] = monotonic() + LEFT_OUT
        if is_news:
            log.warning("%s is away: readers are answered by another server.", _named(alias))

    def _is_left_out(self, alias: str) -> bool:
        """Whether it could not be reached; from time to time it is asked aside: no reader waits."""
        with self.lock:
            asked_again = self.left_out.get(alias)
            if asked_again is not None and monotonic() >= asked_again:
                self.left_out[alias] = monotonic() + LEFT_OUT
                Thread(target=self._ask_again, args=[alias], daemon=True).start()
        return asked_again is not None

    def _ask_again(self, alias: str) -> None:
        self._lag(alias, None)
        connections.close_all()  # this thread's


def _named(alias: str) -> str:
    at = connections[alias].settings_dict
    return f"{alias} ({at['HOST']}:{at['PORT']})"


def _is_public_read(request: HttpRequest) -> bool:
    """Whether it only reads what everybody may, for nobody who is logged in."""
    is_editors = request.path.startswith(reverse("admin:index"))
    return (
        request.method in READING
        and not is_editors
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def _mark_as_writer(response: HttpResponseBase) -> None:
    """Give whoever has written the leader's position as a cookie, signed."""
    leader = connections[LEADER]
    if leader.connection is None:  # refused before anything was asked
        return
    with suppress(Error), leader.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_lsn()")
        response.set_signed_cookie(
            WRITTEN, cursor.fetchone()[0], max_age=COOKIE_AGE, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
