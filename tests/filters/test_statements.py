"""Which statements each condition leaves, and which it leaves together with others."""

from __future__ import annotations

import pytest

from positions import derivation
from positions.models import Attribution
from positions.views.declarations import STATEMENTS
from tests.cast import Cast
from tests.filters.asked import slugs

pytestmark = pytest.mark.usefixtures("cast")


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
