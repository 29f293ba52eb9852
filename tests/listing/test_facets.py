"""Facets: how many results each choice of a filter would give under the other filters."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from positions.formats import as_html
from positions.listing import (
    AnyDeclaration,
    Option,
    Total,
    count_choices,
    facets,
    page,
    read_query,
    selection,
)
from positions.models import IndexEntry
from positions.views.declarations import DESCRIBED, ORGANISATIONS, STATEMENTS, TOPICS
from tests.factories import StakeholderFactory, said

pytestmark = pytest.mark.usefixtures("cast")

Query = Mapping[str, list[str]]
# What may stand under keys that have no fixed vocabulary.
VALUES: Mapping[str, list[str]] = {
    "q": ["act", "weak", "civil", "faces", "zebra"],
    "organisation": ["aclu", "amazon", "cbc", "example-herald"],
    "person": ["guliani", "rivera"],
    "topic": ["faces", "robots"],
    "proposition": ["sales", "law", "toys"],
    "from": ["2018-05", "2018-06-18/2019"],
    "until": ["2018-05-24", "2019", "../2018"],
    "source": ["article", "letter"],
    "as_of": ["2018-05-24", "2018-07-01", "2017-01-01"],
    "with": ["aclu", "amazon"],
}
ONE = {"q", "from", "until", "verbatim", "as_of", "with"}
DECLARED = {declared.plural: declared for declared in DESCRIBED}


@st.composite
def queries(draw: st.DrawFn) -> tuple[str, Query, str]:
    """A list, what is asked of it, and one of its keys that has choices."""
    plural = draw(st.sampled_from([plural for plural in DECLARED if plural != "topics"]))
    conditions = DECLARED[plural].filters.conditions()
    query = {
        key: draw(
            st.lists(
                st.sampled_from(conditions[key].schema().get("enum") or VALUES[key]),
                min_size=1,
                max_size=1 if key in ONE else 2,
                unique=True,
            )
        )
        for key in draw(st.lists(st.sampled_from(list(conditions)), max_size=4, unique=True))
    }
    counted = [key for key in conditions if key not in ONE or key == "verbatim"]
    if plural == "matrix":  # the others choose its columns, or the order of its rows
        counted = ["organisation_kind", "stance"]
    return plural, query, draw(st.sampled_from(counted))


def options(declaration: AnyDeclaration, query: str, key: str) -> list[Option]:
    """The choices of a key, as the page of this list draws them."""
    fields = as_html.conditions(read_query(declaration, QueryDict(query)))["filters"]
    return next(field.options for field in fields if field.name == key)


def totals(query: str, key: str, declaration: AnyDeclaration = STATEMENTS) -> dict[str, str]:
    """By choice, the number drawn beside it; choices that would give nothing left out."""
    return {
        option.value: str(option.total)
        for option in options(declaration, query, key)
        if not option.empty
    }


WIDE = (page.COUNT_CAP, facets.LOOKED_AT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=queries(), bounds=st.sampled_from([WIDE, (2, facets.LOOKED_AT), (5, 3)]))
@example(asked=("people", {"topic": ["robots"]}, "organisation"), bounds=WIDE)
@example(
    asked=("organisations", {"stance": ["supports"], "topic": ["faces"]}, "proposition"),
    bounds=WIDE,
)
def test_each_number_is_the_total_of_the_list_with_that_choice(
    monkeypatch: pytest.MonkeyPatch, asked: tuple[str, Query, str], bounds: tuple[int, int]
) -> None:
    cap, looked_at = bounds
    monkeypatch.setattr(selection, "COUNT_CAP", cap)
    monkeypatch.setattr(facets, "COUNT_CAP", cap)
    monkeypatch.setattr(facets, "LOOKED_AT", looked_at)
    plural, query, key = asked
    url = DECLARED[plural].data_url("json")
    client, others = Client(), {k: values for k, values in query.items() if k != key}
    if client.get(f"{url}?{urlencode(query, doseq=True)}").status_code == 400:
        assert {"from", "until"} <= query.keys()
        return
    for option in options(DECLARED[plural], urlencode(query, doseq=True), key):
        narrowed = urlencode({**others, key: [option.value]}, doseq=True)
        answer = client.get(f"{url}?{narrowed}").json()
        listed = Total(answer["total"], answer["total_is_capped"])
        if looked_at > cap or (option.total and not option.total.capped):
            assert option.total == listed, narrowed
        elif option.total:
            assert option.total.count <= listed.count, narrowed


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("organisation", {"amazon": "3", "aclu": "2", "cbc": "1"}),
        ("organisation_kind", {"company": "3", "advocacy": "2", "caucus": "1"}),
        ("person", {"guliani": "2", "rivera": "1"}),
        ("topic", {"faces": "5", "robots": "2"}),
        ("proposition", {"sales": "4", "law": "3", "toys": "1"}),
        ("source", {"article": "6", "letter": "2"}),
        ("verbatim", {"1": "5"}),
    ],
)
def test_statements_are_counted_not_their_entries(key: str, expected: dict[str, str]) -> None:
    assert totals("", key) == expected


def test_a_key_is_counted_without_what_is_chosen_of_it() -> None:
    assert totals("organisation=cbc", "organisation") == {"amazon": "3", "aclu": "2", "cbc": "1"}
    assert totals("organisation=cbc", "kind") == {"open_letter": "1"}


def test_what_is_chosen_stays_in_sight_though_it_gives_nothing() -> None:
    chosen = [
        option
        for option in options(STATEMENTS, "organisation=aclu&kind=email", "organisation")
        if option.selected
    ]
    assert [(option.value, option.total) for option in chosen] == [("aclu", Total(0))]
    assert chosen[0].empty


def test_topic_proposition_and_stance_meet_in_one_position() -> None:
    query = "stance=supports"
    assert totals(query, "proposition", ORGANISATIONS) == {"law": "2"}
    assert totals("proposition=sales", "stance", ORGANISATIONS) == {
        "mixed": "1",
        "opposes": "1",
        "strongly_opposes": "1",
    }


def test_of_many_names_the_eight_with_most_results_are_offered_and_those_chosen() -> None:
    busy = StakeholderFactory.create(name="Example Busy", slug="example-busy")
    for number in range(12):
        said(busy, StakeholderFactory.create(name=f"Example {number:02}", slug=f"e-{number}"))
    offered = [option.value for option in options(STATEMENTS, "", "organisation")]
    assert offered[:3] == ["example-busy", "amazon", "aclu"]
    assert len(offered) == 8
    assert "e-11" not in offered
    chosen = [option.value for option in options(STATEMENTS, "organisation=e-11", "organisation")]
    assert chosen == [*offered[:7], "e-11"]


def test_a_choice_does_not_move_when_it_is_chosen() -> None:
    before = [option.value for option in options(STATEMENTS, "", "organisation")]
    after = [option.value for option in options(STATEMENTS, "organisation=cbc", "organisation")]
    assert after == before


def test_beyond_the_look_numbers_are_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "LOOKED_AT", 3)
    shown = options(STATEMENTS, "", "kind")
    assert all(option.total is None or option.total.capped for option in shown)
    assert not any(option.empty for option in shown)
    assert as_html.context(read_query(STATEMENTS, QueryDict("")))["looked_at"]
    assert not as_html.context(read_query(TOPICS, QueryDict("")))["looked_at"]


@pytest.mark.parametrize(
    ("query", "queries"),
    [("", 1), ("organisation=aclu", 2), ("organisation=aclu&stance=opposes&from=2018", 3)],
)
def test_facets_cost_a_query_and_one_for_each_key_chosen(
    django_assert_num_queries: DjangoAssertNumQueries, query: str, queries: int
) -> None:
    asked = read_query(STATEMENTS, QueryDict(query))
    with django_assert_num_queries(queries):
        count_choices(asked)


def test_keys_that_meet_share_a_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    asked = read_query(ORGANISATIONS, QueryDict("topic=faces&stance=opposes"))
    with django_assert_num_queries(2):
        count_choices(asked)


def test_conditions_that_exclude_each_other_are_not_asked_of_the_database(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        answers = facets.answers(
            IndexEntry.objects.none(), "statement_id", [], repeated=True, bound=1
        )
    assert answers == []
