"""Lists with words that many statements have: they begin with the newest, and miss none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import QueryDict

from positions import derivation, search
from positions.choices import Capacity, Stance
from positions.filters import statements
from positions.listing import facets, read_query, selection
from positions.search import matching
from positions.views.declarations import STATEMENTS
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db

ASKED = (
    "q=moratorium",
    "q=moratorium+-licence",
    "q=moratorium&organisation=weir",
    "q=moratorium&organisation=weir&organisation=lock",
    "q=moratorium&proposition=sales",
    "q=moratorium&organisation=weir&proposition=sales",
    "q=moratorium&person=speaker",
    "q=moratorium&organisation=weir&person=speaker",
    "q=moratorium&stance=opposes",
    "q=moratorium&stance=opposes&organisation=weir&until=2015",
    "q=moratorium&sort=title",
)


@pytest.fixture(autouse=True)
def _many_with_one_word() -> None:
    weir, lock = (StakeholderFactory.create(slug=slug) for slug in ("weir", "lock"))
    speaker = PersonFactory.create(slug="speaker")
    topic = TopicFactory.create()
    sales, use = (PropositionFactory.create(slug=slug, topic=topic) for slug in ("sales", "use"))
    for number in range(24):
        statement = said(
            weir if number % 3 else lock,
            on={
                sales if number % 4 else use: Stance.OPPOSES if number % 2 else Stance.SUPPORTS,
            },
            date_edtf=f"{2010 + number % 7}-0{1 + number % 9}" if number % 11 else "../2012",
            title=f"A moratorium {'licence' if number % 5 == 0 else ''} {number}",
            derive=False,
        )
        if number % 6 == 0:
            AttributionFactory.create(
                statement=statement,
                stakeholder=speaker,
                on_behalf_of=weir,
                capacity=Capacity.ORGANISATIONAL,
            )
        derivation.refresh([statement.pk])


def walked(query: str) -> tuple[list[str], list[int]]:
    """The statements of all pages in order, and how many each page says that there are at least."""
    found, totals = [], []
    data = QueryDict(query)
    while True:
        page = read_query(STATEMENTS, data).page(numbered=True)
        found += [row.slug for row in page.rows]
        totals.append(page.total.count)
        if page.next_url is None:
            return found, totals
        data = QueryDict(page.next_url.partition("?")[2])


def exact(query: str) -> Iterator[tuple[str, str, int]]:
    for key, facet in facets.count_choices(read_query(STATEMENTS, QueryDict(query))).items():
        for value, count in facet.counts.items():
            yield key, value, count


def test_common_words_give_the_same_statements_and_numbers_that_are_at_least(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(selection, "PAGE_SIZE", 4)
    before = {query: (walked(query), sorted(exact(query))) for query in ASKED}
    assert len(before["q=moratorium"][0][0]) == 24
    monkeypatch.setattr(matching, "FEW", 9)
    monkeypatch.setattr(search, "FEW", 9)
    monkeypatch.setattr(statements, "FEWEST", 5)
    for query, ((slugs, totals), counted) in before.items():
        some, at_least = walked(query)
        assert some == slugs, query
        assert max(at_least) <= totals[0], query
        asked = read_query(STATEMENTS, QueryDict(query))
        assert asked.total.capped or asked.total.count == totals[0], query
        exactly = {(key, value): number for key, value, number in counted}
        for key, facet in facets.count_choices(asked).items():
            # Of names, the few with most results are counted.
            for value in facet.counts.keys() & {of for one, of in exactly if one == key}:
                count, number = facet.counts[value], exactly[key, value]
                assert count == number if facet.whole else count <= number, (query, key)
    assert read_query(STATEMENTS, QueryDict("q=moratorium")).total.capped
