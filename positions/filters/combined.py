"""Conditions on what was said that must meet in one statement or position of another table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet

from positions.filters.filter_set import ListFilters
from positions.listing import Pairs
from positions.models import IndexEntry, Position


class CombinedFilters(ListFilters):
    """With a stance, or how it was said, they meet in one position that holds as of the day.

    Without, they meet in one entry.

    ``in_entries`` and ``in_positions`` give each key's column, ``object_in_…`` that of the list's
    own object.
    """

    in_entries: ClassVar[Mapping[str, str]]
    in_positions: ClassVar[Mapping[str, str]]
    object_in_entries: ClassVar[str]
    object_in_positions: ClassVar[str]

    def pairs(self, key: str) -> Sequence[Pairs]:
        if key not in self.combined:
            return super().pairs(key)
        rows: QuerySet[Any]
        if {"stance", "directness"} & {key, *self.chosen}:
            rows, columns = Position.objects.as_of(self.day), self.in_positions
            found = self.object_in_positions
        else:
            rows, columns = IndexEntry.objects.filter(earliest__lte=self.day), self.in_entries
            found = self.object_in_entries
        for other, column in columns.items():
            if other in self.chosen and other != key:
                rows = rows.filter((f"{column}__in", self.ids(other)))
        return [Pairs(rows, columns[key], found)]
