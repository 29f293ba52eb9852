"""How many reports readers may send from one address; ``publishing.reports`` bounds them all."""

from __future__ import annotations

import fcntl
import math
import time
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from zlib import crc32

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from tracker.log_in import Answer, later
from tracker.proxy import client_address

PLACES = 1024  # files that addresses are spread over: from none can an address be told
HOUR = 3600


def limit_reports(get_response: Answer) -> Answer:
    """Middleware: takes so many reports an hour from one address; counted is what was accepted.

    The others are told when to come back (429). A file for each place holds the moments of the last
    hour, and nothing else; all processes of the site must see them.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not _is_report(request.path_info):
            return get_response(request)
        place = crc32((client_address(request) or "").encode()) % PLACES
        directory: Path = settings.REPORTS_DIR
        file = directory / f"place-{place}"
        wait = _wait(file, settings.REPORTS_AN_HOUR)
        if not wait:
            response = get_response(request)
            if response.status_code == HTTPStatus.FOUND:
                _count(file)
            return response
        minutes = math.ceil(wait / 60)
        return later(
            request,
            wait,
            "Too many reports just now",
            "So that no program can flood the editors, only so many are taken an hour. Yours was "
            f"not. Go back, keep what you wrote, and send it in {minutes} "
            f"minute{'s' if minutes > 1 else ''}.",
        )

    return answered


def _is_report(path: str) -> bool:
    try:
        return resolve(path).url_name == "statement-report"
    except Resolver404:
        return False


def _wait(file: Path, most: int) -> int:
    """The seconds until this file has room for one more; 0 where it has."""
    try:
        with file.open(encoding="ascii") as opened:
            fcntl.flock(opened, fcntl.LOCK_SH)  # until it is closed
            moments = _of_the_last_hour(opened)
    except FileNotFoundError:
        return 0
    return max(1, math.ceil(moments[0] + HOUR - time.time())) if len(moments) >= most else 0


def _count(file: Path) -> None:
    """Note in this file that one more was taken now."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.open("a+", encoding="ascii") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        opened.seek(0)
        moments = _of_the_last_hour(opened)
        opened.truncate(0)
        opened.writelines(f"{moment}\n" for moment in [*moments, time.time()])


def _of_the_last_hour(lines: Iterable[str]) -> list[float]:
    now = time.time()
    return [moment for line in lines if now - HOUR < (moment := float(line)) <= now]
