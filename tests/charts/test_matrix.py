"""What the cells of the matrix say, and on which days they change."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from positions import derivation
from positions.charts.matrix import (
    MatrixCell,
    columns_of,
    days_of_change,
    nearest,
    nearest_of_holder,
    rows_of,
)
from positions.choices import Stance, StatementKind
from positions.models import IndexEntry, Position, Proposition, Stakeholder
from tests.factories import PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


def asked(voice: Stakeholder, proposition: Proposition, day: str) -> None:
    silence = said(voice, kind=StatementKind.NO_REPLY, date_edtf=day, derive=False)
    silence.asked_about.set([proposition])
    derivation.refresh([silence.pk])


def cell(voice: Stakeholder, proposition: Proposition, day: str) -> MatrixCell:
    heads = columns_of([proposition])
    [row] = rows_of([voice.pk], heads, date.fromisoformat(day), today=TODAY)
    return row.cells[0]


@pytest.fixture
def voice() -> Stakeholder:
    return StakeholderFactory.create(slug="example")


@pytest.fixture
def sales() -> Proposition:
    return PropositionFactory.create(slug="sales")


def test_a_cell_counts_statements_and_gives_the_newest_date(
    voice: Stakeholder, sales: Proposition
) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-01")
    said(voice, on={sales: Stance.STRONGLY_OPPOSES}, date_edtf="2018-06")
    found = cell(voice, sales, "2019-01-01")
    assert (found.state, found.stance) == ("position", Stance.STRONGLY_OPPOSES)
    assert found.n_statements == 2
    assert found.date is not None
    assert found.date.text == "June 2018"
    assert not found.shift


def test_a_month_that_is_not_over_may_be_later(voice: Stakeholder, sales: Proposition) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-06")
    assert cell(voice, sales, "2018-06-12").may_be_later
    assert not cell(voice, sales, "2018-06-30").may_be_later


def test_shifts_and_conflicts_are_marked(voice: Stakeholder, sales: Proposition) -> None:
    said(voice, on={sales: Stance.SUPPORTS}, date_edtf="2018-05")
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-20")
    found = cell(voice, sales, "2019-01-01")
    assert found.shift
    assert found.conflicting


def test_silent_neutral_and_unknown_are_three_things(sales: Proposition) -> None:
    silent, neutral, unknown = StakeholderFactory.create_batch(3)
    asked(silent, sales, "2018-06-18")
    said(neutral, on={sales: Stance.NEUTRAL}, date_edtf="2018-06-18")
    cells = [cell(each, sales, "2019-01-01") for each in (silent, neutral, unknown)]
    assert [each.state for each in cells] == ["no_reply", "position", "nothing"]
    assert [each.stance for each in cells] == [None, Stance.NEUTRAL, None]
    assert [bool(each.url) for each in cells] == [True, True, False]


def test_a_position_stays_when_a_later_question_is_not_answered(
    voice: Stakeholder, sales: Proposition
) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-01")
    asked(voice, sales, "2018-06-18")
    found = cell(voice, sales, "2019-01-01")
    assert found.stance == Stance.OPPOSES
    assert found.no_reply_since is not None
    assert found.no_reply_since.edtf == "2018-06-18"


def test_a_question_before_the_position_is_answered_by_it(
    voice: Stakeholder, sales: Proposition
) -> None:
    asked(voice, sales, "2018-05-01")
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-06-18")
    assert cell(voice, sales, "2019-01-01").no_reply_since is None


def test_a_cell_knows_that_it_is_new_on_the_day(voice: Stakeholder, sales: Proposition) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-01")
    days = ("2018-04-30", "2018-05-01", "2018-05-02")
    assert [cell(voice, sales, day).changed for day in days] == [False, True, False]


def test_the_address_of_the_evidence_names_the_day_unless_it_is_today(
    voice: Stakeholder, sales: Proposition
) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-01")
    now = cell(voice, sales, TODAY.isoformat()).url
    assert now == "/positions/evidence/?organisation=example&proposition=sales"
    assert cell(voice, sales, "2018-07-01").url == f"{now}&as_of=2018-07-01"


def test_days_of_change_are_those_of_statements_and_of_questions(
    voice: Stakeholder, sales: Proposition
) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05-01")
    asked(voice, sales, "2018-06-18")
    said(voice, on={PropositionFactory.create(): Stance.OPPOSES}, date_edtf="2018-06-01")
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="../2018-07-01")
    held = Position.objects.filter(proposition=sales)
    silent = IndexEntry.objects.filter(proposition=sales)

    def around(text: str) -> tuple[date | None, date | None]:
        day = date.fromisoformat(text)
        before, after = days_of_change(nearest(held, "held_from", day), silent, day)
        return before and before.day, after and after.day

    assert around("2018-04-01") == (None, date(2018, 5, 1))
    assert around("2018-05-01") == (None, date(2018, 6, 18))
    assert around("2020-01-01") == (date(2018, 6, 18), None)
    assert days_of_change([], silent.none(), TODAY) == (None, None)


def test_the_changes_of_a_holder_next_to_a_day_are_those_that_all_its_positions_give(
    voice: Stakeholder, sales: Proposition
) -> None:
    dates = ("2018-05-01", "2018-06-01", "2018-06-01", "2019-02", "../2018-07-01")
    for text, other in itertools.product(dates, (sales, PropositionFactory.create())):
        said(voice, on={other: Stance.OPPOSES}, date_edtf=text)
    said(on={sales: Stance.OPPOSES}, date_edtf="2018-06-15")
    held, silent = Position.objects.filter(holder=voice), IndexEntry.objects.none()
    for month, number in itertools.product((4, 5, 6, 7), (1, 2, 20)):
        day = date(2018, month, number)
        found = days_of_change(nearest_of_holder(voice.pk, day), silent, day)
        assert found == days_of_change(nearest(held, "held_from", day), silent, day), day


def test_a_change_has_the_date_of_its_words_and_no_exacter_one(
    voice: Stakeholder, sales: Proposition
) -> None:
    said(voice, on={sales: Stance.OPPOSES}, date_edtf="2018-05")
    held = nearest(Position.objects.all(), "held_from", TODAY)
    before, _ = days_of_change(held, IndexEntry.objects.all(), TODAY)
    assert before == (date(2018, 5, 1), "May 2018")
