"""Orders that several lists have."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Lower

from positions.filters import ListFilters
from positions.listing import Key, Sort
from positions.models import IndexEntry


def by_day(column: str) -> dict[str, Sort]:
    """The newest first, or the oldest, by a column of days."""
    return {
        "newest": Sort("Newest first", (Key(column, date),), descending=True),
        "oldest": Sort("Oldest first", (Key(column, date),)),
    }


def last_added(column: str) -> Sort:
    """By the moment since which readers can see it."""
    return Sort("Last added first", (Key(column, datetime),), descending=True)


def recent(relation: str) -> Sort:
    """By the first day of a row's newest statement as of the day; year 1 where there is none."""

    def made(filters: ListFilters) -> dict[str, Any]:
        spoken = IndexEntry.objects.filter(**{relation: OuterRef("pk")}, earliest__lte=filters.day)
        newest = Subquery(spoken.order_by("-earliest").values("earliest")[:1])
        return {"newest_day": Coalesce(newest, Value(date.min), output_field=DateField())}

    return Sort("Newest statement first", (Key("newest_day", date),), descending=True, made=made)


def alphabetical(label: str, column: str) -> Sort:
    """By a text without regard to case."""
    return Sort(label, (Key("folded", str),), made=lambda _: {"folded": Lower(column)})


def by_holder(column: str = "holder") -> Sort:
    """By who holds it, then in the order of the propositions; first what is on none.

    Whoever holds a position or speaks is seen by readers, of whom an index has the names in order.
    """
    return Sort(
        "By holder",
        (Key("folded", str), Key("place", int)),
        made=lambda _: {
            "folded": Lower(f"{column}__name"),
            "place": Coalesce(F("proposition__order"), -1),
        },
        all_are=Q((f"{column}__is_public", True)),
    )
