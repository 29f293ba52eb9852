"""The labels of an axis: they fit the range, and never run into each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.charts.axis import Axis
from positions.charts.ticks import LETTER, fits, ticks
from tests.charts.test_axis import axes

PHONE, DESK = 288, 760


@given(axes(), st.sampled_from([PHONE, DESK]))
def test_labels_stay_apart_and_within_the_axis(axis: Axis, width: int) -> None:
    found = ticks(axis, width)
    for row in (found.units, found.above):
        assert fits(row, width)
        for tick in row:
            assert 0 <= tick.x < 100
            ends = tick.x / 100 * width + len(tick.span.label) * LETTER
            assert tick.labelled == (ends <= width)


@given(axes(), st.sampled_from([PHONE, DESK]))
def test_every_axis_has_a_label(axis: Axis, width: int) -> None:
    assert ticks(axis, width).units


@given(axes())
def test_each_label_stands_where_its_days_begin(axis: Axis) -> None:
    for tick in ticks(axis, DESK).units:
        assert tick.x == axis.at(tick.span.first)
        assert tick.span.first <= tick.span.last


@pytest.mark.parametrize(
    ("first", "last", "width", "units", "above"),
    [
        ("1900-01-01", "1999-12-31", PHONE, ["1900", "1920", "1940", "1960", "1980"], []),
        ("2017-01-01", "2021-12-31", PHONE, ["2017", "2018", "2019", "2020", "2021"], []),
        (
            "2018-05-10",
            "2018-09-30",
            PHONE,
            ["Jun", "Jul", "Aug", "Sep"],
            ["2018"],
        ),
        (
            "2018-05-29",
            "2018-06-02",
            PHONE,
            ["29", "30", "31", "1", "2"],
            ["May 2018", "June 2018"],
        ),
    ],
)
def test_units_are_as_fine_as_the_range_allows(
    first: str, last: str, width: int, units: list[str], above: list[str]
) -> None:
    found = ticks(Axis(date.fromisoformat(first), date.fromisoformat(last)), width)
    assert [tick.span.label for tick in found.units] == units
    assert [tick.span.label for tick in found.above] == above


def test_a_wider_axis_has_finer_labels() -> None:
    axis = Axis(date(2018, 1, 1), date(2018, 12, 31))
    assert len(ticks(axis, DESK).units) == 12
    assert len(ticks(axis, PHONE).units) == 4
