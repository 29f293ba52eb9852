"""The published rule, held against a slow and literal reading of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.choices import Stance
from tests.derivation.held import Claim, hold

pytestmark = pytest.mark.django_db

DAY = date(2018, 1, 1)


def claim(stance: Stance, earliest: str | None, latest: str | None = None, n: int = 1) -> Claim:
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else first
    return Claim(1, 1, n, stance, first, last)


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for number in range(draw(st.integers(0, 7))):
        start = draw(st.none() | st.integers(0, 20))
        length = draw(st.none() if start is None else st.none() | st.integers(0, 12))
        end = draw(st.integers(0, 30)) if start is None else length and start + length
        if start is not None and length is None:
            end = None
        made.append(
            Claim(
                1,
                1,
                number,
                draw(st.sampled_from(Stance)),
                None if start is None else DAY + timedelta(days=start),
                None if end is None else DAY + timedelta(days=end),
            )
        )
    return draw(st.permutations(made))


def overlap(one: Claim, other: Claim) -> bool:
    return one.first <= other.last and other.first <= one.last


def opposite(one: Claim, other: Claim) -> bool:
    return {one.stance.side, other.stance.side} == {"for", "against"}


@given(claims())
def test_conflicts_are_all_overlapping_pairs_of_opposite_sides(made: list[Claim]) -> None:
    found = {held.claim for held in hold(made) if held.conflicting}
    assert found == {
        one for one in made for other in made if opposite(one, other) and overlap(one, other)
    }


@given(claims(), st.integers(-1, 45))
def test_one_position_at_most_holds_on_any_day(made: list[Claim], offset: int) -> None:
    day = DAY + timedelta(days=offset)
    holding = [
        held
        for held in hold(made)
        if held.held_from <= day and (held.held_until is None or held.held_until > day)
    ]
    begun = [one for one in made if one.first <= day]
    newest = max(begun, key=lambda one: (one.first, one.last, one.statement), default=None)
    assert [held.claim for held in holding] == ([newest] if newest else [])


@given(claims())
def test_the_order_of_entry_does_not_matter(made: list[Claim]) -> None:
    assert hold(made) == hold(list(reversed(made)))


@given(claims())
def test_a_shift_is_a_change_of_side_since_the_last_clear_word(made: list[Claim]) -> None:
    rows = hold(made)
    for place, held in enumerate(rows):
        earlier = [row.claim.stance for row in rows[:place] if row.claim.stance != Stance.UNCLEAR]
        assert (held.previous and held.previous.stance) == (earlier[-1] if earlier else None)
        unclear = held.claim.stance == Stance.UNCLEAR
        moved = bool(earlier) and earlier[-1].side != held.claim.stance.side
        assert held.shift == (moved and not unclear)


@given(claims())
def test_statements_are_counted_up(made: list[Claim]) -> None:
    assert [held.n_statements for held in hold(made)] == list(range(1, len(made) + 1))


def test_a_stronger_word_on_the_same_side_is_no_shift() -> None:
    rows = hold(
        [claim(Stance.OPPOSES, "2018-01-01"), claim(Stance.STRONGLY_OPPOSES, "2018-02-01", n=2)]
    )
    assert [row.shift for row in rows] == [False, False]
    assert rows[0].held_until == date(2018, 2, 1)
    assert rows[1].held_until is None


def test_to_and_from_mixed_are_shifts() -> None:
    rows = hold(
        [
            claim(Stance.SUPPORTS, "2018-01-01"),
            claim(Stance.MIXED, "2018-02-01", n=2),
            claim(Stance.OPPOSES, "2018-03-01", n=3),
        ]
    )
    assert [row.shift for row in rows] == [False, True, True]


def test_a_month_and_a_day_within_it_conflict_when_opposite() -> None:
    rows = hold(
        [
            claim(Stance.SUPPORTS, "2018-05-01", "2018-05-31"),
            claim(Stance.OPPOSES, "2018-05-20", n=2),
        ]
    )
    assert [row.conflicting for row in rows] == [True, True]


def test_an_open_beginning_holds_from_the_first_day_there_is() -> None:
    (row,) = hold([claim(Stance.SUPPORTS, None, "2018-05-31")])
    assert row.held_from == date.min


def test_a_shift_names_the_last_clear_word_before() -> None:
    rows = hold(
        [
            claim(Stance.SUPPORTS, "2018-01-01"),
            claim(Stance.UNCLEAR, "2018-02-01", n=2),
            claim(Stance.OPPOSES, "2018-03-01", n=3),
        ]
    )
    assert [row.previous and row.previous.statement for row in rows] == [None, 1, 1]
