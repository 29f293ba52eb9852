"""Counts queries, however many (Django's own log keeps the last 9,000 only), and objects made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.signals import post_init


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


@contextmanager
def made(*models: type[Model]) -> Iterator[Counter[type[Model]]]:
    """Counts the objects of these models that are made inside, of rows or anew."""
    counts: Counter[type[Model]] = Counter()

    def count(sender: type[Model], **_: Any) -> None:
        counts[sender] += 1

    for model in models:
        post_init.connect(count, sender=model)
    try:
        yield counts
    finally:
        for model in models:
            post_init.disconnect(count, sender=model)
