"""How many results each choice of a filter would give, under the other filters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from positions.listing import facet_query
from positions.listing.page import COUNT_CAP, Total
from positions.listing.selection import AnySelection

# A facet is counted over so many narrow rows and no more, the first of the list, so that it costs
# what the page costs in any archive. A list of some seven hundred statements is within it.
LOOKED_AT = 2_000


@dataclass(slots=True)
class Facet:
    """What was counted under one key, by value as addresses write it.

    ``named`` are (value, label) of the names with most results, those chosen among them, most
    first. ``whole`` says that all was looked at; else there are at least as many as counted.
    """

    counts: dict[str, int] = field(default_factory=dict)
    named: list[tuple[str, str]] = field(default_factory=list)
    whole: bool = True

    def total(self, value: str) -> Total | None:
        """How many results the value gives; None where it may be any number."""
        count = self.counts.get(value, 0)
        if not self.whole and not count:
            return None
        return Total(min(count, COUNT_CAP), capped=not self.whole or count > COUNT_CAP)


def count_choices(selection: AnySelection) -> dict[str, Facet]:
    """The facet of each key whose values are choices.

    Costs one query for all keys of which nothing is chosen, and one for each of the others; keys
    that must meet in one row share theirs.
    """
    found: dict[str, Facet] = {}
    chosen = frozenset(selection.filters.chosen)
    left_out: dict[frozenset[str], list[Any]] = defaultdict(list)
    for counted in selection.filters.counted():
        left_out[counted.apart & chosen].append(counted)
    for keys, several in left_out.items():
        found.update(_counted(selection.without(*keys), several))
    return found


def _counted(selection: AnySelection, several: Sequence[Any]) -> dict[str, Facet]:
    declaration = selection.declaration
    rows, whole = selection.first_rows(LOOKED_AT + 1)
    found = [Facet(whole=whole) for _ in several]
    for number, value, label, count in facet_query.answers(
        rows,
        declaration.key,
        several,
        repeated=declaration.repeated,
        bound=LOOKED_AT,
    ):
        if number is None:  # of the rows themselves
            for facet in found:
                facet.whole &= count <= LOOKED_AT
            continue
        facet = found[number]
        if value is None:
            facet.whole &= count <= LOOKED_AT
        else:
            facet.counts[value] = count
            if label is not None:
                facet.named.append((value, label))
    for facet in found:
        facet.named.sort(key=lambda each: (-facet.counts[each[0]], each[1], each[0]))
    return {counted.key: facet for counted, facet in zip(several, found, strict=True)}
