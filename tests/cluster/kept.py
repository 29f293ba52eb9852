"""Measures the site behind Varnish: requests a second, hits, and how soon a change is seen."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.cluster.load import FORM, Load
from tests.served import Site

READERS = 4
SECONDS = 15
# As readers ask: the first one most, the others ever less (Zipf).
PAGES = (
    "/", "/statements/", "/positions/", "/statements/cbc-letter/", "/organisations/aclu/",
    "/propositions/", "/timeline/", "/statements.json", "/shifts/", "/organisations/amazon/",
)  # fmt: skip
LIST = "/topics.json"
PROMISED = 10 + 10  # seconds: those of `tracker.caching`, and by which a standby may be behind


@dataclass(frozen=True, slots=True)
class Rate:
    """What readers were answered in a while: how many pages a second, how many from the cache."""

    a_second: float
    hits: float  # of all, from 0 to 1
    failed: int

    def __str__(self) -> str:
        return f"{self.a_second:.0f} pages/s, {self.hits:.1%} hits, {self.failed} failed"


def rate(port: int) -> Rate:
    """Ask at ``port`` with some readers, each on a connection that stays open.

    Each page is asked for a few times before, so that every process has read its templates.
    """
    for page in PAGES * 4:
        Site(port).get(page)
    asked = [page for n, page in enumerate(PAGES, 1) for _ in range(60 // n)]
    answers: list[tuple[int, str]] = []
    end = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=_read, args=[port, asked[n::READERS], end, answers])
        for n in range(READERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    hits = sum(cached not in {"", "0"} for _, cached in answers)
    failed = sum(status != 200 for status, _ in answers)
    return Rate(len(answers) / SECONDS, hits / len(answers), failed)


def seconds_until_seen(load: Load, cached: int) -> float:
    """How long after a save a list that is kept at port ``cached``, and asked for, shows it."""
    reader, writer = Site(cached), Site(load.port)
    writer.cookies = {"sessionid": load.session, "csrftoken": "a" * 32}
    slug = f"seen-{time.monotonic_ns()}"
    form = {"name": slug, "slug": slug, "description": "", "_save": "Save"}
    reader.get(LIST)
    assert writer.post(FORM, {**load.hidden, **form}).status == 302
    saved = time.monotonic()
    while slug not in reader.get(LIST).body:
        assert time.monotonic() < saved + 2 * PROMISED, f"{slug} is not seen"
        time.sleep(0.1)
    return time.monotonic() - saved


def _read(port: int, pages: Sequence[str], end: float, answers: list[tuple[int, str]]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    at = 0
    while time.monotonic() < end:
        connection.request("GET", pages[at % len(pages)], headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        answers.append((answer.status, answer.headers.get("X-Cache", "")))
        at += 1
    connection.close()
