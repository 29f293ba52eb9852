"""One page of a list, and how many rows the whole list has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R")

PAGE_SIZE = 50
# Pages are numbered up to here; deeper ones are reached by key, which costs the same at any depth.
NUMBERED_PAGES = 100
# Rows are counted as far as pages are numbered.
COUNT_CAP = NUMBERED_PAGES * PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows there are; ``capped`` says that there are more than ``count``."""

    count: int
    capped: bool = False

    def __str__(self) -> str:
        return f"{self.count:,}{'+' if self.capped else ''}"


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Rows of one page, in order, as records.

    ``number`` counts from 1 and is None on a page reached by key; ``first`` and ``last`` are the
    places of its first and last row in the list, counted from 1, and None likewise, or when there
    is no row. ``next_url`` and ``previous_url`` are None at the ends.
    """

    rows: list[R]
    total: Total
    number: int | None
    next_url: str | None
    previous_url: str | None
    first: int | None
    last: int | None
