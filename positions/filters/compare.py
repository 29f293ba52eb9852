"""The query string of a comparison: two to five names, and what is compared of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from positions.filters.condition import Instead
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import AsOf
from positions.filters.named import ORGANISATION, PERSON, PROPOSITION, TOPIC, Named

FEWEST, MOST = 2, 5
NAMES = ("organisation", "person")


class CompareFilters(ListFilters):
    """On rows of Position as of the day, held by one of those named."""

    organisation = Named(
        ORGANISATION,
        method="met_elsewhere",
        label="Organisation",
        help_text="A name, an abbreviation, or the slug from its address.",
        example="aclu",
    )
    person = Named(
        PERSON,
        method="met_elsewhere",
        label="Person",
        help_text="What they say for an organisation is compared under its name.",
        example="neema-singh-guliani",
    )
    topic = Named(
        TOPIC,
        "proposition__topic",
        label="Topic",
        help_text="Only the propositions of this topic.",
        example="facial-recognition",
    )
    proposition = Named(
        PROPOSITION,
        "proposition",
        label="Proposition",
        help_text="Only this proposition.",
        example="end-government-sales",
    )
    as_of = AsOf(
        label="As of",
        help_text="The day for which stances are read; today when left out.",
        example="2018-07-01",
    )

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
