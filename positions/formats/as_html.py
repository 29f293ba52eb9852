"""A list as a page: what its template draws beside the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from positions import search
from positions.formats.files import links_of
from positions.listing import (
    LOOKED_AT,
    AnySelection,
    BadQuery,
    Chip,
    Choice,
    Condition,
    Facet,
    FilterField,
    Loosening,
    Offer,
    Option,
    SortLink,
    address,
    count_choices,
    without,
)


def list_page(
    request: HttpRequest, selection: AnySelection, *, in_place: bool = False
) -> HttpResponse:
    """The page that the selection asks for, drawn by ``list.html``.

    ``in_place``: only its content, for a page of the list that is open already.
    """
    return render(request, "list.html", {**context(selection), "in_place": in_place})


def refusal(request: HttpRequest, error: BadQuery, *, in_place: bool = False) -> HttpResponse:
    """The page that names what was not understood, drawn by ``bad_query.html``; status 400."""
    found = {
        "in_place": in_place,
        "listing": error.declaration,
        "problems": error.problems,
        "understood_url": error.understood_url,
        "clear_url": error.declaration.url,
    }
    return render(request, "bad_query.html", found, status=400)


def context(selection: AnySelection) -> dict[str, Any]:
    """All that ``list.html`` is given. Costs the page's queries and the facets'."""
    declaration = selection.declaration
    shown = selection.page(numbered=True)
    return {
        **conditions(selection),
        "selection": selection,
        "page": shown,
        "sorts": [
            SortLink(
                sort.label,
                address(declaration.url, selection.sorted_by(name).parameters),
                name == selection.sort_name,
            )
            for name, sort in declaration.sorts.items()
        ],
        "formats": links_of(declaration, selection.parameters),
        "loosen": loosen(selection) if not shown.rows else [],
        "spelt": spelt(selection) if not shown.rows else [],
        "chart_url": address(reverse(declaration.chart), without(selection.parameters, "sort"))
        if declaration.chart
        else "",
        "hidden": [("sort", value) for value in selection.parameters.get("sort", [])],
        "selection_day": selection.filters.day
        if "as_of" in declaration.filters.conditions()
        else None,
    }


def conditions(selection: AnySelection) -> dict[str, Any]:
    """What any page with the list's filters is given of them. Costs the facets' queries."""
    declaration = selection.declaration
    known = declaration.filters.conditions()
    counted = count_choices(selection)
    return {
        "listing": declaration,
        "filters": [
            field_of(key, condition, selection.filters.chosen.get(key, []), counted.get(key))
            for key, condition in known.items()
        ],
        "looked_at": LOOKED_AT if any(not facet.whole for facet in counted.values()) else None,
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


def field_of(
    key: str,
    condition: Condition,
    chosen: Sequence[Choice],
    facet: Facet | None = None,
    typed: Sequence[str] = (),
) -> FilterField:
    """A filter as a form draws it; ``typed`` is what was not understood, and stays to be mended."""
    values = [choice.value for choice in chosen] or list(typed)
    if facet and condition.most:
        # What is chosen stays in sight, so that it can be taken off, whatever it would give.
        named = {**dict(facet.named), **{choice.value: choice.label for choice in chosen}}
        offers = [Offer(value, label) for value, label in named.items()]
    else:
        offers = condition.offers(chosen)
    return FilterField(
        name=key,
        label=condition.label,
        help=condition.help_text,
        kind=condition.kind,
        options=[
            Option(
                offer.value,
                offer.label,
                offer.value in values,
                offer.group,
                facet.total(offer.value) if facet else None,
            )
            for offer in offers
        ],
        values=values,
        example=condition.example,
        data_url=condition.data_url(),
    )


def spelt(selection: AnySelection) -> list[tuple[str, str]]:
    """(words, address) of an empty list with its words spelt as they are there.

    Each finds something under its other conditions. None where it has no words to look for.
    """
    chosen = selection.filters.chosen.get("q")
    if not chosen:
        return []

    def finds(query: search.Query) -> bool:
        words = Choice("", "", query)
        rows: QuerySet[Any] = selection.filters.having("q", words).rows()
        return rows.order_by().exists()

    declaration, asked = selection.declaration, selection.parameters
    return [
        (typed, address(declaration.url, {**asked, "q": [typed]}))
        for typed in search.Meant(chosen[0].meaning, finds).spelt
    ]


def loosen(selection: AnySelection) -> list[Loosening]:
    """For each active key, what leaving it out would give. Costs a count for each."""
    found = []
    for key, choices in selection.filters.chosen.items():
        wider = selection.without(key)
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
