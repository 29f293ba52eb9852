"""The addresses of a list: a page of JSON, the whole as CSV, the newest as Atom."""

from __future__ import annotations

from typing import Any

from positions.formats.files import formats_of
from positions.listing import AnyDeclaration
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


def list_paths(declaration: AnyDeclaration) -> Json:
    """A path for each format in which the list leaves."""
    conditions = declaration.filters.conditions().items()
    filters = [condition_parameter(key, condition) for key, condition in conditions]
    paging = [parameter(key, *described) for key, described in PAGING.items()]
    found = {}
    for each in formats_of(declaration):
        order = _sort(declaration, each.default_sort(declaration))
        found[declaration.data_url(each.suffix)] = operation(
            f"{declaration.plural}_{each.suffix}",
            f"{declaration.title} as {each.suffix.upper()}",
            declaration.description,
            declaration.plural,
            [*filters, order, *(paging if each.paged else ())],
            each.says,
            each.media_type,
            _page(declaration) if each.paged else TEXT,
        )
    return found


def record_path(declaration: AnyDeclaration) -> Json:
    """The path of one object's record; nothing where none has an address of its own."""
    if declaration.objects is None:
        return {}
    name = "slug"
    asked = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": "The name in its address, as `slug` in the list.",
            "schema": TEXT,
        }
    ]
    conditions = declaration.filters.conditions()
    if "as_of" in conditions:
        asked.append(condition_parameter("as_of", conditions["as_of"]))
    described = operation(
        f"{declaration.noun}_record",
        f"One of {declaration.title}",
        "The record that its list has. A former name leads to the present one.",
        declaration.plural,
        asked,
        "The record.",
        "application/json",
        reference(declaration.record.__name__),
    )
    described["get"]["responses"]["404"] = {
        "description": "There is none of that name.",
        "content": {"application/json": {"schema": reference("Refusal")}},
    }
    if declaration.noun == "statement":
        described["get"]["responses"]["410"] = {
            "description": "It was withdrawn; the message says when, and why.",
            "content": {"application/json": {"schema": reference("Refusal")}},
        }
    return {declaration.record_url("SLUG").replace("SLUG", f"{{{name}}}"): described}


def _page(declaration: AnyDeclaration) -> Json:
    results = {"results": {"items": reference(declaration.record.__name__)}}
    return {"allOf": [reference("Listed"), {"properties": results}]}


def _sort(declaration: AnyDeclaration, default: str) -> Json:
    names = list(declaration.sorts)
    says = "; ".join(f"{name}: {sort.label}" for name, sort in declaration.sorts.items())
    schema = {"type": "string", "enum": names, "default": default}
    return parameter("sort", f"The order. {says}.", schema, names[-1])
