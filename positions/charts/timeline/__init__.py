"""The timeline: statements on an axis of time, a lane for each voice or each proposition."""

from positions.charts.timeline.entries import Lanes, of_voices_themselves
from positions.charts.timeline.geometry import Arc, Chart, Lane, Mark
from positions.charts.timeline.reading import Timeline, read_timeline
from positions.charts.timeline.saying import Heading, Saying, Stand

__all__ = [
    "Arc",
    "Chart",
    "Heading",
    "Lane",
    "Lanes",
    "Mark",
    "Saying",
    "Stand",
    "Timeline",
    "of_voices_themselves",
    "read_timeline",
]
