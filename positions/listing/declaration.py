"""How a list is declared, once for all of its formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

import msgspec
from django.db.models import Q, QuerySet
from django.urls import reverse

from positions.listing.conditions import Filters

R = TypeVar("R", bound=msgspec.Struct)
F = TypeVar("F", bound=Filters)
Cell = str | int | bool | date | datetime | None
Columns = Mapping[str, Callable[[R], Cell]]


@dataclass(frozen=True, slots=True)
class Key:
    """A column to sort by, never null, and what its values are made of."""

    column: str
    of: type[date | datetime | int | str]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order: by these columns, then by the object's id, all in one direction.

    ``made`` gives the columns that no table has: expressions by name, under the filters.
    ``all_are`` is what every row of the list is anyway, said where an index has the order of just
    those.
    """

    label: str
    keys: tuple[Key, ...]
    descending: bool = False
    made: Callable[[Any], Mapping[str, Any]] | None = None
    all_are: Q | None = None


class Entry(msgspec.Struct, frozen=True):
    """One entry of a feed. ``identity`` is unique in it and stays; texts are plain, not markup.

    ``published`` is since when readers can see it, ``updated`` when it last changed.
    ``author`` is whose words they are, in one line; "" where that is the editors.
    """

    identity: str
    url: str
    title: str
    words: str
    author: str
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Declaration(Generic[R, F]):
    """One list of records R, with the conditions of the filter set F.

    ``rows`` are the narrow rows that filters and orders work on; ``key`` is the column in them that
    is the object's id (``repeated`` where several rows are of one object); ``path`` is where its
    page stands, its plural unless it is said. ``fetch`` makes the wide records of ids, under the
    conditions, with addresses on a site. The first of ``sorts`` is the default, ``feed_sort`` that
    of the feed. ``columns`` are those of the CSV file, or give them for the conditions. ``entry``
    is what a feed shows of a record; a list without it leaves as no feed. ``objects`` are those
    that have a slug and an address of their own; without it, none has. ``chart`` names the page
    that draws them. ``page_size`` is how many rows a page has, where they are fewer than
    those of other lists.
    """

    noun: str
    plural: str
    title: str
    description: str
    filters: type[F]
    rows: Callable[[], QuerySet[Any]]
    record: type[R]
    fetch: Callable[[Sequence[int], F, str], list[R]]
    sorts: Mapping[str, Sort]
    columns: Columns[R] | Callable[[F], Columns[R]]
    entry: Callable[[R], Entry] | None = None
    feed_sort: str = ""
    key: str = "pk"
    repeated: bool = False
    objects: Callable[[], QuerySet[Any]] | None = None
    path: str = ""
    chart: str = ""
    page_size: int | None = None

    @property
    def row_template(self) -> str:
        return f"rows/{self.noun}.html"

    @property
    def url(self) -> str:
        """The address of the page."""
        return reverse(f"{self.noun}-list")

    def data_url(self, suffix: str) -> str:
        """The path of the same list in the format with this suffix."""
        return reverse(f"{self.noun}-list-data", args=[suffix])

    def record_url(self, slug: str) -> str:
        """The path of the record of one object, as JSON."""
        return reverse(f"{self.noun}-record", args=[slug])

    def table(self, filters: F) -> Columns[R]:
        """The columns of the file under these conditions: what each shows of a record, by name."""
        return self.columns(filters) if callable(self.columns) else self.columns


# Of whatever noun. The two kinds of a list belong to each other, which no common type can say.
AnyDeclaration = Declaration[Any, Any]
