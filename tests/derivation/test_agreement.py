"""Who agrees with whom: the definition, and its count by the database, by a literal reading."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.choices import Agreement, Stance
from positions.derivation.agreement import AGAINST, FOR, agreement, n_shared, opposed, sides
from positions.models import Proposition, Stakeholder, Statement
from tests.factories import PropositionFactory, StakeholderFactory, said

DAY = date(2020, 1, 1)
stances = st.sampled_from(Stance)


def pair(one: Stance, other: Stance) -> Agreement:
    if {one, other} <= set(FOR) or {one, other} <= set(AGAINST):
        return Agreement.AGREE
    if (one in FOR and other in AGAINST) or (one in AGAINST and other in FOR):
        return Agreement.DIFFER
    return Agreement.UNSAID


@given(stances, stances)
def test_two_agree_on_the_same_side_and_differ_on_opposite_ones(one: Stance, other: Stance) -> None:
    assert agreement([one, other]) == agreement([other, one]) == pair(one, other)


@given(st.lists(stances | st.none(), max_size=5))
def test_of_several_each_two_are_asked(given_stances: list[Stance | None]) -> None:
    spoken = [stance for stance in given_stances if stance]
    pairs = {pair(one, other) for one, other in combinations(spoken, 2)}
    if not spoken:
        expected = Agreement.NONE_SPOKEN
    elif len(spoken) == 1:
        expected = Agreement.ONE_SPOKEN
    elif Agreement.DIFFER in pairs:
        expected = Agreement.DIFFER
    else:
        expected = Agreement.AGREE if pairs == {Agreement.AGREE} else Agreement.UNSAID
    assert agreement(given_stances) == expected


def test_two_who_take_no_side_do_not_agree() -> None:
    assert agreement([Stance.NEUTRAL, Stance.NEUTRAL]) == Agreement.UNSAID
    assert agreement([Stance.MIXED, Stance.MIXED]) == Agreement.UNSAID


def test_strength_makes_no_difference() -> None:
    assert agreement([Stance.SUPPORTS, Stance.STRONGLY_SUPPORTS]) == Agreement.AGREE


@pytest.fixture
def everybody() -> tuple[list[Stakeholder], list[Proposition]]:
    return StakeholderFactory.create_batch(3), PropositionFactory.create_batch(4)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.sampled_from([None, *Stance]), min_size=4, max_size=4), min_size=3, max_size=3
    )
)
def test_shared_sides_are_counted_as_by_plain_reading(
    everybody: tuple[list[Stakeholder], list[Proposition]], stances: list[list[Stance | None]]
) -> None:
    voices, propositions = everybody
    Statement.objects.all().delete()
    made = [
        said(
            voice,
            on={p: stance for p, stance in zip(propositions, row, strict=True) if stance},
            date_edtf="2018",
            derive=False,
        )
        for voice, row in zip(voices, stances, strict=True)
    ]
    derivation.refresh([statement.pk for statement in made])
    plain = [[stance.side if stance else "" for stance in row] for row in stances]
    taken = sides(voices[0].pk, DAY, [each.pk for each in propositions])
    counted = dict(
        Stakeholder.objects.annotate(
            same=n_shared(taken, DAY), other=n_shared(opposed(taken), DAY)
        ).values_list("pk", "same")
    )
    differing = dict(
        Stakeholder.objects.annotate(other=n_shared(opposed(taken), DAY)).values_list("pk", "other")
    )
    for voice, theirs in zip(voices, plain, strict=True):
        pairs = list(zip(plain[0], theirs, strict=True))
        assert counted[voice.pk] == sum(a == b and a in {"for", "against"} for a, b in pairs)
        assert differing[voice.pk] == sum({a, b} == {"for", "against"} for a, b in pairs)
