"""Which topics, propositions and sources each condition leaves."""

from __future__ import annotations

import pytest

from positions.views.declarations import PROPOSITIONS, SOURCES, TOPICS
from tests.cast import Cast
from tests.factories import QuotationFactory, SourceFactory
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", "faces robots"), ("q=facial", "faces"), ("q=zzz", ""), ("sort=recent", "faces robots")],
)
def test_topics_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert slugs(TOPICS, query) == expected.split()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "sales law toys"),
        ("sort=label", "law sales toys"),
        ("q=toys", "toys"),
        ("topic=faces", "sales law"),
        ("organisation=aclu", "sales law"),
        ("organisation=aclu&as_of=2018-07-01", "sales"),
        ("organisation=cbc", "sales"),
        ("stance=supports", "law toys"),
        ("stance=supports&as_of=2018-07-01", "sales toys"),
        ("stance=opposes&organisation=amazon", ""),
        ("stance=opposes&organisation=aclu", "sales"),
    ],
)
def test_propositions_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert slugs(PROPOSITIONS, query) == expected.split()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "article letter"),
        ("sort=oldest", "letter article"),
        ("sort=title", "letter article"),
        ("kind=letter", "letter"),
        ("organisation=example-herald", "article"),
        ("q=herald+said", "article"),
        ("q=ITSELF", "letter"),
        ("from=2018-06", "article"),
        ("until=2018-05", "letter"),
        ("from=2018-05&until=2018", "article letter"),
    ],
)
def test_sources_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert slugs(SOURCES, query) == expected.split()


def test_a_source_without_a_date_is_last_and_in_no_span(cast: Cast) -> None:
    undated = SourceFactory.create(slug="undated", date_edtf="", date_basis="")
    QuotationFactory.create(statement=cast.statements["plea"], source=undated)
    assert slugs(SOURCES) == ["article", "letter", "undated"]
    assert slugs(SOURCES, "from=1900") == ["article", "letter"]
