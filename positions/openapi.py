"""The OpenAPI 3.1 document, made from the declarations of the lists and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.urls import reverse

from positions.choices import Vocabulary
from positions.filters import ORDERS, PAGES, Condition, SearchFilters
from positions.listing import PAGE_SIZE, Declaration
from positions.records import Listed, Refusal, SearchRecord, Suggestions

REFERENCE = "#/components/schemas/{name}"
DESCRIPTION = (
    "Who said what on a contested question, when, in which words, and where each therefore stands. "
    "Every list of the site is here with the filters of its page. Different keys narrow the list; "
    "a repeated key means any of its values. An unknown key or value is refused, never ignored."
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
SEARCH = "Everything that has some words, best first; and what may be meant while they are typed."
SEARCHES: dict[str, type[msgspec.Struct]] = {
    "search-data": SearchRecord,
    "suggestions": Suggestions,
}
FILES = {
    "csv": ("text/csv", "All rows, in UTF-8 with a byte order mark; lists joined by “; ”."),
    "atom": ("application/atom+xml", f"The first {PAGE_SIZE} as an Atom feed."),
}


def document(declarations: Iterable[Declaration[Any]], site: str, version: str) -> dict[str, Any]:
    """The document for these lists on ``site`` ("https://host")."""
    declared = list(declarations)
    _, schemas = msgspec.json.schema_components(
        [*(declaration.record for declaration in declared), Listed, Refusal, *SEARCHES.values()],
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
        + [{"name": "search", "description": SEARCH}],
        "paths": {
            path: item
            for paths in (*map(_paths, declared), _searches())
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
        order = declaration.feed_sort if suffix == "atom" else first
        parameters = [*filters, _sort(declaration, order)]
        text = {"type": "string"}
        found[declaration.data_url(suffix)] = _get(
            declaration, suffix, parameters, media, says, text
        )
    return found


def _get(
    declaration: Declaration[Any],
    suffix: str,
    parameters: list[dict[str, Any]],
    media: str,
    says: str,
    schema: dict[str, Any],
) -> dict[str, Any]:
    return {
        "get": {
            "operationId": f"{declaration.plural}_{suffix}",
            "summary": f"{declaration.title} as {suffix.upper()}",
            "description": declaration.description,
            "tags": [declaration.plural],
            "parameters": parameters,
            "responses": _responses(says, media, schema),
        }
    }


def _searches() -> dict[str, Any]:
    """The addresses of the search, which is over several nouns and no list."""
    q = SearchFilters.conditions()["q"]
    words = _parameter("q", q.help_text, q.schema(), q.example)
    order = _parameter(
        "sort",
        f"The order of statements. {'; '.join(f'{key}: {says}' for key, says in ORDERS.items())}.",
        {"type": "string", "enum": list(ORDERS), "default": next(iter(ORDERS))},
        list(ORDERS)[-1],
    )
    page = _parameter(
        "page",
        f"Number of the page of statements, from 1 to {PAGES}.",
        {"type": "integer", "minimum": 1, "maximum": PAGES},
        2,
    )
    asked = {"search-data": [{**words, "required": True}, order, page], "suggestions": [words]}
    return {
        reverse(name): {
            "get": {
                "operationId": name.replace("-", "_"),
                "summary": (record.__doc__ or "").splitlines()[0],
                "description": SEARCH,
                "tags": ["search"],
                "parameters": asked[name],
                "responses": _responses(
                    "What was found.",
                    "application/json",
                    {"$ref": REFERENCE.format(name=record.__name__)},
                ),
            }
        }
        for name, record in SEARCHES.items()
    }


def _responses(says: str, media: str, schema: dict[str, Any]) -> dict[str, Any]:
    refusal = {"schema": {"$ref": REFERENCE.format(name="Refusal")}}
    return {
        "200": {"description": says, "content": {media: {"schema": schema}}},
        "400": {
            "description": "The query string says something unknown.",
            "content": {"application/json": refusal},
        },
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
