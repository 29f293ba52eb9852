"""The addresses of the search, which is over several nouns and no list."""

from __future__ import annotations

import msgspec
from django.urls import reverse

from positions.filters import ORDERS, PAGES, SearchFilters
from positions.openapi.parts import Json, operation, parameter, reference
from positions.records import SearchRecord, Suggestions

TAG = "search"
DESCRIPTION = (
    "Everything that has some words, best first; and what may be meant while they are typed."
)
RECORDS: dict[str, type[msgspec.Struct]] = {
    "search-data": SearchRecord,
    "suggestions": Suggestions,
}


def search_paths() -> Json:
    """What is found, and what is suggested."""
    q = SearchFilters.conditions()["q"]
    words = parameter("q", q.help_text, q.schema(), q.example)
    order = parameter(
        "sort",
        f"The order of statements. {'; '.join(f'{key}: {says}' for key, says in ORDERS.items())}.",
        {"type": "string", "enum": list(ORDERS), "default": next(iter(ORDERS))},
        list(ORDERS)[-1],
    )
    page = parameter(
        "page",
        f"Number of the page of statements, from 1 to {PAGES}.",
        {"type": "integer", "minimum": 1, "maximum": PAGES},
        2,
    )
    asked = {"search-data": [{**words, "required": True}, order, page], "suggestions": [words]}
    return {
        reverse(name): operation(
            name.replace("-", "_"),
            (record.__doc__ or "").splitlines()[0],
            DESCRIPTION,
            TAG,
            asked[name],
            "What was found.",
            "application/json",
            reference(record.__name__),
        )
        for name, record in RECORDS.items()
    }
