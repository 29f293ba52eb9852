"""Where marks stand: within the axis, over just their days, and never on one another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.charts.axis import Axis
from positions.charts.timeline.geometry import (
    BAR,
    SIGN,
    arcs_between,
    laid_out,
    marks_of,
    soft_ends,
)
from positions.charts.timeline.lane_entry import Heading, LaneEntry, LaneStance
from positions.choices import ReplyKind, StatementKind
from positions.dates import UncertainDate, parse
from positions.records import Ref
from tests.charts.test_axis import axes

YEAR = Axis(date(2018, 1, 1), date(2018, 12, 31))
LANE = Heading("EX", "Example", "/organisations/example/")
LAW = Ref("law", "/propositions/law/", "A law")


def saying(statement: int, edtf: str, *stances: str, kind: str = "letter") -> LaneEntry:
    return LaneEntry(
        statement=statement,
        kind=StatementKind(kind),
        title=f"Statement {statement}",
        url=f"/statements/{statement}/",
        date=parse(edtf),
        stands=tuple(LaneStance(stance, LAW) for stance in stances),
    )


@st.composite
def dates(draw: st.DrawFn, axis: Axis) -> UncertainDate:
    """One that has days on the axis, of any precision."""
    day = draw(st.dates(axis.first, axis.last)).isoformat()
    form = draw(st.sampled_from([day, day[:7], day[:4], f"../{day}", f"{day}/..", f"{day}/{day}"]))
    mark = draw(st.sampled_from(["", "~", "?"]))
    return parse(form if form.endswith("..") else form + mark)


@st.composite
def lanes(draw: st.DrawFn) -> tuple[Axis, list[LaneEntry]]:
    axis = draw(axes())
    known = draw(st.lists(dates(axis), max_size=12))
    return axis, [saying(number, each.edtf) for number, each in enumerate(known)]


@given(lanes())
def test_every_statement_has_one_mark_within_the_axis(lane: tuple[Axis, list[LaneEntry]]) -> None:
    axis, sayings = lane
    marks = marks_of(axis, sayings)
    assert sorted(mark.saying.statement for mark in marks) == [each.statement for each in sayings]
    for mark in marks:
        assert 0 <= mark.start <= mark.x <= mark.end <= 100


@given(lanes())
def test_a_bar_covers_just_its_days_on_the_axis(lane: tuple[Axis, list[LaneEntry]]) -> None:
    axis, sayings = lane
    for mark in marks_of(axis, sayings):
        known = mark.saying.date
        first = max(known.earliest or date.min, axis.first)
        last = min(known.latest or date.max, axis.last)
        assert (mark.end - mark.start) * axis.days / 100 == pytest.approx(
            (last - first).days + 1, abs=1e-6
        )
        assert mark.start == pytest.approx(axis.at(first))


@given(lanes())
def test_a_day_is_drawn_as_a_sign_unless_it_is_wider_than_one(
    lane: tuple[Axis, list[LaneEntry]],
) -> None:
    axis, sayings = lane
    for mark in marks_of(axis, sayings):
        known = mark.saying.date
        if known.earliest == known.latest and not (known.approximate or known.uncertain):
            assert mark.is_bar == (100 / axis.days > SIGN)
            assert not mark.is_short
        else:
            assert mark.is_bar
            assert mark.is_short == (mark.end - mark.start < BAR)


@given(lanes())
def test_marks_of_one_level_do_not_reach_into_each_other(
    lane: tuple[Axis, list[LaneEntry]],
) -> None:
    axis, sayings = lane
    levels: dict[int, list[tuple[float, float]]] = {}
    for mark in marks_of(axis, sayings):
        half = (BAR if mark.is_short else SIGN) / 2
        reach = min(mark.start, mark.x - half), max(mark.end, mark.x + half)
        levels.setdefault(mark.level, []).append(reach)
    for reaches in levels.values():
        ordered = sorted(reaches)
        for (_, ends), (begins, _) in pairwise(ordered):
            assert ends <= begins


@given(lanes())
def test_what_was_over_before_stands_further_left(lane: tuple[Axis, list[LaneEntry]]) -> None:
    axis, sayings = lane
    marks = marks_of(axis, sayings)
    for one in marks:
        for other in marks:
            if (one.saying.date.latest or date.max) < (other.saying.date.earliest or date.min):
                assert one.x < other.x


def test_statements_of_one_day_stand_below_each_other() -> None:
    marks = marks_of(YEAR, [saying(number, "2018-05-24") for number in range(3)])
    assert [mark.level for mark in marks] == [0, 1, 2]
    assert len({mark.y for mark in marks}) == 3
    assert len({mark.x for mark in marks}) == 1


@pytest.mark.parametrize(
    ("edtf", "soft"),
    [
        ("2018-05", ""),
        ("2018-05-24", ""),
        ("2018-05~", "both"),
        ("2018-05-24?", "both"),
        ("../2018-05", "start"),
        ("/2018-05", "start"),
        ("2018-05/..", "end"),
        ("2018-05~/2018-06", "start"),
        ("2018-05/2018-06%", "end"),
        ("../2018-06~", "both"),
    ],
)
def test_ends_are_soft_where_they_are_not_known(edtf: str, soft: str) -> None:
    [mark] = marks_of(YEAR, [saying(1, edtf)])
    assert mark.soft == soft
    assert soft_ends(parse(edtf)) == (mark.soft_start, mark.soft_end)


def test_a_sign_stands_at_the_end_that_is_known() -> None:
    by_may, from_june = (marks_of(YEAR, [saying(1, e)])[0] for e in ("../2018-05", "2018-06/.."))
    assert by_may.x == by_may.end < 100
    assert from_june.x == from_june.start > 0
    beyond = marks_of(YEAR, [saying(1, "../2019-05")])[0]
    assert beyond.x == 50  # the end that is known is not shown


@pytest.mark.parametrize(
    ("stances", "kind", "sign"),
    [
        (["opposes"], "letter", "opposes"),
        (["opposes", "opposes"], "letter", "opposes"),
        (["opposes", "strongly_opposes"], "letter", "several"),
        (["supports", "opposes"], "letter", "several"),
        ([], "letter", "none"),
        ([], "no_reply", "silent"),
        (["", ""], "no_reply", "silent"),
    ],
)
def test_different_stances_have_a_sign_of_their_own(
    stances: list[str], kind: str, sign: str
) -> None:
    assert saying(1, "2018", *stances, kind=kind).sign == sign


def test_lanes_stand_below_each_other_with_room_for_their_levels() -> None:
    crowded = [saying(number, "2018-05-24") for number in range(4)]
    chart = laid_out(YEAR, [(LANE, crowded), (LANE, [saying(9, "2018")])], [], date(2018, 7, 1))
    first, second = chart.lanes
    assert first.y == 0
    assert second.y == first.height
    assert chart.height == first.height + second.height
    for lane in chart.lanes:
        assert all(lane.y < mark.y < lane.y + lane.height for mark in lane.marks)


def test_today_is_marked_only_where_it_is_shown() -> None:
    assert laid_out(YEAR, [], [], date(2018, 1, 1)).today == 0
    assert laid_out(YEAR, [], [], date(2026, 11, 22)).today is None


def test_a_reply_is_one_arc_between_the_closest_marks() -> None:
    joint, answer = saying(1, "2018-05"), saying(2, "2018-06")
    lanes = [(LANE, [joint]), (LANE, [saying(3, "2018")]), (LANE, [joint]), (LANE, [answer])]
    replies = [(2, 1, ReplyKind.ANSWERS), (2, 99, ReplyKind.ANSWERS)]
    chart = laid_out(YEAR, lanes, replies, date(2018, 7, 1))
    [arc] = chart.arcs
    assert arc.answered is chart.lanes[2].marks[0]
    assert arc.reply is chart.lanes[3].marks[0]
    assert chart.replies == {2: [arc]}
    assert arcs_between([], replies) == []


@pytest.mark.parametrize(
    ("first", "second", "form", "height"),
    [
        (["2018-02", "2018-09"], [], "arch", 16),
        (["2018-02"], ["2018-09"], "fall", 58),
        (["2018-09"], ["2018-02"], "rise", 58),
        (["2018-02-01"], ["2018-02-01"], "bow", 58),
    ],
)
def test_an_arc_fills_the_box_between_its_marks(
    first: list[str], second: list[str], form: str, height: int
) -> None:
    numbered = [saying(n, edtf) for n, edtf in enumerate([*first, *second])]
    lanes = [(LANE, numbered[: len(first)]), (LANE, numbered[len(first) :])]
    [arc] = laid_out(YEAR, lanes, [(1, 0, ReplyKind.ANSWERS)], date(2018, 7, 1)).arcs
    assert (arc.form, arc.height) == (form, height)
    left, right = sorted((arc.reply.x, arc.answered.x))
    assert arc.x == left
    assert arc.x + arc.width == pytest.approx(right)
    assert arc.y + arc.height == max(arc.reply.y, arc.answered.y)


def test_the_legend_has_just_the_signs_that_occur() -> None:
    sayings = [saying(1, "2018", ""), saying(2, "2018", "opposes"), saying(3, "2018")]
    chart = laid_out(YEAR, [(LANE, sayings)], [], date(2018, 7, 1))
    assert chart.signs == ["opposes", "none"]
    silent = laid_out(YEAR, [(LANE, [saying(1, "2018", "", kind="no_reply")])], [], date.max)
    assert silent.signs == ["silent"]
