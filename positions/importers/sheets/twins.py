"""Statements of a file that may be one with another, of the file or of the record, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from positions.merging.duplicates import statements_like
from positions.models import Statement

MOST_TOLD = 50


def twins(made: Collection[int], rows: Mapping[int, int]) -> list[str]:
    """A sentence for each pair in which one was made by this load, the first fifty.

    ``made`` are keys of statements that are written, if only to be undone; ``rows`` gives by key
    the row that speaks of it. Four queries.
    """
    alike = statements_like(made)
    known = Statement.objects.in_bulk({pk for each in alike[:MOST_TOLD] for pk in each.pair})
    told = []
    for each in alike[:MOST_TOLD]:
        other, new = (known[pk] for pk in each.pair)  # keys go up: the later one is new
        where = f"row {rows[other.pk]} ({other.slug})" if other.pk in rows else _there(other)
        told.append(f"Row {rows.get(new.pk, 0)} ({new.slug}) may be one with {where}: {each.why}.")
    if (more := len(alike) - len(told)) > 0:
        told.append(f"And {more:,} more such pairs.")
    return told


def _there(statement: Statement) -> str:
    state = statement.get_state_display().lower()
    return f"“{statement}” ({statement.slug}), which is there and {state}"
