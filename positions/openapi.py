"""The OpenAPI 3.1 document, made from the declarations of the lists and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.urls import reverse

from positions.choices import Vocabulary
from positions.filters import CompareFilters, Condition
from positions.listing import PAGE_SIZE, Declaration
from positions.records import Listed, Refusal
from positions.records.comparison import ComparisonRecord

REFERENCE = "#/components/schemas/{name}"
DESCRIPTION = (
    "Who said what on a contested question, when, in which words, and where each therefore stands. "
    "Every list of the site is here with the filters of its page. Different keys narrow the list; "
    "a repeated key means any of its values. An unknown key or value is refused, never ignored."
)
COMPARISON = (
    "Two to five organisations or people as of a day: where they agree, where they differ, where "
    "it cannot be said, where only one has spoken, in the newest words of each."
)
PAGING: dict[str, tuple[str, dict[str, Any], Any]] = {
    "page": (
        "Number of the page, from 1 to 100.",
        {"type": "integer", "minimum": 1, "maximum": 100},
        2,
    ),
    "after": (
        "The rows after this place, at any depth; follow `next` rather than write it.",
        {"type": "string"},
        "2018-06-18~12",
    ),
    "before": (
        "The rows before this place; follow `previous` rather than write it.",
        {"type": "string"},
        "2018-06-18~12",
    ),
}
FILES = {
    "csv": ("text/csv", "All rows, in UTF-8 with a byte order mark; lists joined by “; ”."),
    "atom": ("application/atom+xml", f"The first {PAGE_SIZE} as an Atom feed."),
}


def document(declarations: Iterable[Declaration[Any]], site: str, version: str) -> dict[str, Any]:
    """The document for these lists on ``site`` ("https://host")."""
    declared = list(declarations)
    _, schemas = msgspec.json.schema_components(
        [*(declaration.record for declaration in declared), ComparisonRecord, Listed, Refusal],
        schema_hook=_vocabulary,
        ref_template=REFERENCE,
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Stakeholder Position Tracker",
            "description": DESCRIPTION,
            "version": version,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": site}],
        "tags": [
            {"name": declaration.plural, "description": declaration.description}
            for declaration in declared
        ]
        + [{"name": "compare", "description": COMPARISON}],
        "paths": {
            path: item
            for paths in (*map(_paths, declared), _comparison())
            for path, item in paths.items()
        },
        "components": {"schemas": schemas},
    }


def _paths(declaration: Declaration[Any]) -> dict[str, Any]:
    filters = [
        _filter(key, condition) for key, condition in declaration.filters.conditions().items()
    ]
    paging = [_parameter(key, *described) for key, described in PAGING.items()]
    page = {
        "allOf": [
            {"$ref": REFERENCE.format(name="Listed")},
            {
                "properties": {
                    "results": {
                        "items": {"$ref": REFERENCE.format(name=declaration.record.__name__)}
                    }
                }
            },
        ]
    }
    first = next(iter(declaration.sorts))
    found = {
        declaration.data_url("json"): _get(
            declaration,
            "json",
            [*filters, _sort(declaration, first), *paging],
            "application/json",
            f"A page of at most {PAGE_SIZE}.",
            page,
        )
    }
    for suffix, (media, says) in FILES.items():
        if suffix not in declaration.formats:
            continue
        order = declaration.feed_sort if suffix == "atom" else first
        parameters = [*filters, _sort(declaration, order)]
        text = {"type": "string"}
        found[declaration.data_url(suffix)] = _get(
            declaration, suffix, parameters, media, says, text
        )
    return found


def _comparison() -> dict[str, Any]:
    """The comparison of two to five, which is one record and no list."""
    parameters = [_filter(key, each) for key, each in CompareFilters.conditions().items()]
    record = {"$ref": REFERENCE.format(name="ComparisonRecord")}
    forms: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("json", "application/json", "The comparison.", record),
        ("csv", "text/csv", "A row for each proposition and party, in UTF-8.", {"type": "string"}),
    )
    return {
        reverse("compare-data", args=[suffix]): _answered(
            *("compare", "Comparison", COMPARISON, suffix, parameters, media, says, schema)
        )
        for suffix, media, says, schema in forms
    }


def _get(
    declaration: Declaration[Any],
    suffix: str,
    parameters: list[dict[str, Any]],
    media: str,
    says: str,
    schema: dict[str, Any],
) -> dict[str, Any]:
    of = (declaration.plural, declaration.title, declaration.description)
    return _answered(*of, suffix, parameters, media, says, schema)


def _answered(
    name: str,
    title: str,
    description: str,
    suffix: str,
    parameters: list[dict[str, Any]],
    media: str,
    says: str,
    schema: dict[str, Any],
) -> dict[str, Any]:
    refusal = {"schema": {"$ref": REFERENCE.format(name="Refusal")}}
    return {
        "get": {
            "operationId": f"{name}_{suffix}",
            "summary": f"{title} as {suffix.upper()}",
            "description": description,
            "tags": [name],
            "parameters": parameters,
            "responses": {
                "200": {"description": says, "content": {media: {"schema": schema}}},
                "400": {
                    "description": "The query string says something unknown.",
                    "content": {"application/json": refusal},
                },
            },
        }
    }


def _filter(key: str, condition: Condition) -> dict[str, Any]:
    one = condition.schema()
    if not condition.many:
        cure = " Write 1." if condition.kind == "switch" else ""
        return _parameter(key, condition.help_text + cure, one, condition.example)
    described = f"{condition.help_text} May be repeated: any of the values."
    many = {"type": "array", "items": one}
    return {
        **_parameter(key, described, many, [condition.example]),
        "style": "form",
        "explode": True,
    }


def _sort(declaration: Declaration[Any], default: str) -> dict[str, Any]:
    names = list(declaration.sorts)
    says = "; ".join(f"{name}: {sort.label}" for name, sort in declaration.sorts.items())
    schema = {"type": "string", "enum": names, "default": default}
    return _parameter("sort", f"The order. {says}.", schema, names[-1])


def _parameter(key: str, description: str, schema: dict[str, Any], example: Any) -> dict[str, Any]:
    return {
        "name": key,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
        "example": example,
    }


def _vocabulary(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a fixed vocabulary, each value with its meaning."""
    if not issubclass(kind, Vocabulary):
        raise NotImplementedError  # as msgspec asks of a hook that does not know a type
    meanings = [{"const": str(m.value), "description": m.meaning} for m in kind]
    return {"type": "string", "oneOf": meanings}
