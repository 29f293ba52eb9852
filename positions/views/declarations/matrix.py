"""The matrix: a list of organisations whose columns are the propositions asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils import timezone

from positions.charts.matrix import MatrixCell, MatrixRow, columns_of, rows_of
from positions.filters import MatrixFilters
from positions.listing import Cell, Columns, Declaration, Key, Sort
from positions.models import Stakeholder

# What the filters of the matrix put rows in order by, before anything else.
_PLACES = (Key("grouped", int), Key("apart", int), Key("differing", int))


def _rows(ids: Sequence[int], filters: MatrixFilters, site: str) -> list[MatrixRow]:
    return rows_of(
        ids,
        columns_of(filters.shown, site),
        filters.day,
        today=timezone.localdate(),
        agreement=filters.agreement(ids),
        site=site,
    )


def _columns(filters: MatrixFilters) -> Columns[MatrixRow]:
    """Who, then four columns for each proposition; then one for each, how directly it was said."""
    table: dict[str, Callable[[MatrixRow], Cell]] = {
        "organisation": lambda row: row.organisation.slug,
        "name": lambda row: row.organisation.name,
        "kind": lambda row: row.organisation.kind.value,
        "as_of": lambda row: row.as_of,
        "agrees": lambda row: row.agrees,
        "differs": lambda row: row.differs,
    }
    for place, proposition in enumerate(filters.shown):
        slug = proposition.slug
        table |= {
            slug: _of(place, lambda cell: cell.stance.value if cell.stance else cell.state),
            f"{slug}_date": _of(place, lambda cell: cell.date.edtf if cell.date else None),
            f"{slug}_statements": _of(place, lambda cell: cell.n_statements),
            f"{slug}_notes": _of(place, _notes),
        }
    for place, proposition in enumerate(filters.shown):
        table[f"{proposition.slug}_directness"] = _of(place, lambda cell: cell.directness)
    return table


def _of(place: int, read_cell: Callable[[MatrixCell], Cell]) -> Callable[[MatrixRow], Cell]:
    return lambda row: read_cell(row.cells[place])


def _notes(cell: MatrixCell) -> str:
    said = {
        "shifted": cell.shift,
        "conflicting": cell.conflicting,
        "may be later": cell.may_be_later,
        "asked since, no reply": cell.no_reply_since,
    }
    return "; ".join(note for note, holds in said.items() if holds)


MATRIX = Declaration(
    noun="matrix",
    plural="matrix",
    title="Who stands where",
    description="Who stands where on what, in one look, as of any day.",
    filters=MatrixFilters,
    rows=lambda: Stakeholder.objects.public().organisations(),
    record=MatrixRow,
    fetch=_rows,
    sorts={
        "spoken": Sort(
            "Most positions first",
            (*_PLACES, Key("unspoken", int), Key("folded", str)),
            made=MatrixFilters.places,
        ),
        "name": Sort("Name, A to Z", (*_PLACES, Key("folded", str)), made=MatrixFilters.places),
    },
    columns=_columns,
    page_size=20,  # each row has a cell for each of up to sixteen columns
)
