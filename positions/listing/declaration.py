"""How a list is declared, once for all of its formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Protocol, Self, TypeVar

import msgspec
from django.db.models import QuerySet
from django.urls import reverse

R = TypeVar("R", bound=msgspec.Struct)
Cell = str | int | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Key:
    """A column to sort by, never null, and what its values are made of."""

    column: str
    of: type[date | datetime | int | str]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order: by these columns, then by the object's id, all in one direction.

    ``made`` gives the columns that no table has: expressions by name, as of a day.
    """

    label: str
    keys: tuple[Key, ...]
    descending: bool = False
    made: Callable[[date], Mapping[str, Any]] | None = None


class Filters(Protocol):
    """What a list asks of its filter set."""

    @property
    def chosen(self) -> Mapping[str, Sequence[Any]]:
        """By key, what was understood, each with ``value`` and ``label``."""

    @property
    def day(self) -> date:
        """The day as of which positions are read: today, unless another was chosen."""

    def problems(self) -> Any:
        """(key, value, message, what may be meant) of each value that was not understood."""

    def rows(self) -> QuerySet[Any]:
        """The narrow rows that meet all conditions."""

    def without(self, *keys: str) -> Self:
        """The same conditions less these keys."""

    def counted(self) -> Sequence[Any]:
        """How each key whose values are choices is counted (``filters.Counted``)."""


class FilterSet(Protocol):
    """A class of filter sets."""

    def __call__(self, data: Any, queryset: QuerySet[Any]) -> Filters: ...

    def conditions(self) -> Mapping[str, Any]:
        """The keys of the query string."""


@dataclass(frozen=True)
class Declaration(Generic[R]):
    """One list.

    ``rows`` are the narrow rows that filters and orders work on; ``key`` is the column in them that
    is the object's id (``repeated`` where several rows are of one object); ``path`` is where its
    page stands, its plural unless it is said; ``formats`` are those it leaves in. ``fetch`` makes
    the wide records of ids, as of a day, with addresses on a site. The first of ``sorts`` is the
    default, ``feed_sort`` that of the feed. ``columns`` are those of the CSV file, ``entry`` is
    what a feed shows of a record (``records.Entry``), ``chart`` names the page that draws them.
    """

    noun: str
    plural: str
    title: str
    description: str
    filters: FilterSet
    rows: Callable[[], QuerySet[Any]]
    record: type[R]
    fetch: Callable[[Sequence[int], date, str], list[R]]
    sorts: Mapping[str, Sort]
    columns: Mapping[str, Callable[[R], Cell]]
    entry: Callable[[R], Any]
    feed_sort: str
    key: str = "pk"
    repeated: bool = False
    path: str = ""
    formats: Sequence[str] = ("json", "csv", "atom")
    chart: str = ""

    @property
    def row_template(self) -> str:
        return f"rows/{self.noun}.html"

    @property
    def url(self) -> str:
        """The address of the page."""
        return reverse(f"{self.noun}-list")

    def data_url(self, suffix: str) -> str:
        """The path of the same list as ``json``, ``csv`` or ``atom``."""
        return reverse(f"{self.noun}-list-data", args=[suffix])
