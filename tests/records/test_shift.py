"""A shift as it leaves the database: the words of then and now, the way, the interval."""

from __future__ import annotations

from datetime import date

import pytest

from positions import derivation
from positions.choices import Direction, QuotationKind, Stance
from positions.models import Position, Proposition, Stakeholder, Statement
from positions.records import ShiftRecord, fetch_shifts
from tests.factories import PropositionFactory, QuotationFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db

CLEAR = [stance for stance in Stance if stance != Stance.UNCLEAR]


@pytest.fixture
def firm() -> Stakeholder:
    return StakeholderFactory.create(name="Example Firm", slug="firm")


@pytest.fixture
def sales() -> Proposition:
    return PropositionFactory.create(short_label="Sales", slug="sales")


def shifts() -> list[ShiftRecord]:
    rows = Position.objects.shifts().order_by("held_from", "pk")
    return fetch_shifts([row.pk for row in rows])


def with_best_words(statement: Statement) -> Statement:
    statement.assessments.update(quotation=statement.quotations.get())
    return statement


def test_a_shift_has_the_words_of_then_and_of_now(firm: Stakeholder, sales: Proposition) -> None:
    then = with_best_words(
        said(firm, on={sales: Stance.SUPPORTS}, words="We sell.", date_edtf="2018-05", slug="then")
    )
    now = with_best_words(
        said(firm, on={sales: Stance.MIXED}, words="We pause.", date_edtf="2019-02-07", slug="now")
    )
    [shift] = shifts()
    assert (shift.holder.slug, shift.proposition.slug) == ("firm", "sales")
    assert (shift.then.stance, shift.now.stance) == (Stance.SUPPORTS, Stance.MIXED)
    assert (shift.then.words, shift.now.words) == ("We sell.", "We pause.")
    assert (shift.then.condition, shift.now.condition) == ("", "in part")
    assert shift.then.url == "/statements/then/#stance-sales"
    assert shift.url == shift.now.url == "/statements/now/#stance-sales"
    assert shift.then.source is not None
    assert shift.then.source.address == then.quotations.get().source.url
    assert shift.interval == "between May 2018 and 7 February 2019"
    assert (shift.earliest, shift.latest) == (date(2018, 5, 1), date(2019, 2, 7))
    assert (shift.conflicting, shift.held_until) == (False, None)
    assert shift.modified == max(then.modified_at, now.modified_at)


def test_an_unclear_word_between_is_passed_over(firm: Stakeholder, sales: Proposition) -> None:
    for year, stance in ((2016, "supports"), (2017, "unclear"), (2018, "opposes")):
        said(firm, on={sales: Stance(stance)}, date_edtf=str(year), slug=f"of-{year}")
    [shift] = shifts()
    assert shift.then.statement.slug == "of-2016"
    assert shift.interval == "between 2016 and 2018"


def test_paraphrases_are_not_given_as_words(firm: Stakeholder, sales: Proposition) -> None:
    for year, stance in ((2016, Stance.SUPPORTS), (2018, Stance.OPPOSES)):
        statement = said(firm, on={sales: stance}, date_edtf=str(year))
        paraphrase = QuotationFactory.create(
            statement=statement, kind=QuotationKind.PARAPHRASE, exact=f"What it did in {year}."
        )
        statement.assessments.update(quotation=paraphrase)
    [shift] = shifts()
    assert (shift.then.words, shift.now.words) == ("", "")
    assert shift.then.paraphrase == "What it did in 2016."
    assert shift.now.paraphrase == "What it did in 2018."


def test_both_of_overlapping_dates_say_that_they_conflict(
    firm: Stakeholder, sales: Proposition
) -> None:
    said(firm, on={sales: Stance.SUPPORTS}, date_edtf="2018-05")
    said(firm, on={sales: Stance.OPPOSES}, date_edtf="2018-05-20")
    [shift] = shifts()
    assert shift.conflicting
    assert shift.interval == "between May 2018 and 20 May 2018"


def test_dates_that_overlap_leave_the_order_open(firm: Stakeholder, sales: Proposition) -> None:
    said(firm, on={sales: Stance.SUPPORTS}, date_edtf="2018")
    said(firm, on={sales: Stance.NEUTRAL}, date_edtf="2018-06-18")
    said(firm, on={sales: Stance.OPPOSES}, date_edtf="2019-01")
    first, second = fetch_shifts(
        list(Position.objects.shifts().order_by("held_from").values_list("pk", flat=True))
    )
    assert not first.conflicting
    assert first.order_is_open
    assert not second.order_is_open


def test_an_open_beginning_stays_open(firm: Stakeholder, sales: Proposition) -> None:
    said(firm, on={sales: Stance.SUPPORTS}, date_edtf="../2018-01")
    said(firm, on={sales: Stance.OPPOSES}, date_edtf="2018-05-20")
    [shift] = shifts()
    assert (shift.earliest, shift.interval) == (None, "by 20 May 2018")


def test_many_cost_two_queries(
    firm: Stakeholder,
    sales: Proposition,
    django_assert_num_queries: object,
) -> None:
    for year, stance in enumerate([Stance.SUPPORTS, Stance.OPPOSES] * 3, start=2010):
        said(firm, on={sales: stance}, date_edtf=str(year))
    keys = list(Position.objects.shifts().values_list("pk", flat=True))
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(fetch_shifts(keys)) == 5


def test_withdrawing_the_words_of_then_takes_the_shift_away(
    firm: Stakeholder, sales: Proposition
) -> None:
    then = said(firm, on={sales: Stance.SUPPORTS}, date_edtf="2018-05")
    said(firm, on={sales: Stance.OPPOSES}, date_edtf="2019")
    Statement.objects.filter(pk=then.pk).update(state="withdrawn")
    derivation.refresh([then.pk])
    assert shifts() == []


@pytest.mark.parametrize("before", CLEAR)
@pytest.mark.parametrize("now", CLEAR)
def test_the_direction_is_told_by_the_sides_alone(before: Stance, now: Stance) -> None:
    direction = Direction.of(before, now)
    order = {"against": -1, "mixed": 0, "neutral": 0, "for": 1}
    went = order[now.side] - order[before.side]
    assert (direction == Direction.TOWARDS_SUPPORT) == (went > 0)
    assert (direction == Direction.TOWARDS_OPPOSITION) == (went < 0)
    if before.side != now.side:
        assert (direction == Direction.ON_NEITHER_SIDE) == (
            {before.side, now.side} == {"mixed", "neutral"}
        )
