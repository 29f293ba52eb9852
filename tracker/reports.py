"""How many reports readers may send: few from one address, and not too many in all."""

from __future__ import annotations

import fcntl
import math
import time
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


def bounded(get_response: Answer) -> Answer:
    """Middleware: takes so many reports an hour from one address, and so many in all.

    The others are told when to come back (429). A file for each place holds the moments of the last
    hour, and nothing else; all processes of the site must see them.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not _is_report(request.path_info):
            return get_response(request)
        place = crc32((client_address(request) or "").encode()) % PLACES
        directory: Path = settings.REPORTS_DIR
        wait = _wait(directory / f"place-{place}", settings.REPORTS_AN_HOUR) or _wait(
            directory / "all", settings.REPORTS_AN_HOUR_IN_ALL
        )
        if not wait:
            return get_response(request)
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
    """Count one more in this file, or the seconds until it has room for one."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = time.time()
    with file.open("a+", encoding="ascii") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)  # until it is closed
        opened.seek(0)
        moments = [float(line) for line in opened if now - HOUR < float(line) <= now]
        if len(moments) >= most:
            return max(1, math.ceil(moments[0] + HOUR - now))
        opened.truncate(0)
        opened.writelines(f"{moment}\n" for moment in [*moments, now])
    return 0
