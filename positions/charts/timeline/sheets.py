"""Parts of a timeline, each no higher than a sheet of paper holds: it is drawn part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from positions.charts.timeline.geometry import (
    LANE_GAP,
    LEVEL_HEIGHT,
    NAME_HEIGHT,
    Arc,
    Chart,
    Lane,
)
from positions.charts.timeline.lane_entry import Heading

# Pixels down that a sheet holds, of A4 or Letter, at half their size and with the axis above.
SHEET_HEIGHT = 1500
_MOST_LEVELS = (SHEET_HEIGHT - NAME_HEIGHT - LANE_GAP) // LEVEL_HEIGHT


@dataclass(frozen=True, slots=True)
class Part:
    """Lanes that are drawn as one picture, ``height`` pixels from ``y`` on.

    ``arcs`` are those that begin, end or pass here. A lane that is higher than a sheet is cut
    between its levels: ``continued`` is its heading where the part begins within it.
    """

    lanes: list[Lane]
    arcs: list[Arc]
    y: int
    height: int
    continued: Heading | None


def parts_of(chart: Chart) -> list[Part]:
    """The whole chart from top to bottom, in one part where it fits on one sheet."""
    sheets: list[list[Lane]] = []
    for strip in (strip for lane in chart.lanes for strip in _strips(lane)):
        if sheets and strip.y + strip.height - sheets[-1][0].y <= SHEET_HEIGHT:
            sheets[-1].append(strip)
        else:
            sheets.append([strip])
    begins = {lane.y for lane in chart.lanes}
    return [_part(chart, lanes, is_continued=lanes[0].y not in begins) for lanes in sheets]


def _part(chart: Chart, lanes: list[Lane], *, is_continued: bool) -> Part:
    top, foot = lanes[0].y, lanes[-1].y + lanes[-1].height
    return Part(
        lanes=lanes,
        arcs=[arc for arc in chart.near_arcs if arc.y < foot and arc.y + arc.height > top],
        y=top,
        height=foot - top,
        continued=lanes[0].heading if is_continued else None,
    )


def _strips(lane: Lane) -> Iterator[Lane]:
    """The lane itself; cut between its levels where it is higher than a sheet."""
    last = max((mark.level for mark in lane.marks), default=0) // _MOST_LEVELS
    y = lane.y
    for number in range(last + 1):
        foot = lane.y + NAME_HEIGHT + _MOST_LEVELS * LEVEL_HEIGHT * (number + 1)
        if number == last:
            foot = lane.y + lane.height
        marks = [mark for mark in lane.marks if mark.level // _MOST_LEVELS == number]
        yield Lane(lane.heading, y, foot - y, marks)
        y = foot
