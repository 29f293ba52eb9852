"""The query string of the search: read strictly, like that of a list; and what is typed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from positions import search
from positions.filters import ORDERS, PAGE_SIZE, PAGES, SearchFilters, StatementFilters
from positions.listing import Problem, address
from positions.listing.address import unknown_keys
from positions.models import IndexEntry
from positions.numbers import whole_number
from positions.search import CANDIDATES, Part, Query, Reading

KEYS = ("q", "sort", "page")
CONDITIONS = tuple(key for key in StatementFilters.conditions() if key != "q")


@dataclass(frozen=True, slots=True)
class Read:
    """One way to read what was typed: the conditions that statements meet, and the words."""

    reading: Reading
    filters: StatementFilters
    query: Query

    @property
    def marked(self) -> Query:
        """What is marked where it stands: the words, and the names that are conditions."""
        return replace(search.read(self.reading.named), called=self.query.called)

    @property
    def by_name(self) -> Query:
        """What other nouns are found by: the words; without any, the names, or all as words."""
        for query in (self.query, self.marked):
            if query.sought:
                return query
        return replace(search.read(self.reading.typed), called=self.query.called)

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The list of the same statements, as its address asks for it."""
        chosen = {k: [c.value for c in choices] for k, choices in self.filters.chosen.items()}
        return {"q": [self.query.typed], **chosen} if self.query.terms else chosen


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


def read_typed(typed: str, query: Query) -> tuple[Read, list[Problem]]:
    """What was typed with what of it is a condition, and what is wrong with its keys.

    Costs three queries, and one for each name that became a condition. ``query`` is all of it as
    words, whose hits are kept.
    """
    reading = search.recognise(typed, CONDITIONS)
    read, problems = _read(reading, query)
    if problems and not any(part.is_asked for part in reading.parts):
        for reading in read.reading.others():  # the last is of words alone
            read, problems = _read(reading, query)
    return read, problems


def other_ways(read: Read) -> Iterator[Read]:
    """The same with ever less read as conditions, down to words alone."""
    for reading in read.reading.others():
        yield _read(reading, read.query)[0]


def without(read: Read, part: Part) -> Read:
    """The same without one of its conditions. Costs a query for each name that is a condition."""
    return _read(read.reading.without(part), read.query)[0]


def _read(reading: Reading, shares: Query) -> tuple[Read, list[Problem]]:
    data = QueryDict(mutable=True)
    for key, values in reading.conditions.items():
        data.setlist(key, values)
    filters = StatementFilters(data, IndexEntry.objects.all())
    problems = [
        Problem("q", f"{key}:{value}"[:60], message)
        for key, value, message, _ in filters.problems()
    ]
    problems += [
        Problem("q", part.typed[:60], part.refused) for part in reading.parts if part.refused
    ]
    words = search.read(reading.words, by_itself=not reading.recognised)
    return Read(reading, filters, replace(words, called=shares.called)), problems
