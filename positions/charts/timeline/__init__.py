"""The timeline: statements on an axis of time, a lane for each voice or each proposition."""

from positions.charts.timeline.entries import Lanes, of_voices_themselves
from positions.charts.timeline.geometry import Arc, Chart, Lane, Mark
from positions.charts.timeline.lane_entry import Heading, LaneEntry, LaneStance
from positions.charts.timeline.reading import Timeline, read_timeline

__all__ = [
    "Arc",
    "Chart",
    "Heading",
    "Lane",
    "LaneEntry",
    "LaneStance",
    "Lanes",
    "Mark",
    "Timeline",
    "of_voices_themselves",
    "read_timeline",
]
