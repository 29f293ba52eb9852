"""Which organisations, people and positions each condition leaves, as of which day."""

from __future__ import annotations

import pytest

from positions.views.declarations import ORGANISATIONS, PEOPLE, POSITIONS
from tests.cast import Cast
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "amazon aclu cbc example-herald"),
        ("sort=recent", "amazon aclu cbc example-herald"),
        ("q=black", "cbc"),
        ("q=CBC", "cbc"),
        ("q=civil+american", "aclu"),
        ("organisation_kind=caucus&organisation_kind=outlet", "cbc example-herald"),
        ("topic=faces", "amazon aclu cbc"),
        ("topic=robots", ""),
        ("proposition=law", "amazon aclu"),
        ("proposition=law&as_of=2018-07-01", "amazon"),
        ("topic=faces&proposition=toys", ""),
        ("stance=opposes", "aclu"),
        ("stance=strongly_opposes", "cbc"),
        ("stance=strongly_opposes&as_of=2018-07-01", "aclu cbc"),
        ("stance=supports&as_of=2018-07-01", "amazon"),
        ("stance=supports&proposition=sales", ""),
        ("stance=supports&topic=faces", "amazon aclu"),
        ("stance=supports&as_of=2017-01-01", ""),
    ],
)
def test_organisations_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert sorted(slugs(ORGANISATIONS, query)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "guliani rivera"),
        ("sort=recent", "guliani rivera"),
        ("q=giuliani", "guliani"),
        ("organisation=aclu", "guliani"),
        ("organisation=amazon", ""),
        ("topic=robots", "guliani rivera"),
        ("topic=faces", "guliani"),
        ("stance=supports", "guliani"),
        ("stance=opposes", ""),
    ],
)
def test_people_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert slugs(PEOPLE, query) == expected.split()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("organisation=aclu", "aclu/law aclu/sales"),
        ("organisation=aclu&as_of=2018-07-01", "aclu/sales"),
        ("organisation_kind=company", "amazon/law amazon/sales"),
        ("person=guliani", "guliani/toys"),
        ("person=guliani&organisation=aclu", ""),
        ("topic=robots", "guliani/toys"),
        ("proposition=sales", "aclu/sales amazon/sales cbc/sales"),
        ("stance=mixed", "amazon/sales"),
        ("stance=mixed&as_of=2018-07-01", ""),
        ("as_of=2018-05-24", "aclu/sales cbc/sales guliani/toys"),
        ("as_of=2018-04-30", ""),
    ],
)
def test_positions_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert sorted(slugs(POSITIONS, query)) == expected.split()


def test_names_are_sorted_without_regard_to_case(cast: Cast) -> None:
    cast.caucus.name = "an uncapitalised caucus"
    cast.caucus.save()
    assert slugs(ORGANISATIONS) == ["amazon", "aclu", "cbc", "example-herald"]


def test_a_speaker_for_an_organisation_belongs_to_it_without_affiliation(cast: Cast) -> None:
    cast.guliani.affiliations.all().delete()
    assert slugs(PEOPLE, "organisation=aclu") == ["guliani"]


def test_a_draft_makes_nobody_belong(cast: Cast) -> None:
    cast.guliani.affiliations.all().delete()
    draft = cast.statements["draft"]
    draft.attributions.create(
        stakeholder=cast.rivera, on_behalf_of=cast.aclu, role="spokesperson", order=2
    )
    assert slugs(PEOPLE, "organisation=aclu") == ["guliani"]


def test_positions_are_sorted_by_holder(cast: Cast) -> None:
    assert slugs(POSITIONS, "sort=holder") == [
        "amazon/sales",
        "amazon/law",
        "aclu/sales",
        "aclu/law",
        "cbc/sales",
        "guliani/toys",
    ]
