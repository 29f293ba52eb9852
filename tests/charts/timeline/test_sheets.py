"""A chart is drawn in parts that a sheet of paper holds, and nothing is lost between them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from positions.charts.timeline.geometry import Chart, laid_out
from positions.charts.timeline.sheets import SHEET_HEIGHT, parts_of
from positions.choices import ReplyKind
from tests.charts.timeline.test_geometry import LANE, YEAR, saying


def chart_of(crowds: list[int]) -> Chart:
    """With a lane for each crowd, of as many statements of one day; each answers the one before."""
    numbers = iter(range(sum(crowds)))
    lanes = [
        (LANE, [saying(next(numbers), "2018-05-24") for _ in range(crowd)]) for crowd in crowds
    ]
    replies = [(number, number - 1, ReplyKind.ANSWERS) for number in range(1, sum(crowds))]
    return laid_out(YEAR, lanes, replies, date(2018, 7, 1))


@given(st.lists(st.integers(1, 150), min_size=1, max_size=8))
def test_parts_follow_each_other_and_each_has_room_on_a_sheet(crowds: list[int]) -> None:
    chart = chart_of(crowds)
    parts = parts_of(chart)
    drawn = [mark for part in parts for lane in part.lanes for mark in lane.marks]
    assert drawn == chart.marks
    y = 0
    for part in parts:
        assert part.y == y
        assert 0 < part.height <= SHEET_HEIGHT
        y += part.height
        for lane in part.lanes:
            assert all(part.y < mark.y < y for mark in lane.marks)
        for arc in chart.near_arcs:
            assert (arc in part.arcs) == (arc.y < y and arc.y + arc.height > part.y)
    assert y == chart.height


def test_only_a_lane_that_is_higher_than_a_sheet_is_cut_and_says_that_it_goes_on() -> None:
    assert [part.continued for part in parts_of(chart_of([30, 20, 40]))] == [None, None]
    assert [part.continued for part in parts_of(chart_of([2, 100]))] == [None, None, LANE]
    assert parts_of(chart_of([])) == []
