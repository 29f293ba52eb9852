"""Paging by key: a place in an order, as an address writes it, and the rows on either side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, unquote

from django.db.models import Q

from positions.listing.declaration import Sort
from positions.numbers import whole_number

Place = tuple[Any, ...]  # the values of the sort's columns, then the object's id


def write_place(place: Place) -> str:
    """The place as an address writes it: values, then the id, with tildes between."""
    return "~".join(quote(str(value), safe=" :,;'’“”/()&+").replace("~", "%7E") for value in place)


def read_place(text: str, sort: Sort) -> Place:
    """The place that was written so; ValueError for anything else."""
    parts = [unquote(part, errors="strict") for part in text.split("~")]
    kinds = [*(key.of for key in sort.keys), int]
    if len(parts) != len(kinds):
        raise ValueError(text)
    return tuple(_value(part, kind) for part, kind in zip(parts, kinds, strict=True))


def _value(text: str, kind: type[Any]) -> Any:
    if kind is date:
        return date.fromisoformat(text)
    if kind is datetime:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError(text)
        return moment
    if kind is int:
        number = whole_number(text)
        if number is None:
            raise ValueError(text)
        return number
    if "\0" in text:
        raise ValueError(text)
    return text


def beyond(place: Place, columns: Sequence[str], *, descending: bool) -> Q:
    """Rows that come after the place when sorted by the columns, all in one direction."""
    comparison = "lt" if descending else "gt"
    found = Q()
    same: dict[str, Any] = {}
    for column, value in zip(columns, place, strict=True):
        found |= Q(**same, **{f"{column}__{comparison}": value})
        same[column] = value
    # Said once more of the first column, so that an index is entered at the place.
    return Q((f"{columns[0]}__{comparison}e", place[0])) & found
