"""What a list page is given to draw beside its rows."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from positions.formats import as_html
from positions.listing import AnyDeclaration, Chip, FormatLink, Loosening, SortLink, read_query
from positions.views.declarations import DECLARATIONS, POSITIONS, STATEMENTS

pytestmark = pytest.mark.usefixtures("cast")


def drawn(query: str, declaration: AnyDeclaration = STATEMENTS) -> dict[str, Any]:
    return as_html.context(read_query(declaration, QueryDict(query)))


def test_each_value_has_a_chip_that_takes_off_it_alone() -> None:
    assert drawn("organisation=aclu&organisation=cbc&from=2018-05~&sort=title")["chips"] == [
        Chip(
            "organisation",
            "Organisation",
            "American Civil Liberties Union",
            "/statements/?organisation=cbc&from=2018-05~&sort=title",
        ),
        Chip(
            "organisation",
            "Organisation",
            "Congressional Black Caucus",
            "/statements/?organisation=aclu&from=2018-05~&sort=title",
        ),
        Chip(
            "from",
            "From",
            "about May 2018",
            "/statements/?organisation=aclu&organisation=cbc&sort=title",
        ),
    ]


def test_orders_keep_the_conditions() -> None:
    assert drawn("verbatim=1&sort=oldest")["sorts"] == [
        SortLink("Newest first", "/statements/?verbatim=1", active=False),
        SortLink("Oldest first", "/statements/?verbatim=1&sort=oldest", active=True),
        SortLink("Last added first", "/statements/?verbatim=1&sort=added", active=False),
        SortLink("Title, A to Z", "/statements/?verbatim=1&sort=title", active=False),
    ]


def test_formats_are_of_exactly_what_is_filtered() -> None:
    assert drawn("stance=opposes&page=1")["formats"] == [
        FormatLink("JSON", "/statements.json?stance=opposes", "application/json"),
        FormatLink("CSV", "/statements.csv?stance=opposes", "text/csv"),
        FormatLink("Atom feed", "/statements.atom?stance=opposes", "application/atom+xml"),
    ]


def test_an_empty_list_says_what_each_condition_costs() -> None:
    found = drawn("organisation=aclu&kind=email&kind=no_reply")
    assert found["page"].rows == []
    assert found["loosen"] == [
        Loosening(
            "Organisation: American Civil Liberties Union",
            "/statements/?kind=email&kind=no_reply",
            2,
        ),
        Loosening(
            "Kind of statement: E-mail or Asked, no reply", "/statements/?organisation=aclu", 2
        ),
    ]


def test_a_list_with_rows_needs_no_loosening() -> None:
    assert drawn("organisation=aclu")["loosen"] == []


def test_fields_show_what_is_chosen() -> None:
    fields = {
        field.name: field for field in drawn("organisation=aclu&stance=mixed&q=a+b")["filters"]
    }
    assert list(fields) == [
        *("q", "organisation", "organisation_kind", "person", "topic", "proposition"),
        *("stance", "directness", "kind", "from", "until", "source", "verbatim"),
    ]
    assert fields["q"].value == "a b"
    assert fields["organisation"].kind == "autocomplete"
    assert [option.value for option in fields["organisation"].options if option.selected] == [
        "aclu"
    ]
    assert [option.label for option in fields["stance"].options if option.selected] == [
        "mixed or conditional"
    ]
    assert fields["until"].value == ""


def test_the_order_survives_the_form() -> None:
    assert drawn("sort=title")["hidden"] == [("sort", "title")]
    assert drawn("sort=newest")["hidden"] == []


def test_a_day_is_shown_where_the_list_knows_one() -> None:
    assert str(drawn("as_of=2018-07-01", POSITIONS)["selection_day"]) == "2018-07-01"
    assert drawn("")["selection_day"] is None


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=lambda d: d.plural)
def test_every_field_is_labelled_helped_and_exemplified(declaration: AnyDeclaration) -> None:
    for field in drawn("", declaration)["filters"]:
        assert field.label
        assert field.help.endswith(".")
        assert field.example
