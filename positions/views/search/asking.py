"""The query string of the search: read strictly, like that of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from positions.filters import ORDERS, PAGE_SIZE, PAGES, SearchFilters
from positions.listing import Problem, address
from positions.listing.address import unknown_keys
from positions.models import IndexEntry
from positions.numbers import whole_number
from positions.search import CANDIDATES, Query

KEYS = ("q", "sort", "page")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, in which order, and which page of it."""

    q: str
    query: Query
    sort: str
    page: int

    @property
    def skipped(self) -> int:
        """How many hits stand on the pages before."""
        return (self.page - 1) * PAGE_SIZE

    def parameters(self, **other: str) -> dict[str, list[str]]:
        """The same, or with another order or page, in the shortest form."""
        wanted = {"q": self.q, "sort": self.sort, "page": str(self.page), **other}
        plain = {"sort": next(iter(ORDERS)), "page": "1"}
        return {key: [value] for key, value in wanted.items() if value and plain.get(key) != value}

    def url(self, path: str, **other: str) -> str:
        return address(path, self.parameters(**other))

    def next_url(self, path: str, pages: int) -> str | None:
        return self.url(path, page=str(self.page + 1)) if self.page < pages else None

    def previous_url(self, path: str) -> str | None:
        return self.url(path, page=str(self.page - 1)) if self.page > 1 else None


def read_asked(data: Any, keys: Sequence[str] = KEYS) -> tuple[Asked | None, list[Problem]]:
    """What a query string (a QueryDict) asks for; None where nothing, or all that is wrong."""
    problems = unknown_keys(data.lists(), keys)
    filters = SearchFilters(data, IndexEntry.objects.all())
    problems += [Problem(key, value, message) for key, value, message, _ in filters.problems()]
    sort = _one(data, "sort", next(iter(ORDERS)))
    if sort not in ORDERS:
        problems.append(Problem("sort", sort[:60], f"Write one of: {', '.join(ORDERS)}."))
    page = _one(data, "page", "1")
    number = whole_number(page, PAGES)
    if not number:
        message = f"Pages are numbered from 1 to {PAGES}: {CANDIDATES:,} hits at the most."
        problems.append(Problem("page", page[:60], message))
    if problems or not filters.chosen or not number:
        return None, problems
    [choice] = filters.chosen["q"]
    return Asked(choice.value, choice.meaning, sort, number), []


def _one(data: Any, key: str, default: str) -> str:
    """The value of a key; several, which no key takes here, as they were written."""
    given = [value for value in data.getlist(key) if value]
    return " ".join(given) or default
