"""Which statements each condition leaves, and which it leaves together with others."""

from __future__ import annotations

import pytest

from positions import derivation
from positions.models import Attribution
from positions.views.declarations import STATEMENTS
from tests.cast import Cast
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "guidelines counsel silence defence plea private remark"),
        ("sort=oldest", "remark private plea defence silence counsel guidelines"),
        ("sort=added", "remark silence guidelines defence private counsel plea"),
        ("sort=title", "counsel defence guidelines plea private remark silence"),
        ("organisation=aclu", "counsel plea"),
        ("organisation=cbc", "plea"),
        ("organisation=aclu&organisation=amazon", "guidelines counsel silence defence plea"),
        ("organisation_kind=company", "guidelines silence defence"),
        ("person=guliani", "counsel private"),
        ("topic=robots", "private remark"),
        ("proposition=law", "guidelines counsel silence"),
        ("stance=supports", "guidelines counsel defence private"),
        ("stance=opposes&stance=strongly_opposes", "counsel plea"),
        ("kind=email", "defence"),
        ("kind=no_reply", "silence"),
        ("from=2019", "guidelines counsel"),
        ("until=2018-05", "plea private remark"),
        ("from=2018-05-25&until=2018-05-28", "private"),
        ("until=../2017", "remark"),
        ("source=letter", "plea remark"),
        ("verbatim=1", "counsel defence plea private remark"),
        ("q=weak", "counsel"),
        ("q=GOOD+it", "defence"),
        ("q=aclu+plead", "plea"),
        ("q=giuliani", "counsel private"),
        ("q=unpublished", ""),
        ("q=aclu+-plead", "counsel"),
        ("q=aclu+-%22we+plead%22", "counsel"),
    ],
)
def test_statements_meet_the_condition(cast: Cast, query: str, expected: str) -> None:
    assert slugs(STATEMENTS, query) == expected.split()


def test_voice_and_stance_meet_in_one_voice(cast: Cast) -> None:
    assert slugs(STATEMENTS, "organisation=amazon&stance=opposes") == []


def test_proposition_and_stance_meet_in_one_assessment(cast: Cast) -> None:
    assert slugs(STATEMENTS, "proposition=law&stance=opposes") == []
    assert slugs(STATEMENTS, "proposition=law&stance=supports") == ["guidelines", "counsel"]


def test_person_and_organisation_meet_in_one_statement_of_two_voices(cast: Cast) -> None:
    assert slugs(STATEMENTS, "person=guliani&organisation=aclu") == ["counsel"]


def test_a_withdrawn_name_is_found_without_a_stance_only(cast: Cast) -> None:
    plea = cast.statements["plea"]
    Attribution.objects.filter(statement=plea, stakeholder=cast.caucus).update(
        withdrawn_on="2018-07-01"
    )
    derivation.refresh([plea.pk])
    assert slugs(STATEMENTS, "organisation=cbc") == ["plea"]
    assert slugs(STATEMENTS, "organisation=cbc&stance=strongly_opposes") == []


def test_a_statement_of_many_voices_is_listed_once(cast: Cast) -> None:
    assert slugs(STATEMENTS, "stance=strongly_opposes") == ["plea"]
