"""The query string of a comparison: two to five names, and what is compared of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.listing import Instead

FEWEST, MOST = 2, 5
NAMES = ("organisation", "person")


class CompareFilters(ListFilters):
    """On rows of Position as of the day, held by one of those named."""

    organisation = shared.organisation(
        method="in_filter_queryset",
        help_text="A name, an abbreviation, or the slug from its address.",
    )
    person = shared.person(
        method="in_filter_queryset",
        help_text="What they say for an organisation is compared under its name.",
    )
    topic = shared.topic(
        "proposition__topic",
        help_text="Only the propositions of this topic.",
    )
    proposition = shared.proposition(
        "proposition",
        help_text="Only this proposition.",
    )
    as_of = shared.as_of()

    @property
    def parties(self) -> list[int]:
        """Keys of those who are named, organisations first, each in the order given."""
        return [key for name in NAMES for key in self.ids(name)]

    def problems(self) -> Iterator[tuple[str, str, str, Sequence[Instead]]]:
        yield from super().problems()
        cleaned = self.form.cleaned_data
        named = [(key, choice) for key in NAMES for choice in cleaned.get(key) or []]
        if len(named) > MOST:
            key, last = named[-1]
            cure = f"At most {MOST} can be compared: take {len(named) - MOST} off."
            yield key, last.value, f"These are {len(named)}. {cure}", ()

    def filter_queryset(self, queryset: Any) -> QuerySet[Any]:
        rows = super().filter_queryset(queryset.as_of(self.day))
        return rows.filter(holder__in=self.parties)
