"""Asks a site again and again, as one reader and as eight, and says how long it took."""

from __future__ import annotations

import http.client
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

READERS = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """``p50``: the median of one reader, in milliseconds; ``rate``: answers a second to eight."""

    p50: float
    rate: float
    kilobytes: float


def answer(port: int, path: str) -> str:
    """What the site answers; AssertionError for anything but a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        response = connection.getresponse()
        body = response.read().decode()
        assert response.status == 200, f"{path} answered {response.status}: {body[:300]}"
        return body
    finally:
        connection.close()


def measured(port: int, path: str, seconds: float) -> Measured:
    """Ask for so many seconds alone, then for as many together."""
    body = answer(port, path)  # and what is made once is made
    taken = _asked(port, path, seconds)
    with ThreadPoolExecutor(READERS) as readers:
        started = time.perf_counter()
        all_taken = list(readers.map(lambda _: _asked(port, path, seconds), range(READERS)))
        rate = sum(map(len, all_taken)) / (time.perf_counter() - started)
    return Measured(statistics.median(taken) * 1000, rate, len(body.encode()) / 1000)


def _asked(port: int, path: str, seconds: float) -> list[float]:
    taken: list[float] = []
    until = time.perf_counter() + seconds
    while not taken or time.perf_counter() < until:
        started = time.perf_counter()
        answer(port, path)
        taken.append(time.perf_counter() - started)
    return taken
