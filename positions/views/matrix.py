"""The matrix, as a page and as data: organisations by propositions, as of any day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.charts.matrix import (
    Change,
    Column,
    MatrixCell,
    MatrixRow,
    columns_of,
    days_of_change,
    rows_of,
)
from positions.choices import StakeholderKind
from positions.filters import MatrixFilters
from positions.formats import as_csv, as_html, as_json
from positions.listing import BadQuery, Selection, address, read, without
from positions.models import Topic
from positions.views.data import for_scripts, site_of
from positions.views.declarations import MATRIX
from positions.views.lists import Asked, answered, refused


@dataclass(frozen=True, slots=True)
class Step:
    """Another day to see the matrix as of: the words that changed it are of that date."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Small:
    """The beginning of the matrix of today: as much of it as a front page has room for."""

    topic: Topic | None
    heads: list[Column]
    rows: list[MatrixRow]
    n_propositions: int


@require_safe
def page(request: Asked) -> HttpResponse:
    """The table, with ways to its days, its rows and its columns."""
    try:
        selection, heads = _read(request)
        return answered(
            request,
            selection,
            lambda in_place: render(
                request, "matrix/page.html", _context(selection, heads) | {"in_place": in_place}
            ),
        )
    except BadQuery as error:
        return refused(request, error)


@for_scripts
def data(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """What the page shows, as JSON a page at a time, or all of its rows as CSV."""
    site = site_of(request)
    try:
        selection, _ = _read(request, suffix=suffix, site=site)
        if suffix == "json":
            return as_json.page(selection, site)
        return as_csv.file(selection, site)
    except BadQuery as error:
        return as_json.refusal(error, site)


def small(n_rows: int, n_columns: int) -> Small:
    """The first rows and columns of today's matrix, of the first topic. Six queries."""
    selection, heads = _bound(read(MATRIX, QueryDict()), "", n_columns)
    filters = _filters(selection)
    rows = selection.newest(n_rows)
    return Small(filters.topic_shown, heads, rows, len(filters.propositions))


def _read(
    request: HttpRequest, suffix: str = "", site: str = ""
) -> tuple[Selection[MatrixRow], list[Column]]:
    """What the query string asks for."""
    return _bound(read(MATRIX, request.GET, paged=suffix != "csv", suffix=suffix), site)


def _bound(
    asked: Selection[MatrixRow], site: str, most: int | None = None
) -> tuple[Selection[MatrixRow], list[Column]]:
    """The selection, its records and columns bound to its propositions."""
    filters = _filters(asked)
    heads = columns_of(filters.columns[:most], site)

    def fetch(ids: Sequence[int], day: date, site: str) -> list[MatrixRow]:
        agreement = filters.agreement(ids)
        return rows_of(ids, heads, day, today=timezone.localdate(), agreement=agreement, site=site)

    bound = replace(MATRIX, fetch=fetch, columns=_table(heads))
    return replace(asked, declaration=bound), heads


def _context(selection: Selection[MatrixRow], heads: Sequence[Column]) -> dict[str, Any]:
    filters, parameters = _filters(selection), selection.parameters
    before, after = days_of_change(filters.matching(), filters.columns, filters.day)
    today = timezone.localdate()
    found = as_html.context(selection)
    rows = found["page"].rows
    grouped = "group" in filters.chosen
    groups: list[tuple[StakeholderKind | None, list[MatrixRow]]] = [
        (kind, list(together))
        for kind, together in groupby(rows, lambda row: row.organisation.kind if grouped else None)
    ]

    def on(change: Change | None) -> Step | None:
        if change is None or (change.day > today and change.day != filters.day):
            return None
        days = without(parameters, "as_of")
        if change.day != today:
            days["as_of"] = [change.day.isoformat()]
        return Step(change.text, address(MATRIX.url, days))

    return {
        **found,
        # The day has a form of its own; the filters keep it.
        "filters": [each for each in found["filters"] if each.name != "as_of"],
        "hidden": [*found["hidden"], *(("as_of", day) for day in parameters.get("as_of", ()))],
        "heads": heads,
        "n_heads": len(filters.propositions),
        "more_columns": _next_columns(filters, parameters),
        "groups": groups,
        "topic": None if "proposition" in filters.chosen else filters.topic_shown,
        "day": filters.day,
        "is_today": filters.day == today,
        "today_url": address(MATRIX.url, without(parameters, "as_of")),
        "before": on(before),
        "after": on(after),
        "kept": [(k, v) for k, values in without(parameters, "as_of").items() for v in values],
        "against": filters.chosen["with"][0] if "with" in filters.chosen else None,
        "hold_against": partial(_held_against, parameters),
    }


def _next_columns(filters: MatrixFilters, parameters: Mapping[str, Sequence[str]]) -> str:
    """The same rows with the columns that there was no room for; empty where all are shown."""
    if not filters.left_out:
        return ""
    others = {**without(parameters, "proposition"), "proposition": filters.left_out}
    return address(MATRIX.url, others)


def _held_against(parameters: Mapping[str, Sequence[str]], organisation: str) -> str:
    """The same table in order of agreement with this organisation."""
    return address(MATRIX.url, {**without(parameters, "with"), "with": [organisation]})


def _filters(selection: Selection[MatrixRow]) -> MatrixFilters:
    filters: Any = selection.filters
    found: MatrixFilters = filters
    return found


def _table(heads: Sequence[Column]) -> dict[str, Callable[[MatrixRow], Any]]:
    """The columns of the file: who, then four for each proposition."""
    table: dict[str, Callable[[MatrixRow], Any]] = {
        "organisation": lambda row: row.organisation.slug,
        "name": lambda row: row.organisation.name,
        "kind": lambda row: row.organisation.kind.value,
        "as_of": lambda row: row.as_of,
        "agrees": lambda row: row.agrees,
        "differs": lambda row: row.differs,
    }
    for place, head in enumerate(heads):
        slug = head.proposition.slug
        table |= {
            slug: _of(place, lambda cell: cell.stance.value if cell.stance else cell.state),
            f"{slug}_date": _of(place, lambda cell: cell.date.edtf if cell.date else None),
            f"{slug}_statements": _of(place, lambda cell: cell.n_statements),
            f"{slug}_notes": _of(place, _notes),
        }
    return table


def _of(place: int, read_cell: Callable[[MatrixCell], Any]) -> Callable[[MatrixRow], Any]:
    return lambda row: read_cell(row.cells[place])


def _notes(cell: MatrixCell) -> str:
    said = {
        "shifted": cell.shift,
        "conflicting": cell.conflicting,
        "may be later": cell.may_be_later,
        "asked since, no reply": cell.no_reply_since,
    }
    return "; ".join(note for note, holds in said.items() if holds)
