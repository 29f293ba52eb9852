"""Counts queries, however many: Django's own log keeps the last 9,000 only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


class Counted:
    """How many queries were run, in all and one by one; and the longest, in characters."""

    def __init__(self) -> None:
        self.n = 0
        self.n_parameters = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.n += 1
        self.n_parameters = max(self.n_parameters, len(params or ()))
        return execute(sql, params, many, context)


@contextmanager
def counted() -> Iterator[Counted]:
    """Counts the queries that are run inside."""
    queries = Counted()
    with connection.execute_wrapper(queries):
        yield queries
