"""Days on an axis of time, and the ranges around it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.charts.axis import Axis, Span, framed
from positions.dates import parse


@st.composite
def axes(draw: st.DrawFn) -> Axis:
    return Axis(*sorted(draw(st.tuples(st.dates(), st.dates()))))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date]:
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    return first, last


@given(axes(), st.dates(), st.dates())
def test_days_keep_their_order(axis: Axis, one: date, other: date) -> None:
    assert (axis.at(one) < axis.at(other)) == (one < other)


@given(axes(), spans())
def test_what_is_shown_of_days_is_just_their_part_within_the_axis(
    axis: Axis, days: tuple[date, date]
) -> None:
    start, end = axis.across(*days)
    first, last = max(days[0], axis.first), min(days[1], axis.last)
    shown = max(0, (last - first).days + 1)
    assert 0 <= start <= 100
    assert 0 <= end <= 100
    assert (end - start) * axis.days / 100 == pytest.approx(shown, abs=1e-6)
    if shown:
        assert start == pytest.approx(100 * (first - axis.first).days / axis.days)


@given(axes())
def test_every_way_leads_to_other_days_that_there_are(axis: Axis) -> None:
    for span in (axis.zoomed_in, axis.zoomed_out, axis.earlier, axis.later):
        if span:
            assert span.first <= span.last
            assert (span.first, span.last) != (axis.first, axis.last)


@given(axes())
def test_the_units_around_an_axis_hold_it_and_more(axis: Axis) -> None:
    for span in axis.around:
        assert span.first <= axis.first <= axis.last <= span.last
        assert (span.first, span.last) != (axis.first, axis.last)


@given(axes())
def test_an_address_of_a_span_means_its_days(axis: Axis) -> None:
    since, until = axis.span.edtf
    assert (parse(since).earliest, parse(until).latest) == (axis.first, axis.last)


@given(spans())
def test_a_frame_holds_the_days_with_little_around_them(days: tuple[date, date]) -> None:
    axis = framed(*days)
    assert axis.first <= days[0] <= days[1] <= axis.last
    assert axis.first.day == 1
    assert axis.last == date.max or (axis.last + timedelta(days=1)).day == 1
    assert (days[0] - axis.first).days < 366
    assert (axis.last - days[1]).days < 366


@pytest.mark.parametrize(
    ("first", "last", "edtf", "printed"),
    [
        ("2018-01-01", "2018-12-31", ("2018", "2018"), "2018"),
        ("2018-05-01", "2018-06-30", ("2018-05", "2018-06"), "May 2018 to June 2018"),
        ("2018-05-01", "2018-05-24", ("2018-05-01", "2018-05-24"), "1 May 2018 to 24 May 2018"),
    ],
)
def test_a_span_is_written_as_shortly_as_it_is_exact(
    first: str, last: str, edtf: tuple[str, str], printed: str
) -> None:
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    assert span.edtf == edtf
    assert span.printed == printed


def test_zooming_in_halves_and_zooming_out_doubles() -> None:
    axis = Axis(date(2018, 1, 1), date(2018, 4, 10))
    assert axis.days == 100
    assert axis.zoomed_in == Span(date(2018, 1, 26), date(2018, 3, 16))
    assert axis.zoomed_out == Span(date(2017, 11, 12), date(2018, 5, 30))


def test_a_single_day_is_not_zoomed_into() -> None:
    day = Axis(date(2018, 5, 24), date(2018, 5, 24))
    assert day.zoomed_in is None
    assert [span.label for span in day.around] == ["2010s", "2018", "May 2018"]
