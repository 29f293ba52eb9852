"""Every list that filters by stance filters by how it was said, and both meet in one judgement."""

from __future__ import annotations

import pytest
from django.test import Client

from positions import derivation
from positions.choices import Directness, Stance
from positions.models import Assessment
from positions.views.declarations import (
    CHANGES,
    MATRIX,
    ORGANISATIONS,
    POSITIONS,
    PROPOSITIONS,
    SHIFTS,
    STATEMENTS,
)
from tests.factories import PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db

LISTS = [STATEMENTS, POSITIONS, ORGANISATIONS, PROPOSITIONS, MATRIX, SHIFTS, CHANGES]


@pytest.fixture(autouse=True)
def _two_turned() -> None:
    """One turned from supporting to an implied opposing; one says outright that it opposes."""
    proposition = PropositionFactory.create(slug="weir")
    implying = StakeholderFactory.create(slug="implying", name="Implying Union")
    saying = StakeholderFactory.create(slug="saying", name="Saying Union")
    for holder in (implying, saying):
        said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018")
        said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2019")
    turn = Assessment.objects.filter(
        statement__attributions__stakeholder=implying, stance=Stance.OPPOSES
    )
    turn.update(directness=Directness.IMPLIED)
    derivation.refresh(list(turn.values_list("statement", flat=True)))


def total(declaration: object, query: str) -> int:
    answer = Client().get(f"{declaration.data_url('json')}?{query}")  # type: ignore[attr-defined]
    assert answer.status_code == 200, query
    found: int = answer.json()["total"]
    return found


@pytest.mark.parametrize("declaration", LISTS, ids=lambda each: each.noun)
def test_a_list_filters_by_how_a_stance_was_said(declaration: object) -> None:
    assert total(declaration, "directness=implied") == 1
    assert total(declaration, "directness=implied&stance=opposes") == 1
    assert total(declaration, "directness=explicit&directness=implied") == total(
        declaration, "stance=opposes&stance=supports"
    )


@pytest.mark.parametrize("declaration", [STATEMENTS, POSITIONS, ORGANISATIONS, MATRIX])
def test_stance_and_how_it_was_said_meet_in_one_judgement(declaration: object) -> None:
    assert total(declaration, "directness=implied&stance=supports") == 0


def test_what_is_not_known_is_refused_with_what_is() -> None:
    answer = Client().get("/positions.json?directness=hinted")
    assert answer.status_code == 400
    assert "Write one of: explicit, implied." in answer.json()["problems"][0]["message"]
