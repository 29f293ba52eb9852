"""A list with its conditions and its order: counted, paged, or walked from end to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic

from django.db.models import QuerySet

from positions.listing import cursor
from positions.listing.address import BadQuery, Problem, address
from positions.listing.declaration import Declaration, F, R, Sort
from positions.listing.page import COUNT_CAP, NUMBERED_PAGES, PAGE_SIZE, Page, Total


@dataclass(frozen=True, slots=True)
class Start:
    """Where a page starts: at a number, after a place, or before one."""

    number: int | None = 1
    after: cursor.Place | None = None
    before: cursor.Place | None = None
    asked: bool = False


@dataclass(frozen=True)
class Selection(Generic[R, F]):
    """One list as one query string asks for it; ``read_query`` makes it.

    ``unfolded`` are the filters of whose choices the page's form shows all.
    """

    declaration: Declaration[R, F]
    filters: F
    sort_name: str
    start: Start = Start()
    unfolded: tuple[str, ...] = ()

    @property
    def sort(self) -> Sort:
        return self.declaration.sorts[self.sort_name]

    @cached_property
    def parameters(self) -> dict[str, list[str]]:
        """The conditions and the order, in canonical form, without the page."""
        chosen = {k: [c.value for c in choices] for k, choices in self.filters.chosen.items()}
        if self.sort_name != next(iter(self.declaration.sorts)):
            chosen["sort"] = [self.sort_name]
        return chosen

    @property
    def paging(self) -> dict[str, list[str]]:
        """Which page, as its address says it; nothing for the first."""
        if self.start.after is not None:
            return {"after": [cursor.write_place(self.start.after)]}
        if self.start.before is not None:
            return {"before": [cursor.write_place(self.start.before)]}
        number = self.start.number or 1
        return {"page": [str(number)]} if number > 1 else {}

    @cached_property
    def total(self) -> Total:
        """How many objects there are. Costs one query, which stops at the cap.

        Where rows repeat an object they are read in an order that has it in one place: what is met
        twice is told from the row before, and nothing beyond the cap is read. What an index of
        words gives is in no order, or counted there.
        """
        key = self.declaration.key
        if (beginning := self.filters.beginning()) is not None:
            known = len(beginning.places) - (not beginning.whole)
            return Total(min(known, COUNT_CAP), capped=not beginning.whole)
        if self.declaration.repeated and self._own_order and "q" not in self.filters.chosen:
            ordered = [each.removeprefix("-") for each in self._own_order]
            rows = self.filters.rows().order_by(*self._own_order).values(*ordered).distinct()
        else:
            rows = self.filters.rows().order_by().values(key)
            rows = rows.distinct() if self.declaration.repeated else rows
        count = rows[: COUNT_CAP + 1].count()
        return Total(min(count, COUNT_CAP), capped=count > COUNT_CAP)

    def page(self, *, numbered: bool, suffix: str = "", site: str = "") -> Page[R]:
        """The page asked for. Costs a query for the count, one for the ids, and the records'.

        ``numbered``: whether its neighbours are named by number, as readers like, or by key, which
        misses and repeats no row when some are added between two requests. ``suffix`` is the format
        that their addresses are of, and ``site`` makes them absolute.
        """
        start = self.start
        backwards = start.before is not None
        rows = self._ordered(backwards=backwards)
        place = start.before or start.after
        if place is not None:
            descending = self.sort.descending != backwards
            rows = rows.filter(cursor.beyond(place, self._columns, descending=descending))
        size = self._page_size
        skipped = (start.number - 1) * size if start.number else 0
        here = slice(skipped, skipped + size + 1)
        known_places = self._known_places(here) if start.number else None
        places = list(rows[here] if known_places is None else known_places)
        more = len(places) > size
        places = places[:size]
        if backwards:
            places.reverse()
        path = self.declaration.data_url(suffix) if suffix else self.declaration.url
        if not places and skipped:
            self._refuse_page(path)
        following, preceding = self._neighbours(places, more, numbered or start.asked)

        def link(paging: Mapping[str, str] | None) -> str | None:
            if paging is None:
                return None
            extra = {key: [value] for key, value in paging.items()}
            return site + address(path, {**self.parameters, **extra})

        records = self._fetch([place[-1] for place in places], site)
        known = start.number is not None and bool(places)
        return Page(
            rows=records,
            total=self.total,
            number=start.number,
            next_url=link(following),
            previous_url=link(preceding),
            first=skipped + 1 if known else None,
            last=skipped + len(places) if known else None,
        )

    def first_rows(self, most: int) -> tuple[QuerySet[Any], bool]:
        """The narrow rows in the list's own order, if it has one: the newest statements first.

        So many of them are wanted. The second says whether these are all that there are.
        """
        beginning = self.filters.beginning()
        if beginning is None:
            return self.filters.rows().order_by(*self._own_order), True
        # Each of them has a row at the least.
        rows = self.filters.rows_at(beginning.places[:most])
        return rows.order_by(*self._own_order), beginning.whole

    def newest(self, number: int, site: str = "") -> list[R]:
        """The first records of the list."""
        return self._fetch([place[-1] for place in self._ordered()[:number]], site)

    def chunks(self, size: int, site: str = "") -> Iterator[list[R]]:
        """All records, some at a time, each time from the place where the last ones ended."""
        rows = self._ordered()
        places = list(rows[:size])
        while places:
            yield self._fetch([place[-1] for place in places], site)
            if len(places) < size:
                return
            here = cursor.beyond(places[-1], self._columns, descending=self.sort.descending)
            places = list(rows.filter(here)[:size])

    def sorted_by(self, name: str) -> Selection[R, F]:
        """The same list in another order, from its start."""
        return replace(self, sort_name=name, start=Start())

    def without(self, *keys: str) -> Selection[R, F]:
        """The same list with some conditions less, from its start."""
        return replace(self, filters=self.filters.without(*keys), start=Start())

    def in_words(self) -> str:
        """The conditions, for people: “Organisation: ACLU; Stance: opposes”."""
        conditions = self.declaration.filters.conditions()
        return "; ".join(
            f"{conditions[key].label}: {' or '.join(choice.label for choice in choices)}"
            for key, choices in self.filters.chosen.items()
        )

    def _known_places(self, here: slice) -> Sequence[cursor.Place] | None:
        """These places in the list's own order, where they are known without asking rows."""
        if self.sort is not next(iter(self.declaration.sorts.values())):
            return None
        beginning = self.filters.beginning()
        return beginning.places[here] if beginning and beginning.has(here.stop) else None

    @cached_property
    def _own_order(self) -> list[str]:
        """The first of its orders, which an index has; nothing where it is made of other tables."""
        sort = next(iter(self.declaration.sorts.values()))
        if sort.made or any("__" in key.column for key in sort.keys):
            return []
        sign = "-" if sort.descending else ""
        return [*(f"{sign}{key.column}" for key in sort.keys), f"{sign}{self.declaration.key}"]

    @property
    def _page_size(self) -> int:
        return self.declaration.page_size or PAGE_SIZE

    @cached_property
    def _columns(self) -> list[str]:
        return [*(key.column for key in self.sort.keys), self.declaration.key]

    def _ordered(self, *, backwards: bool = False) -> QuerySet[Any]:
        sign = "-" if self.sort.descending != backwards else ""
        rows = self.filters.rows()
        if self.sort.all_are:
            rows = rows.filter(self.sort.all_are)
        if self.sort.made:
            rows = rows.annotate(**self.sort.made(self.filters))
        rows = rows.order_by(*(f"{sign}{column}" for column in self._columns))
        rows = rows.values_list(*self._columns)
        return rows.distinct() if self.declaration.repeated else rows

    def _fetch(self, ids: Sequence[int], site: str) -> list[R]:
        return self.declaration.fetch(ids, self.filters, site) if ids else []

    def _neighbours(
        self, places: Sequence[cursor.Place], more: bool, numbered: bool
    ) -> tuple[Mapping[str, str] | None, Mapping[str, str] | None]:
        """What the next and the previous page are asked by; None where there is none."""
        start = self.start
        if not places:
            return None, None
        after = {"after": cursor.write_place(places[-1])}
        before = {"before": cursor.write_place(places[0])}
        if start.after is not None:
            return (after if more else None), before
        if start.before is not None:
            return after, (before if more else None)
        number = start.number or 1
        following = {"page": str(number + 1)} if numbered and number < NUMBERED_PAGES else after
        preceding = {"page": str(number - 1)} if number > 2 else {}  # the first has no number
        return (following if more else None), (preceding if number > 1 else None)

    def _refuse_page(self, path: str) -> None:
        number = str(self.start.number)
        pages = max(1, min(NUMBERED_PAGES, -(-self.total.count // self._page_size)))
        has = "has one page" if pages == 1 else f"has {pages} pages"
        message = f"The list {has}. Choose a page from 1 to {pages}."
        raise BadQuery(self.declaration, [Problem("page", number, message)], path, self.parameters)


# Of whatever noun.
AnySelection = Selection[Any, Any]
