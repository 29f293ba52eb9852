"""The matrix, as a page and as data: organisations by propositions, as of any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.charts.matrix import (
    Column,
    MatrixRow,
    columns_of,
    nearest,
)
from positions.choices import StakeholderKind
from positions.filters import MatrixFilters
from positions.formats import as_html
from positions.formats.files import FORMATS
from positions.listing import BadQuery, FormatLink, Selection, address, read_query, without
from positions.listing.address import Parameters
from positions.models import IndexEntry, Position, Topic
from positions.views.days import Days, days_of
from positions.views.declarations import CHANGES, MATRIX
from positions.views.lists import HtmxRequest, answered, refused
from positions.views.sharing.offer import of_matrix, topic_frame

# Where a screen has no room for the table, so many cells are listed in all, as many of each column,
# but so many of each at the least.
MOST_LISTED, LEAST_LISTED = 80, 8
# The conditions of the matrix that changes have too.
OF_CHANGES = ("organisation", "organisation_kind", "topic", "proposition")


@dataclass(frozen=True, slots=True)
class Small:
    """The beginning of the matrix of today: as much of it as a front page has room for."""

    topic: Topic | None
    heads: list[Column]
    rows: list[MatrixRow]
    n_propositions: int


@require_safe
def matrix_page(request: HtmxRequest) -> HttpResponse:
    """The table, with ways to its days, its rows and its columns."""
    try:
        selection = read_query(MATRIX, request.GET)
        return answered(
            request,
            selection,
            lambda in_place: render(
                request, "matrix/page.html", _context(request, selection) | {"in_place": in_place}
            ),
        )
    except BadQuery as error:
        return refused(request, error)


def small(n_rows: int, n_columns: int, topic: str = "") -> Small:
    """The first rows and columns of today's matrix, of a topic, else the first. Six queries.

    Rows of which nothing is known in these columns are left out.
    """
    asked = QueryDict(mutable=True)
    asked["topic"] = topic
    selection = read_query(MATRIX, asked)
    filters = selection.filters
    rows = [
        msgspec.structs.replace(row, cells=row.cells[:n_columns])
        for row in selection.newest(n_rows)
        if any(cell.url for cell in row.cells[:n_columns])
    ]
    heads = columns_of(filters.shown[:n_columns])
    return Small(filters.topic_shown, heads, rows, len(filters.propositions))


def _context(
    request: HttpRequest, selection: Selection[MatrixRow, MatrixFilters]
) -> dict[str, Any]:
    filters, parameters = selection.filters, selection.parameters
    known = filters.matching().order_by().values("pk")
    cells = {"proposition__in": filters.columns}
    days = days_of(
        nearest(Position.objects.filter(holder__in=known, **cells), "held_from", filters.day),
        IndexEntry.objects.filter(voice__in=known, **cells),
        filters.day,
        MATRIX.url,
        parameters,
    )
    found = as_html.context(selection)
    rows = found["page"].rows
    grouped = "group" in filters.chosen
    groups: list[tuple[StakeholderKind | None, list[MatrixRow]]] = [
        (kind, list(together))
        for kind, together in groupby(rows, lambda row: row.organisation.kind if grouped else None)
    ]

    shown = filters.topic_shown
    topic = None if "proposition" in filters.chosen else shown
    return {
        **found,
        "picture": shown and of_matrix(request, shown.slug, shown.name, days.asked),
        "frame": topic_frame(request, topic.slug, topic.name) if topic else None,
        "formats": [*found["formats"], _feed(filters, parameters)],
        # The day has a form of its own; the filters keep it.
        "filters": [each for each in found["filters"] if each.name != "as_of"],
        "hidden": [*found["hidden"], *(("as_of", day) for day in parameters.get("as_of", ()))],
        "heads": columns_of(filters.shown),
        "n_heads": len(filters.propositions),
        "more_columns": _next_columns(filters, parameters),
        "groups": groups,
        "topic": topic,
        "days": days,
        "changes": _changes(filters, parameters, days),
        "against": filters.chosen["with"][0] if "with" in filters.chosen else None,
        "hold_against": partial(_held_against, parameters),
        "alone": partial(_alone, parameters),
        "most_listed": max(LEAST_LISTED, MOST_LISTED // max(1, len(filters.shown))),
    }


def _next_columns(filters: MatrixFilters, parameters: Parameters) -> str:
    """The same rows with the columns that there was no room for; empty where all are shown."""
    if not filters.left_out:
        return ""
    others = {**without(parameters, "proposition"), "proposition": filters.left_out}
    return address(MATRIX.url, others)


def _alone(parameters: Parameters, proposition: str) -> str:
    """The same rows with the column of this proposition and no other."""
    return address(MATRIX.url, {**without(parameters, "proposition"), "proposition": [proposition]})


def _changes(filters: MatrixFilters, parameters: Parameters, days: Days) -> tuple[date, str] | None:
    """The day since which changes in these cells are told, and where; None for a day to come.

    That is the day of the table; of today's, the day before the last change.
    """
    since = days.day
    if days.is_today and days.changed_before and days.changed_before > date.min:
        since = days.changed_before - timedelta(days=1)
    if since >= timezone.localdate():
        return None
    kept = _of_these_cells(filters, parameters)
    return since, address(CHANGES.url, {**kept, "from": [since.isoformat()]})


def _feed(filters: MatrixFilters, parameters: Parameters) -> FormatLink:
    """What changes in these cells from the day of the table on."""
    asked = {**_of_these_cells(filters, parameters), "from": [filters.day.isoformat()]}
    form = FORMATS["atom"]
    return FormatLink(
        "Feed of its changes", address(CHANGES.data_url(form.suffix), asked), form.media_type
    )


def _of_these_cells(filters: MatrixFilters, parameters: Parameters) -> dict[str, Sequence[str]]:
    """The same organisations and propositions, as conditions of changes."""
    kept = {key: parameters[key] for key in OF_CHANGES if key in parameters}
    if "proposition" not in kept and filters.topic_shown:
        kept["topic"] = [filters.topic_shown.slug]
    return kept


def _held_against(parameters: Parameters, organisation: str) -> str:
    """The same table in order of agreement with this organisation."""
    return address(MATRIX.url, {**without(parameters, "with"), "with": [organisation]})
