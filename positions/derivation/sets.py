"""SQL that derives whole sets of rows at once, written once for both databases.

The texts use these names: ``{these}`` and ``{pairs}`` are tables made of one parameter each,
``{day}`` stands before a day that is written out, ``{is_not}`` compares so that two nulls are the
same.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from django.db import connection

T = TypeVar("T")

# Statements or holders that are read at a time: bounds the memory and the parameters of a query.
BATCH = 500
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
    """The rows that a text selects."""
    with connection.cursor() as cursor:
        cursor.execute(text.format(**NAMES[connection.vendor]), parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def batched(given: Sequence[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    """The same in their order, so many at a time as one query may have."""
    for start in range(0, len(given), size):
        yield given[start : start + size]
