"""What the filter sets of all lists share: nothing unknown, nothing ignored, all errors at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from positions.filters.condition import Choice, Condition, Instead

# The site's vocabulary, in the order in which forms, addresses and documents give it.
KEYS = (
    "q",
    "organisation",
    "organisation_kind",
    "person",
    "topic",
    "proposition",
    "stance",
    "direction",
    "kind",
    "from",
    "until",
    "source",
    "verbatim",
    "as_of",
    "with",
    "group",
)


class ListFilters(django_filters.FilterSet):
    """The conditions of one list.

    A name ending in an underscore stands for the key without it (``from_`` for ``from``, which
    Python keeps for itself).
    """

    @classmethod
    def get_filters(cls) -> dict[str, Condition]:
        declared = {
            name.removesuffix("_"): condition for name, condition in super().get_filters().items()
        }
        return {key: declared[key] for key in sorted(declared, key=KEYS.index)}

    @classmethod
    def conditions(cls) -> Mapping[str, Condition]:
        """The keys of the query string, in the order of the form."""
        found: Mapping[str, Condition] = cls.base_filters
        return found

    def problems(self) -> Iterator[tuple[str, str, str, Sequence[Instead]]]:
        """(key, value, what is wrong and the cure, what may be meant) of what is not understood."""
        for key, errors in self.form.errors.as_data().items():
            for error in errors:
                params = error.params
                yield key, params["value"], error.messages[0], params["instead"]
        since, until = self._bound("from"), self._bound("until")
        if (
            since
            and until
            and (since.meaning.earliest or date.min) > (until.meaning.latest or date.max)
        ):
            cure = f"Write from={until.value} and until={since.value}."
            yield "from", since.value, f"{since.label} is after {until.label}. {cure}", ()

    @cached_property
    def chosen(self) -> dict[str, list[Choice]]:
        """What was understood, by key, in the order of the form; keys without a value left out."""
        cleaned = self.form.cleaned_data
        return {key: cleaned[key] for key in self.conditions() if cleaned.get(key)}

    @cached_property
    def day(self) -> date:
        """The day as of which positions are read: today, unless another was chosen."""
        found = self.chosen.get("as_of")
        day: date = found[0].meaning if found else timezone.localdate()
        return day

    def rows(self) -> QuerySet[Any]:
        """The rows that meet all conditions, in no order."""
        met: QuerySet[Any] = self.filter_queryset(self.queryset)
        return met

    def met_together(self, rows: QuerySet[Any], key: str, chosen: list[Choice]) -> QuerySet[Any]:
        """For conditions that the filter set applies all at once, in ``filter_queryset``."""
        del key, chosen
        return rows

    def ids(self, key: str) -> list[Any]:
        """What the database compares for the values chosen under a key; nothing chosen, nothing."""
        return [choice.meaning for choice in self.chosen.get(key, [])]

    def _bound(self, key: str) -> Choice | None:
        found: list[Choice] = self.form.cleaned_data.get(key) or []
        return found[0] if found else None
