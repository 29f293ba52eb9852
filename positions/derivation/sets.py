"""SQL that derives whole sets of rows at once, written once for both databases, and their locks.

The texts use these names: ``{these}`` and ``{pairs}`` are tables made of one parameter each,
``{day}`` stands before a day that is written out, ``{is_not}`` compares so that two nulls are the
same.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection, connections, models, router

from positions.models import Statement

NAMES = {
    "sqlite": {
        "these": "SELECT value FROM json_each(%s)",
        "pairs": "SELECT value ->> 0, value ->> 1 FROM json_each(%s)",
        "is_not": "IS NOT",
        "day": "",
    },
    "postgresql": {
        "these": "SELECT unnest(%s::bigint[])",
        "pairs": "SELECT (pair ->> 0)::bigint, (pair ->> 1)::bigint"
        " FROM jsonb_array_elements(%s::jsonb) AS given (pair)",
        "is_not": "IS DISTINCT FROM",
        "day": "DATE ",
    },
}


def keys(given: Collection[int]) -> Any:
    """The parameter of ``{these}``: a table of one column, however many keys there are."""
    ordered = sorted(given)
    return ordered if connection.vendor == "postgresql" else json.dumps(ordered)


def pairs(given: Collection[tuple[int, int]]) -> str:
    """The parameter of ``{pairs}``: a table of two columns, however many pairs there are."""
    return json.dumps(sorted(given))


def run(text: str, parameters: Sequence[Any] = ()) -> int:
    """Execute a text in the words of the database; how many rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(text.format(**NAMES[connection.vendor]), parameters)
        written: int = cursor.rowcount
    return written


def found(text: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows that a text selects, of the server that the ORM would ask for statements."""
    with connections[router.db_for_read(Statement)].cursor() as cursor:
        cursor.execute(text.format(**NAMES[connection.vendor]), parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def hold_rows(rows: models.QuerySet[Any]) -> None:
    """Let nobody else derive from these rows until the transaction ends; in the order of keys.

    Those who only refer to them need not wait. SQLite has one writer at a time in any case.
    """
    if connection.features.has_select_for_update:
        held = rows.order_by("pk").select_for_update(no_key=True)
        deque(held.values_list("pk", flat=True).iterator(), maxlen=0)  # read, and kept nowhere
