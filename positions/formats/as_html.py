"""A list as a page: what its template draws beside the rows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from positions.filters import Condition
from positions.listing import (
    BadQuery,
    Chip,
    FilterField,
    FormatLink,
    Loosening,
    Option,
    Selection,
    SortLink,
    address,
    loosened,
    without,
)

FORMATS = {
    "json": ("JSON", "application/json"),
    "csv": ("CSV", "text/csv"),
    "atom": ("Atom feed", "application/atom+xml"),
}


def page(request: HttpRequest, selection: Selection[Any]) -> HttpResponse:
    """The page that the selection asks for, drawn by ``list.html``."""
    return render(request, "list.html", context(selection))


def refusal(request: HttpRequest, error: BadQuery) -> HttpResponse:
    """The page that names what was not understood, drawn by ``bad_query.html``; status 400."""
    found = {
        "listing": error.declaration,
        "problems": error.problems,
        "understood_url": error.understood_url,
        "clear_url": error.declaration.url,
    }
    return render(request, "bad_query.html", found, status=400)


def context(selection: Selection[Any]) -> dict[str, Any]:
    """All that ``list.html`` is given. Costs the page's queries and one for each field of names."""
    declaration = selection.declaration
    shown = selection.page(numbered=True)
    return {
        **conditions(selection),
        "page": shown,
        "sorts": [
            SortLink(
                sort.label,
                address(declaration.url, selection.sorted_by(name).parameters),
                name == selection.sort_name,
            )
            for name, sort in declaration.sorts.items()
        ],
        "formats": [
            FormatLink(label, address(declaration.data_url(suffix), selection.parameters), media)
            for suffix, (label, media) in FORMATS.items()
            if suffix in declaration.formats
        ],
        "loosen": loosen(selection) if not shown.rows else [],
        "chart_url": address(reverse(declaration.chart), without(selection.parameters, "sort"))
        if declaration.chart
        else "",
        "hidden": [("sort", value) for value in selection.parameters.get("sort", [])],
        "selection_day": selection.filters.day
        if "as_of" in declaration.filters.conditions()
        else None,
    }


def conditions(selection: Selection[Any]) -> dict[str, Any]:
    """What any page with the list's filters is given of them. One query a field of names."""
    declaration = selection.declaration
    known = declaration.filters.conditions()
    return {
        "listing": declaration,
        "filters": [_field(selection, key, condition) for key, condition in known.items()],
        "chips": [
            Chip(
                key=key,
                label=condition.label,
                value_label=choice.label,
                remove_url=address(
                    declaration.url, without(selection.parameters, key, choice.value)
                ),
            )
            for key, condition in known.items()
            for choice in selection.filters.chosen.get(key, [])
        ],
        "clear_url": declaration.url,
    }


def _field(selection: Selection[Any], key: str, condition: Condition) -> FilterField:
    chosen = selection.filters.chosen.get(key, [])
    values = [choice.value for choice in chosen]
    return FilterField(
        name=key,
        label=condition.label,
        help=condition.help_text,
        kind=condition.kind,
        options=[
            Option(offer.value, offer.label, offer.value in values, offer.group)
            for offer in condition.offers(chosen)
        ],
        values=values,
        example=condition.example,
        data_url=condition.data_url(),
    )


def loosen(selection: Selection[Any]) -> list[Loosening]:
    """For each active key, what leaving it out would give. Costs a count for each."""
    found = []
    for key, choices in selection.filters.chosen.items():
        wider = loosened(selection, key)
        label = selection.declaration.filters.conditions()[key].label
        words = " or ".join(choice.label for choice in choices)
        total = wider.total
        found.append(
            Loosening(
                label=f"{label}: {words}",
                url=address(selection.declaration.url, wider.parameters),
                count=total.count,
                capped=total.capped,
            )
        )
    return found
