"""What the filter sets of all lists share: nothing unknown, nothing ignored, all errors at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

import django_filters
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from positions.filters.condition import Condition
from positions.listing import Beginning, Choice, Counted, Instead, Pairs

# The site's vocabulary, in the order in which forms, addresses and documents give it.
KEYS = (
    "q",
    "organisation",
    "organisation_kind",
    "person",
    "topic",
    "proposition",
    "stance",
    "directness",
    "direction",
    "change",
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
    Python keeps for itself). ``combined`` are the keys that must meet in one row of another table,
    ``paired_by`` is the column by which the list's rows are found in it.
    """

    combined: ClassVar[frozenset[str]] = frozenset()
    paired_by: ClassVar[str] = "pk"

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

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for key, choices in self.chosen.items():
            queryset = self.filters[key].filter(queryset, choices)
        return queryset

    def beginning(self) -> Beginning | None:
        """How the list begins in its own order, where that is known at once.

        None where rows have to be asked.
        """
        return None

    def rows_at(self, places: Sequence[Any]) -> QuerySet[Any]:
        """The rows, meeting all conditions, of the objects at some of these places."""
        return self.rows().filter(pk__in=[pk for *_, pk in places])

    def without(self, *keys: str) -> Self:
        """The same conditions less these keys; nothing is read again."""
        fewer = type(self)(QueryDict(), self.queryset)
        fewer.chosen = {key: choices for key, choices in self.chosen.items() if key not in keys}
        return fewer

    def having(self, key: str, choice: Choice) -> Self:
        """The same conditions with this choice alone under a key; nothing is read again."""
        other = type(self)(QueryDict(), self.queryset)
        other.chosen = {**self.chosen, key: [choice]}
        return other

    def pairs(self, key: str) -> Sequence[Pairs]:
        """The rows elsewhere that say which objects a value of the key leaves; here, none do.

        They meet the other conditions of ``combined``.
        """
        del key
        return ()

    def paired(self, rows: QuerySet[Any], key: str, chosen: list[Choice]) -> QuerySet[Any]:
        """Rows that go with any of the choices by ``pairs``.

        Keys that meet are met at once, by the first of them that is chosen.
        """
        meeting = [each for each in self.chosen if each in self.combined]
        if key in meeting[1:]:
            return rows
        values = [choice.meaning for choice in chosen]
        found = Q()
        for pairs in self.pairs(key):
            found |= Q((f"{self.paired_by}__in", pairs.of(values)))
        return rows.filter(found)

    def in_filter_queryset(
        self, rows: QuerySet[Any], key: str, chosen: list[Choice]
    ) -> QuerySet[Any]:
        """The ``method`` of conditions that the set applies itself, in its ``filter_queryset``."""
        del key, chosen
        return rows

    def counted(self) -> list[Counted]:
        """How each key whose values are choices is counted; one applied in its own way is not."""
        found = []
        for key, condition in self.conditions().items():
            value, pairs = condition.counted(), self.pairs(key)
            if value is None or (condition.method and not pairs):
                continue
            apart = self.combined if key in self.combined else frozenset({key})
            named, chosen = condition.named(), self.ids(key)
            found.append(Counted(key, apart, value, pairs, named, condition.most, chosen))
        return found

    def ids(self, key: str) -> list[Any]:
        """What the database compares for the values chosen under a key; nothing chosen, nothing."""
        return [choice.meaning for choice in self.chosen.get(key, [])]

    def _bound(self, key: str) -> Choice | None:
        found: list[Choice] = self.form.cleaned_data.get(key) or []
        return found[0] if found else None
