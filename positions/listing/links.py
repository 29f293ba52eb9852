"""What a list page offers beside its rows: fields, chips, sort orders, formats, ways out."""

from __future__ import annotations

from dataclasses import dataclass

from positions.listing.conditions import FieldKind
from positions.listing.page import Total


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a filter offers; ``group`` is a heading, empty where there is none.

    ``total`` is how many results it would give alone, under the other filters; None where that was
    not counted to the end and none was met so far.
    """

    value: str
    label: str
    selected: bool = False
    group: str = ""
    total: Total | None = None

    @property
    def listed(self) -> bool:
        """Whether it is shown as a box to tick, and not only suggested while a name is typed."""
        return self.selected or self.total is not None

    @property
    def empty(self) -> bool:
        """Whether it would give nothing."""
        return self.total is not None and not self.total.count


@dataclass(frozen=True, slots=True)
class FilterField:
    """One filter as the form draws it.

    ``name`` is the key in the query string. ``values`` are those chosen now. ``options`` are all
    values of a ``switch`` field, and of a ``choices`` field, unless there are too many: then those
    chosen and the likeliest; ``n_options`` is how many there are, ``fold_url`` the same page with
    all of them, or, where they are ``unfolded``, without. Of an ``autocomplete`` field they are
    those chosen and, where they are counted, the few with most results; else at most 30 for a
    datalist. ``data_url``
    (autocomplete only) is a list's JSON that takes ``q`` and gives ``results`` with ``slug`` and
    ``name`` (sources: ``title``); typed names and abbreviations are understood as well as slugs.
    """

    name: str
    label: str
    help: str
    kind: FieldKind
    options: list[Option]
    values: list[str]
    example: str = ""
    data_url: str = ""
    n_options: int = 0
    fold_url: str = ""
    unfolded: bool = False

    @property
    def value(self) -> str:
        """The first value chosen, or nothing: what a text, date or switch field shows."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One active condition, and the address of the list without it."""

    key: str
    label: str
    value_label: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order of the list, and the address of the list in it."""

    label: str
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class FormatLink:
    """The same rows as a file or a feed; ``media_type`` is for ``<link rel="alternate">``."""

    label: str
    url: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Loosening:
    """How many rows an empty list would have without one of its filters."""

    label: str
    url: str
    count: int
    capped: bool = False
