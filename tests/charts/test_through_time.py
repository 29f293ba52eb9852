"""How many held which stance, step by step: the same as counting positions on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.charts import through_time as module
from positions.charts.through_time import Step, ThroughTime, through_time
from positions.choices import Stance
from positions.models import Position, Proposition, Stakeholder, Statement
from tests.derivation.held import Claim, hold
from tests.factories import PropositionFactory, StakeholderFactory, StatementFactory, said

pytestmark = pytest.mark.django_db

DAY = date(2018, 1, 1)
TODAY = date(2018, 2, 15)
History = list[tuple[int, Stance, int | None, int]]  # holder, stance, first day, its length


@pytest.fixture
def proposition() -> Proposition:
    return PropositionFactory.create(slug="law")


def shown(proposition: Proposition, today: date = TODAY) -> ThroughTime:
    found = through_time(proposition.pk, today)
    assert found
    return found


def stands_on(day: date, steps: list[Step]) -> dict[str, int]:
    """The counts of the last step up to the day."""
    until = [step for step in steps if step.day <= day]
    return {stance: n for stance, n in until[-1].counts.items() if n} if until else {}


def positions_on(day: date, proposition: Proposition) -> dict[str, int]:
    held = Position.objects.as_of(day).filter(proposition=proposition)
    return dict(Counter(held.values_list("stance", flat=True)))


@pytest.fixture
def cast_of_four() -> tuple[Proposition, list[Stakeholder], list[Statement]]:
    holders = [StakeholderFactory.create() for _ in range(4)]
    return PropositionFactory.create(), holders, [StatementFactory.create() for _ in range(10)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(Stance),
            st.none() | st.integers(0, 20),
            st.integers(0, 9),
        ),
        min_size=1,
        max_size=10,
    ),
)
def test_the_steps_count_what_positions_say_of_any_day(
    cast_of_four: tuple[Proposition, list[Stakeholder], list[Statement]], history: History
) -> None:
    proposition, holders, statements = cast_of_four
    with transaction.atomic():
        for number, holder in enumerate(holders):
            claims = [
                Claim(
                    holder.pk,
                    proposition.pk,
                    statement.pk,
                    stance,
                    None if first is None else DAY + timedelta(first),
                    DAY + timedelta((first or 0) + length),
                )
                for (of, stance, first, length), statement in zip(history, statements, strict=False)
                if of == number
            ]
            Position.objects.bulk_create(
                Position(
                    holder=holder,
                    proposition=proposition,
                    statement_id=held.claim.statement,
                    stance=held.claim.stance,
                    held_from=held.held_from,
                    held_until=held.held_until,
                    n_statements=held.n_statements,
                )
                for held in hold(claims)
            )
        chart = shown(proposition)
        for day in [date.min, *(DAY + timedelta(n) for n in range(-1, 32))]:
            assert stands_on(day, chart.steps) == positions_on(day, proposition)
        days = [step.day for step in chart.steps]
        assert days == sorted(set(days))
        for step in chart.steps:
            assert all(change.before != change.stance for change in step.changes)
        for stairs in chart.staircases:
            assert all(0 <= point.x <= 100 and 0 <= point.y <= 100 for point in stairs.points)
            assert stairs.now == positions_on(TODAY, proposition).get(stairs.stance.value, 0)
        transaction.set_rollback(True)


def test_a_step_says_whose_stance_changed_and_by_which_words(proposition: Proposition) -> None:
    union = StakeholderFactory.create(name="Example Union", slug="example-union")
    said(union, on={proposition: Stance.UNCLEAR}, date_edtf="2017-05", title="A first word")
    said(union, on={proposition: Stance.OPPOSES}, date_edtf="2018~", title="A letter")
    first, second = shown(proposition).steps
    [entered], [moved] = first.changes, second.changes
    assert (entered.before, entered.stance) == ("", "unclear")
    assert (moved.before, moved.stance) == ("unclear", "opposes")
    assert (moved.holder.slug, moved.statement.label) == ("example-union", "A letter")
    assert [first.when, second.when] == ["May 2017", "about 2018"]


def test_the_same_said_again_is_no_step(proposition: Proposition) -> None:
    union = StakeholderFactory.create()
    for day in ("2017", "2018"):
        said(union, on={proposition: Stance.OPPOSES}, date_edtf=day)
    assert [step.day for step in shown(proposition).steps] == [date(2017, 1, 1)]


def test_what_other_words_of_the_same_day_replace_is_no_step(proposition: Proposition) -> None:
    union = StakeholderFactory.create()
    for stance in (Stance.OPPOSES, Stance.SUPPORTS):
        said(union, on={proposition: stance}, date_edtf="2017")
    [step] = shown(proposition).steps
    assert [change.stance for change in step.changes] == ["supports"]


def test_all_staircases_have_one_scale(proposition: Proposition) -> None:
    for stance in (Stance.OPPOSES, Stance.OPPOSES, Stance.SUPPORTS):
        said(on={proposition: stance}, date_edtf="2018-01-01")
    chart = shown(proposition)
    assert chart.highest == 2
    assert {(s.stance, s.points[-1].count, s.points[-1].y) for s in chart.staircases} == {
        (Stance.OPPOSES, 2, 0),
        (Stance.SUPPORTS, 1, 50),
    }


def test_a_line_holds_each_count_until_the_next_step(proposition: Proposition) -> None:
    union = StakeholderFactory.create()
    said(union, on={proposition: Stance.OPPOSES}, date_edtf="2018-01-01")
    said(union, on={proposition: Stance.SUPPORTS}, date_edtf="2018-01-26")
    [supports, opposes] = shown(proposition, date(2018, 4, 10)).staircases
    assert opposes.line == "M0 100.0H0.000V0.0H25.000V100.0H100"
    assert supports.line == "M0 100.0H25.000V0.0H100"
    assert (supports.now, opposes.now) == (1, 0)


def test_a_step_to_come_is_not_counted_now(proposition: Proposition) -> None:
    said(on={proposition: Stance.OPPOSES}, date_edtf="2018-03-01")
    chart = shown(proposition)
    assert chart.axis.last == date(2018, 3, 1)
    assert chart.staircases[0].now == 0


def test_an_open_beginning_stands_at_the_start(proposition: Proposition) -> None:
    said(on={proposition: Stance.OPPOSES}, date_edtf="../2018-02")
    chart = shown(proposition)
    assert chart.axis.first == date(2018, 2, 1)
    assert chart.staircases[0].points[0].x == 0
    assert chart.steps[0].when == "by February 2018"


def test_only_the_newest_steps_are_shown(
    proposition: Proposition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_STEPS", 2)
    for day in ("2018-01-01", "2018-01-02", "2018-01-03"):
        said(on={proposition: Stance.OPPOSES}, date_edtf=day)
    chart = shown(proposition)
    assert chart.cut
    assert [step.counts["opposes"] for step in chart.steps] == [2, 3]
    assert chart.axis.first == date(2018, 1, 2)
    assert chart.staircases[0].line.startswith("M0 33.33H")


def test_only_the_newest_steps_have_points_and_all_are_drawn(
    proposition: Proposition, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        said(on={proposition: Stance.SUPPORTS}, date_edtf=f"2018-01-0{number + 1}")
    whole = shown(proposition)
    monkeypatch.setattr(module, "MOST_TOLD", 1)
    short = shown(proposition)
    assert short.told == whole.steps[-1:]
    assert [stairs.line for stairs in short.staircases] == [s.line for s in whole.staircases]
    told = [point.step for stairs in short.staircases for point in stairs.points]
    assert told
    assert set(map(id, told)) == {id(short.steps[-1])}


def test_a_step_of_which_not_all_was_read_is_not_shown(
    proposition: Proposition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CHANGES", 2)
    for day in ("2018-01-01", "2018-01-01", "2018-01-03"):
        said(on={proposition: Stance.OPPOSES}, date_edtf=day)
    chart = shown(proposition)
    assert chart.cut
    assert [step.day for step in chart.steps] == [date(2018, 1, 3)]


def test_a_proposition_without_positions_has_no_steps(proposition: Proposition) -> None:
    assert through_time(proposition.pk, TODAY) is None
