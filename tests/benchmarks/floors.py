"""Prints as JSON what each page costs within one process: its queries, and all else.

`python -m tests.benchmarks.floors`, on the database of DATABASE_URL.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import django

from tests.benchmarks.pages import PAGES

ROUNDS = 5


def main() -> None:
    """By page: milliseconds of its queries (R) and of all else (T), and how many queries."""
    django.setup()
    from django.db import connection  # noqa: PLC0415 - once it is set up
    from django.test import Client  # noqa: PLC0415

    spent: list[float] = []

    def timed(execute: Callable[..., Any], *asked: Any) -> Any:
        started = time.perf_counter()
        try:
            return execute(*asked)
        finally:
            spent.append(time.perf_counter() - started)

    client = Client(headers={"host": "127.0.0.1"})
    found = {}
    for page in PAGES:
        rounds = []
        for _ in range(ROUNDS):
            spent.clear()
            started = time.perf_counter()
            with connection.execute_wrapper(timed):
                client.get(page.path).getvalue()
            took = time.perf_counter() - started
            rounds.append((sum(spent) * 1000, (took - sum(spent)) * 1000, len(spent)))
        queries, rest, number = (statistics.median(column) for column in zip(*rounds, strict=True))
        found[page.name] = {"R": queries, "T": rest, "queries": number}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
