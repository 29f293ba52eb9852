"""Logging in under attack: few passwords are checked at once; the refused are told what to do."""

from __future__ import annotations

import fcntl
import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any
from zlib import crc32

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from positions.views import errors
from tracker.proxy import client_address

Answer = Callable[[HttpRequest], HttpResponseBase]

PLACES = 64  # files that addresses are spread over; two of one file wait for each other
SECONDS = 2  # after which somebody who was not let in may well be


class OneCoreArgon2(Argon2PasswordHasher):
    """Django's Argon2, with the same work and memory, on one core: the others serve pages.

    A password that was hashed on eight is hashed anew when its owner logs in.
    """

    parallelism = 1


def limit_log_ins(get_response: Answer) -> Answer:
    """Middleware: checks one password of an address at a time, and few in all, whoever asks.

    A check takes a quarter of a second of a core and a hundred megabytes, on purpose. The others
    are not kept waiting, for each would hold a thread that could serve a page: they are told to
    come back (429).
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or request.path != resolve_url(settings.LOGIN_URL):
            return get_response(request)
        with _place(client_address(request) or "") as is_free:
            if is_free:
                return get_response(request)
        return later(
            request,
            SECONDS,
            "Many are logging in just now",
            "Passwords are checked one after the other, so that the pages stay quick. "
            "Yours was not looked at. Go back, and try again in some seconds.",
        )

    return answered


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """What django-axes answers after too many wrong passwords: how long it lasts, what to do."""
    name = str((credentials or {}).get("username") or "")
    last = AccessAttempt.objects.filter(
        username=name, ip_address=client_address(request)
    ).aggregate(last=Max("attempt_time"))["last"]
    wait = settings.AXES_COOLOFF_TIME
    if last is not None:
        wait = max(last + wait - timezone.now(), type(wait)(seconds=1))
    minutes = math.ceil(wait.total_seconds() / 60)
    return later(
        request,
        math.ceil(wait.total_seconds()),
        "Too many wrong passwords",
        f"After {settings.AXES_FAILURE_LIMIT} wrong passwords for one name from one place, no more "
        f"are looked at for a while. Try again in {minutes} minute{'s' if minutes > 1 else ''}.",
        "Is it urgent, or have you forgotten it? An administrator can lift the lock, under Refused "
        "log-ins, and give you a new password.",
        "Was it not you? Then somebody is guessing: tell an administrator.",
    )


def later(request: HttpRequest, seconds: int, title: str, said: str, *more: str) -> HttpResponse:
    """429: what was refused for now, why, and after how many seconds to try again."""
    response = errors.told(request, 429, title, said, *more)
    response["Retry-After"] = str(seconds)
    add_never_cache_headers(response)
    return response


@contextmanager
def _place(address: str) -> Iterator[bool]:
    """Whether there is room to check a password for this address; it is taken until the end."""
    directory: Path = settings.LOG_INS_DIR
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    rooms = [directory / f"room-{number}" for number in range(settings.PASSWORDS_AT_ONCE)]
    with ExitStack() as opened:
        own = directory / f"address-{crc32(address.encode()) % PLACES}"
        yield _taken(opened, own) and any(_taken(opened, room) for room in rooms)


def _taken(opened: ExitStack, file: Path) -> bool:
    """Lock the file against all threads and processes of the site, if nobody else has."""
    lock: IO[bytes] = opened.enter_context(file.open("ab"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
