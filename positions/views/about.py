"""The pages about the record itself: whose it is, how positions are derived, what the data mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions import choices
from positions.derivation.changes import Change
from positions.filters import CompareFilters, SearchFilters
from positions.formats.files import links_of
from positions.openapi import document
from positions.views.data import API_VERSION
from positions.views.declarations import DESCRIBED

# The vocabularies that leave the site, in the order in which one meets them.
VOCABULARIES: dict[str, type[choices.Vocabulary]] = {
    "Stance": choices.Stance,
    "Directness": choices.Directness,
    "Direction of a shift": choices.Direction,
    "Change between two days": Change,
    "Agreement": choices.Agreement,
    "Kind of statement": choices.StatementKind,
    "Kind of organisation or person": choices.StakeholderKind,
    "Role": choices.AttributionRole,
    "Capacity": choices.Capacity,
    "Tie between organisations and people": choices.AffiliationKind,
    "Kind of source": choices.SourceKind,
    "Kind of quotation": choices.QuotationKind,
    "Check of a quotation": choices.QuotationCheck,
    "How a date is known": choices.DateBasis,
    "Kind of correction": choices.CorrectionKind,
    "State of a challenge": choices.ChallengeState,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, as a reader of the data meets it."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its fields."""

    name: str
    meaning: str
    fields: list[Field]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Who publishes the record, how to object to what it says, and what may be done with it."""
    return render(request, "about/about.html", {})


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How positions follow from statements."""
    context = {
        "stances": list(choices.Stance),
        "agreements": list(choices.Agreement),
        "bases": list(choices.DateBasis),
        "challenge_states": list(choices.ChallengeState),
        "checks": list(choices.QuotationCheck),
        "capacities": list(choices.Capacity),
    }
    return render(request, "about/method.html", context)


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The lists, their filters and formats, and what each field and value means."""
    described = document(DESCRIBED, request.build_absolute_uri("/").rstrip("/"), API_VERSION)
    context = {
        "lists": [
            (
                declaration,
                links_of(declaration, {}),
                [
                    (key, condition.help_text or condition.label, condition.example)
                    for key, condition in declaration.filters.conditions().items()
                ],
            )
            for declaration in DESCRIBED
        ],
        "compared": [
            (key, condition.help_text, condition.example)
            for key, condition in CompareFilters.conditions().items()
        ],
        "search": SearchFilters.conditions()["q"],
        "records": list(_records(described["components"]["schemas"])),
        "vocabularies": VOCABULARIES,
    }
    return render(request, "about/data.html", context)


def _records(schemas: Mapping[str, Any]) -> Iterator[Record]:
    """The records among the schemas; those of the fixed vocabularies have no fields."""
    for name, schema in schemas.items():
        if "properties" in schema:
            fields = [
                Field(field, _kind(described), described.get("description") or _held(field))
                for field, described in schema["properties"].items()
            ]
            yield Record(name, schema.get("description", ""), fields)


def _held(field: str) -> str:
    """What a field means that is named for a stance, and counts who holds it."""
    return f"How many: {choices.Stance(field).label}."


def _kind(schema: Mapping[str, Any]) -> str:
    """The type of a JSON Schema in words: "list of QuotationRecord", "date or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for several in ("anyOf", "oneOf", "allOf"):
        if values := [one["const"] for one in schema.get(several, []) if "const" in one]:
            rest = [_kind(one) for one in schema[several] if "const" not in one]
            return " or ".join([_vocabulary(values), *rest])
        if several in schema:
            return " or ".join(_kind(one) for one in schema[several])
    if "enum" in schema:
        return _vocabulary(schema["enum"])
    if schema.get("type") == "array":
        of = schema.get("items")
        return f"list of {_kind(of)}" if of else "list of records"
    shape = schema.get("format") or schema.get("type", "any value")
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(
        shape, str(shape)
    )


def _vocabulary(values: Iterable[str]) -> str:
    """The name of the vocabulary with these values: "one of Stance"."""
    sought = set(values)
    names = [name for name, known in VOCABULARIES.items() if set(known.values) == sought]
    return f"one of {names[0]}" if names else f"one of {', '.join(sorted(sought))}"
