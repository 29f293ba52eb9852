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
    OPEN,
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
    Parameters,
    SortLink,
    address,
    count_choices,
    without,
)

# A filter with more choices, as no vocabulary has, shows those chosen and so many of the likeliest.
MOST_BOXES = 19
LIKELIEST = 8


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
        "hidden": [
            *(("sort", value) for value in selection.parameters.get("sort", [])),
            *hidden(selection),
        ],
        "selection_day": selection.filters.day
        if "as_of" in declaration.filters.conditions()
        else None,
    }


def conditions(selection: AnySelection) -> dict[str, Any]:
    """What any page with the list's filters is given of them. Costs the facets' queries."""
    declaration = selection.declaration
    known = declaration.filters.conditions()
    counted = count_choices(selection)
    asked = {**selection.parameters, **selection.paging}
    return {
        "listing": declaration,
        "filters": [
            field_of(
                key,
                condition,
                selection.filters.chosen.get(key, []),
                counted.get(key),
                unfolded=key in selection.unfolded,
                other_url=fold_url(declaration.url, asked, selection.unfolded, key),
            )
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
        "canonical_url": address(declaration.url, asked),
    }


def hidden(selection: AnySelection) -> list[tuple[str, str]]:
    """What the form sends on of its own look: where all choices are shown, they stay so."""
    return [(OPEN, key) for key in selection.unfolded]


def fold_url(path: str, asked: Parameters, unfolded: Sequence[str], key: str) -> str:
    """The same page with all choices of a filter; where it has them, without."""
    others = [each for each in unfolded if each != key]
    return address(path, {**asked, OPEN: others if key in unfolded else [*others, key]})


def field_of(
    key: str,
    condition: Condition,
    chosen: Sequence[Choice],
    facet: Facet | None = None,
    typed: Sequence[str] = (),
    *,
    unfolded: bool = False,
    other_url: str = "",
) -> FilterField:
    """A filter as a form draws it; ``typed`` is what was not understood, and stays to be mended.

    Of more than ``MOST_BOXES`` choices it has those chosen and the likeliest, unless ``unfolded``;
    ``other_url`` is the same page with them unfolded, or folded again.
    """
    values = [choice.value for choice in chosen] or list(typed)
    if facet and condition.most:
        # What is chosen stays in sight, so that it can be taken off, whatever it would give.
        named = {**dict(facet.named), **{choice.value: choice.label for choice in chosen}}
        offers = [Offer(value, label) for value, label in named.items()]
    else:
        offers = condition.offers(chosen)
    n_offers = len(offers)
    too_many = condition.kind == "choices" and n_offers > MOST_BOXES
    if too_many and not unfolded:
        offers = _likeliest(offers, values, facet)
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
        n_options=n_offers,
        fold_url=other_url if too_many else "",
        unfolded=unfolded,
    )


def _likeliest(offers: list[Offer], chosen: Sequence[str], facet: Facet | None) -> list[Offer]:
    """The offers that are chosen, and those with most results, or the first, in their own order."""
    counts = facet.counts if facet else {}
    others = [offer for offer in offers if offer.value not in chosen]
    others.sort(key=lambda offer: -counts.get(offer.value, 0))
    kept = {*chosen, *(offer.value for offer in others[:LIKELIEST])}
    return [offer for offer in offers if offer.value in kept]


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
