"""The addresses of a list: a page of JSON, the whole as CSV, the newest as Atom."""

from __future__ import annotations

from typing import Any

from positions.listing import PAGE_SIZE, Declaration
from positions.openapi.parts import (
    TEXT,
    Json,
    condition_parameter,
    operation,
    parameter,
    reference,
)

PAGING: dict[str, tuple[str, Json, Any]] = {
    "page": (
        "Number of the page, from 1 to 100.",
        {"type": "integer", "minimum": 1, "maximum": 100},
        2,
    ),
    "after": (
        "The rows after this place, at any depth; follow `next` rather than write it.",
        TEXT,
        "2018-06-18~12",
    ),
    "before": (
        "The rows before this place; follow `previous` rather than write it.",
        TEXT,
        "2018-06-18~12",
    ),
}
MEDIA = {
    "json": ("application/json", f"A page of at most {PAGE_SIZE}."),
    "csv": ("text/csv", "All rows, in UTF-8 with a byte order mark; lists joined by “; ”."),
    "atom": ("application/atom+xml", f"The first {PAGE_SIZE} as an Atom feed."),
}


def list_paths(declaration: Declaration[Any]) -> Json:
    """A path for each format in which the list leaves."""
    conditions = declaration.filters.conditions().items()
    filters = [condition_parameter(key, condition) for key, condition in conditions]
    paging = [parameter(key, *described) for key, described in PAGING.items()]
    found = {}
    for suffix in declaration.formats:
        media, says = MEDIA[suffix]
        order = declaration.feed_sort if suffix == "atom" else next(iter(declaration.sorts))
        found[declaration.data_url(suffix)] = operation(
            f"{declaration.plural}_{suffix}",
            f"{declaration.title} as {suffix.upper()}",
            declaration.description,
            declaration.plural,
            [*filters, _sort(declaration, order), *(paging if suffix == "json" else ())],
            says,
            media,
            _page(declaration) if suffix == "json" else TEXT,
        )
    return found


def _page(declaration: Declaration[Any]) -> Json:
    results = {"results": {"items": reference(declaration.record.__name__)}}
    return {"allOf": [reference("Listed"), {"properties": results}]}


def _sort(declaration: Declaration[Any], default: str) -> Json:
    names = list(declaration.sorts)
    says = "; ".join(f"{name}: {sort.label}" for name, sort in declaration.sorts.items())
    schema = {"type": "string", "enum": names, "default": default}
    return parameter("sort", f"The order. {says}.", schema, names[-1])
