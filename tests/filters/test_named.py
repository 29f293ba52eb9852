"""Names in the query string: slugs, and what people type instead of them."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from positions.listing import BadQuery, read_query
from positions.views.declarations import ORGANISATIONS, SOURCES, STATEMENTS
from tests.cast import Cast
from tests.factories import AliasFactory, StakeholderFactory
from tests.filters.asked import problems, slugs

pytestmark = pytest.mark.usefixtures("cast")


@pytest.mark.parametrize("typed", ["ACLU", "aclu", "american civil liberties union"])
def test_an_organisation_is_known_by_any_of_its_names(cast: Cast, typed: str) -> None:
    data = QueryDict(mutable=True)
    data["organisation"] = typed
    assert read_query(STATEMENTS, data).parameters == {"organisation": ["aclu"]}


def test_a_person_is_known_by_a_misprint(cast: Cast) -> None:
    assert slugs(STATEMENTS, "person=Giuliani") == ["counsel", "private"]


def test_a_former_slug_still_names_the_same(cast: Cast) -> None:
    cast.caucus.slug = "black-caucus"
    cast.caucus.save()
    assert read_query(STATEMENTS, QueryDict("organisation=cbc")).parameters == {
        "organisation": ["black-caucus"]
    }
    cast.caucus.abbreviation = ""
    cast.caucus.save()
    assert slugs(STATEMENTS, "organisation=cbc") == ["plea"]


def test_one_named_twice_in_two_ways_counts_once(cast: Cast) -> None:
    data = QueryDict("organisation=aclu&organisation=ACLU")
    assert read_query(STATEMENTS, data).parameters == {"organisation": ["aclu"]}


def test_an_unknown_name_is_refused_with_those_that_begin_alike(cast: Cast) -> None:
    assert problems(STATEMENTS, "organisation=American") == {
        "organisation": "No organisation is called “American”. "
        "Did you mean aclu (American Civil Liberties Union)?"
    }
    assert problems(STATEMENTS, "topic=facial-recog") == {
        "topic": "No topic is called “facial-recog”. Did you mean faces (Facial recognition)?"
    }


@pytest.mark.parametrize("typed", ["amaz", "Amzon", "amazonn"])
def test_what_is_nearly_a_name_is_suggested_and_never_taken(cast: Cast, typed: str) -> None:
    StakeholderFactory.create(name="Northwest Amateurs")
    StakeholderFactory.create(name="Noble Bodies")
    said = problems(STATEMENTS, f"organisation={typed}")["organisation"]
    assert said == f"No organisation is called “{typed}”. Did you mean amazon (Amazon)?"


def test_two_equal_letters_are_no_likeness(cast: Cast) -> None:
    StakeholderFactory.create(name="Northwest Example")
    assert "Did you mean" not in problems(STATEMENTS, "organisation=nobody")["organisation"]


@pytest.mark.parametrize(
    ("query", "suffix", "instead", "understood"),
    [
        (
            "organisation=amaz&organisation=aclu&q=it&page=2",
            "",
            [("Amazon", "/statements/?organisation=aclu&organisation=amazon&q=it")],
            "/statements/?q=it",
        ),
        (
            "organisation=guliani&q=it",
            "json",
            [("Neema Singh Guliani", "/statements.json?q=it&person=guliani")],
            "/statements.json?q=it",
        ),
        ("organisation=zzz", "", [], ""),
        ("colour=red&q=it", "", [], "/statements/?q=it"),
    ],
)
def test_a_refusal_leads_to_what_may_be_meant_and_to_what_was_understood(
    query: str, suffix: str, instead: list[tuple[str, str]], understood: str
) -> None:
    with pytest.raises(BadQuery) as refusal:
        read_query(STATEMENTS, QueryDict(query), suffix=suffix)
    [problem] = refusal.value.problems
    assert list(problem.instead) == instead
    assert refusal.value.understood_url == understood


def test_an_unknown_name_like_no_other_is_refused_with_an_example(cast: Cast) -> None:
    assert problems(SOURCES, "organisation=zzz") == {
        "organisation": "No organisation is called “zzz”. Write one by its slug, as in the-hill."
    }


def test_a_name_that_several_have_is_refused_with_their_slugs(cast: Cast) -> None:
    AliasFactory.create(stakeholder=cast.amazon, name="River")
    assert problems(STATEMENTS, "organisation=river") == {}
    StakeholderFactory.create(name="RIVER", slug="river-inc")
    assert problems(STATEMENTS, "organisation=river") == {
        "organisation": "Several are called “river”: write amazon (Amazon) or river-inc (RIVER)."
    }


def test_a_person_under_organisation_is_pointed_to_the_right_key(cast: Cast) -> None:
    assert problems(STATEMENTS, "organisation=guliani") == {
        "organisation": "Neema Singh Guliani is no organisation: write person=guliani."
    }
    assert problems(STATEMENTS, "person=aclu") == {
        "person": "American Civil Liberties Union is no person: write organisation=aclu."
    }


def test_the_form_offers_few_of_many_and_all_that_are_chosen(cast: Cast) -> None:
    for number in range(40):
        StakeholderFactory.create(name=f"Aardvark {number:02}", slug=f"aardvark-{number}")
    selection = read_query(STATEMENTS, QueryDict("organisation=cbc"))
    condition = STATEMENTS.filters.conditions()["organisation"]
    offered = condition.offers(selection.filters.chosen["organisation"])
    assert [offer.value for offer in offered[:2]] == ["cbc", "aardvark-0"]
    assert len(offered) == 31


def test_a_list_of_choices_offers_all_under_their_headings(cast: Cast) -> None:
    offered = STATEMENTS.filters.conditions()["proposition"].offers([])
    assert [(offer.value, offer.group) for offer in offered] == [
        ("sales", "Facial recognition"),
        ("law", "Facial recognition"),
        ("toys", "Robots"),
    ]


def test_names_are_completed_by_the_list_of_their_noun(cast: Cast) -> None:
    condition = STATEMENTS.filters.conditions()["organisation"]
    assert condition.data_url() == ORGANISATIONS.data_url("json")
