"""What a list asks of its conditions: what was understood, which rows meet it, how to count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol, Self

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

FieldKind = Literal["text", "choices", "autocomplete", "date", "switch"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value as understood: as addresses write it, in words, and what the database compares."""

    value: str
    label: str
    meaning: Any


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that may be chosen; ``group`` is a heading, empty where there is none."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """What may have been meant by a value: this value, under the same key or another."""

    key: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of another table that say which objects of a list go with which values of a key.

    ``value`` and ``object`` are columns of these rows; a row without an object goes with none.
    """

    rows: QuerySet[Any]
    value: str
    object: str

    def of(self, values: Sequence[Any]) -> QuerySet[Any]:
        """The objects that go with any of the values."""
        return self._whole().filter((f"{self.value}__in", values)).values(self.object)

    def among(self, objects: Any) -> QuerySet[Any]:
        """(value, object) of each row of these objects: a queryset of ids, or an expression."""
        rows = self._whole().filter((f"{self.object}__in", objects))
        return rows.values_list(self.value, self.object)

    def _whole(self) -> QuerySet[Any]:
        # A null among the objects would be compared with every row.
        return self.rows.order_by().filter((f"{self.object}__isnull", False))


@dataclass(frozen=True, slots=True)
class Beginning:
    """The places of the first objects of a list in its own order: all of them, or one too many."""

    places: Sequence[tuple[Any, ...]]
    whole: bool

    def has(self, most: int) -> bool:
        """Whether it is known which are the first so many, or that there are fewer."""
        return self.whole or len(self.places) >= most


@dataclass(frozen=True, slots=True)
class Counted:
    """How the objects of a list are counted by the values of one key.

    ``apart`` are the keys that are left out meanwhile: the key itself, and those that must meet
    with it in one row. ``pairs`` are rows that say which objects have which value; without any,
    the list's own rows say it by ``value``. ``named`` are (id, value, label) where rows hold an id,
    ``most`` is how many of them are wanted, those with most results, after the ids ``chosen``.
    """

    key: str
    apart: frozenset[str]
    value: Combinable
    pairs: Sequence[Pairs]
    named: QuerySet[Any] | None
    most: int | None
    chosen: Sequence[Any]


class Condition(Protocol):
    """One key of the query string: how a form draws it, and what it offers."""

    @property
    def label(self) -> str: ...
    @property
    def help_text(self) -> str: ...
    @property
    def example(self) -> str: ...
    @property
    def kind(self) -> FieldKind: ...
    @property
    def many(self) -> bool:
        """Whether the key may be repeated: any of the values."""

    @property
    def most(self) -> int | None:
        """How many of its choices are counted, those with most results; None for all."""

    def offers(self, chosen: Sequence[Choice]) -> list[Offer]:
        """The values that may be chosen, as far as they are few."""

    def data_url(self) -> str:
        """The address whose JSON completes what is typed; empty without one."""

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one value."""


class Filters(Protocol):
    """What a list asks of its filter set."""

    def __init__(self, data: Any, queryset: QuerySet[Any]) -> None: ...

    @classmethod
    def conditions(cls) -> Mapping[str, Condition]:
        """The keys of the query string, in the order of the form."""

    @property
    def chosen(self) -> Mapping[str, Sequence[Choice]]:
        """By key, what was understood."""

    @property
    def day(self) -> date:
        """The day as of which positions are read: today, unless another was chosen."""

    def problems(self) -> Iterator[tuple[str, str, str, Sequence[Instead]]]:
        """(key, value, message, what may be meant) of each value that was not understood."""

    def rows(self) -> QuerySet[Any]:
        """The narrow rows that meet all conditions."""

    def beginning(self) -> Beginning | None:
        """How the list begins in its own order, where that is known at once.

        None where rows have to be asked.
        """

    def rows_at(self, places: Sequence[tuple[Any, ...]]) -> QuerySet[Any]:
        """The rows, meeting all conditions, of the objects at some of these places."""

    def without(self, *keys: str) -> Self:
        """The same conditions less these keys."""

    def having(self, key: str, choice: Choice) -> Self:
        """The same conditions with this choice alone under a key."""

    def counted(self) -> Sequence[Counted]:
        """How each key whose values are choices is counted."""
