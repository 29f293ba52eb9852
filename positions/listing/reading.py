"""A query string, read strictly: the selection that it asks for, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from positions.listing import cursor
from positions.listing.address import BadQuery, Problem, address, replaced, unknown_keys
from positions.listing.conditions import Condition
from positions.listing.declaration import Declaration, F, R, Sort
from positions.listing.page import NUMBERED_PAGES
from positions.listing.selection import Selection, Start
from positions.numbers import whole_number

PAGING = ("page", "after", "before")
# Of a page only: filters of whose choices its form shows all, where it would show the likeliest.
OPEN = "open"


def read_query(
    declaration: Declaration[R, F],
    data: Any,
    *,
    paged: bool = True,
    default_sort: str = "",
    suffix: str = "",
) -> Selection[R, F]:
    """What a query string (a QueryDict) asks of a list.

    ``paged`` says whether it may ask for a page; a file or a feed has only one. ``suffix`` is the
    format that it was asked for, of the page none. Raises BadQuery with all that is wrong with it,
    and with addresses of the same format that are not. Costs a query for each key that names
    objects.
    """
    conditions = declaration.filters.conditions()
    of_page = (OPEN,) if paged and not suffix else ()
    known = [*conditions, "sort", *(PAGING if paged else ()), *of_page]
    problems = unknown_keys(data.lists(), known)
    filters = declaration.filters(data, declaration.rows())
    path = declaration.data_url(suffix) if suffix else declaration.url
    given = {
        key: [text for value in values if (text := value.strip())]
        for key, values in data.lists()
        if key in known and key not in (*PAGING, *of_page)
    }
    given = {key: values for key, values in given.items() if values}
    for key, value, message, meant in filters.problems():
        instead = tuple(
            (each.label, address(path, replaced(given, key, value, each.key, each.value)))
            for each in meant
            if each.key in known
        )
        problems.append(Problem(key, value, message, instead))
    sort_name = default_sort or next(iter(declaration.sorts))
    asked = dict.fromkeys(_given(data, "sort"))
    for name in asked:
        if len(asked) == 1 and name in declaration.sorts:
            sort_name = name
        else:
            orders = ", ".join(declaration.sorts)
            problems.append(Problem("sort", name[:60], f"Write one of: {orders}."))
    unfolded = read_open(data, conditions, problems) if of_page else ()
    start = Start()
    if paged:
        start = _start(data, declaration.sorts[sort_name], problems)
    if problems:
        raise BadQuery(declaration, problems, path, given)
    return Selection(declaration, filters, sort_name, start, unfolded)


def read_open(
    data: Any, conditions: Mapping[str, Condition], problems: list[Problem]
) -> tuple[str, ...]:
    """The filters of whose choices a page's form is to show all; ``problems`` gets what is none."""
    asked = tuple(dict.fromkeys(_given(data, OPEN)))
    openable = [key for key, each in conditions.items() if each.kind == "choices"]
    for name in asked:
        if name not in openable:
            cure = f"Write one of: {', '.join(openable)}." if openable else "Leave it out."
            problems.append(Problem(OPEN, name[:60], f"No such filter has choices here. {cure}"))
    return asked


def _start(data: Any, sort: Sort, problems: list[Problem]) -> Start:
    asked = [(key, value) for key in PAGING for value in _given(data, key)]
    if not asked:
        return Start()
    if len(asked) > 1:
        problems.append(Problem(*asked[1], "Give only one of page, after and before, once."))
        return Start()
    [(key, value)] = asked
    if key == "page":
        if number := whole_number(value, NUMBERED_PAGES):
            return Start(number=number, asked=True)
        problems.append(
            Problem(
                key,
                value[:60],
                f"Pages are numbered from 1 to {NUMBERED_PAGES}. Follow “next” to go deeper.",
            )
        )
        return Start()
    try:
        place = cursor.read_place(value, sort)
    except ValueError:
        cure = "Leave it out, and follow the links “next” and “previous”."
        problems.append(Problem(key, value[:60], f"That is no place in this order. {cure}"))
        return Start()
    return Start(None, after=place) if key == "after" else Start(None, before=place)


def _given(data: Any, key: str) -> list[str]:
    return [value for value in data.getlist(key) if value]
