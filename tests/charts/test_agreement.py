"""Who agrees with whom: the definition on the method page, held against a literal reading."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from positions.charts.agreement import AGAINST, FOR, agreement
from positions.choices import Agreement, Stance

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
