"""Where each statement stands on a timeline: per cent of the axis across, pixels down. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from positions.charts.axis import Axis
from positions.charts.ticks import Ticks, ticks
from positions.charts.timeline.lane_entry import NONE, SEVERAL, SILENT, Heading, LaneEntry
from positions.choices import ReplyKind, Stance
from positions.dates import UncertainDate

# Widths of the chart in pixels: on the narrowest screen, between, and at the least where there is
# something beside it.
NARROW, MIDDLE, WIDE = 288, 480, 576
# A sign is 14 pixels wide, and a bar is never drawn shorter than 32. Signs are kept apart at the
# middle width; on the narrowest screen they may reach into each other, but never hide each other.
SIGN = 100 * 16 / MIDDLE
BAR = 100 * 34 / MIDDLE

NAME_HEIGHT = 24
LEVEL_HEIGHT = 24  # as high as a target for a finger should be
LANE_GAP = 10
ARCH_HEIGHT = 16
LONGEST_ARC = 300  # pixels down, some five lanes: one that crosses more is not drawn
STEEP = 0.5  # per cent across within which a slanting arc could not be told from a line
SIGNS = (*(str(stance.value) for stance in Stance), SEVERAL, SILENT, NONE)
OPEN_ENDS = ("", "..")
QUALIFIERS = ("?", "~", "%")


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in one lane: from ``start`` to ``end`` it may have been, its sign is at ``x``.

    ``is_bar`` says that the span is drawn: of what is not known to the day, and of a day that is
    wider than a sign. ``is_short``: the former is shorter than the shortest bar, which is drawn
    instead. An end is soft where it is open, approximate or uncertain.
    """

    saying: LaneEntry
    x: float
    start: float
    end: float
    y: int
    level: int
    is_bar: bool
    is_short: bool
    soft_start: bool
    soft_end: bool

    @property
    def soft(self) -> str:
        """Which ends are soft: "both", "start", "end" or ""."""
        if self.soft_start and self.soft_end:
            return "both"
        return "start" if self.soft_start else "end" if self.soft_end else ""


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one voice or proposition, oldest first, below its name."""

    heading: Heading
    y: int
    height: int
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Arc:
    """A reply, drawn between the marks of the two statements.

    It fills the box of ``width`` per cent by ``height`` pixels at ``x`` and ``y``.
    """

    kind: ReplyKind
    reply: Mark
    answered: Mark

    @property
    def x(self) -> float:
        return min(self.reply.x, self.answered.x)

    @property
    def width(self) -> float:
        return abs(self.reply.x - self.answered.x)

    @property
    def y(self) -> int:
        top = min(self.reply.y, self.answered.y)
        return top - ARCH_HEIGHT if self.form == "arch" else top

    @property
    def height(self) -> int:
        return abs(self.reply.y - self.answered.y) or ARCH_HEIGHT

    @property
    def form(self) -> Literal["arch", "bow", "fall", "rise"]:
        """Over one level, beside one spot, or slanting across, down or up as time goes on."""
        if self.width < STEEP:
            return "bow"
        if self.reply.y == self.answered.y:
            return "arch"
        falls = (self.reply.x < self.answered.x) == (self.reply.y < self.answered.y)
        return "fall" if falls else "rise"


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn. ``today`` is where the day is, None where it is not on the axis."""

    axis: Axis
    wide: Ticks
    narrow: Ticks
    lanes: list[Lane]
    arcs: list[Arc]
    height: int
    today: float | None

    @property
    def marks(self) -> list[Mark]:
        """All marks, as they are read: lane by lane, oldest first."""
        return [mark for lane in self.lanes for mark in lane.marks]

    @property
    def rows(self) -> list[tuple[Heading, LaneEntry]]:
        """What each mark says, and in which lane; in the same order."""
        return [(lane.heading, mark.saying) for lane in self.lanes for mark in lane.marks]

    @property
    def near_arcs(self) -> list[Arc]:
        """The arcs that are drawn: over a dozen lanes, no eye follows one."""
        return [arc for arc in self.arcs if arc.height <= LONGEST_ARC]

    @property
    def signs(self) -> list[str]:
        """The signs that occur, in the order of the legend."""
        used = {mark.saying.sign for mark in self.marks}
        return [sign for sign in SIGNS if sign in used]

    @property
    def replies(self) -> Mapping[int, list[Arc]]:
        """The arcs of each statement that replies to others."""
        found: dict[int, list[Arc]] = {}
        for arc in self.arcs:
            found.setdefault(arc.reply.saying.statement, []).append(arc)
        return found


def laid_out(
    axis: Axis,
    lanes: Iterable[tuple[Heading, Sequence[LaneEntry]]],
    replies: Iterable[tuple[int, int, ReplyKind]],
    today: date,
) -> Chart:
    """The chart of these lanes, from top to bottom; ``replies`` name two statements by id."""
    placed: list[Lane] = []
    y = 0
    for heading, sayings in lanes:
        marks = marks_of(axis, sayings, y + NAME_HEIGHT)
        levels = max((mark.level for mark in marks), default=0) + 1
        height = NAME_HEIGHT + levels * LEVEL_HEIGHT + LANE_GAP
        placed.append(Lane(heading, y, height, marks))
        y += height
    return Chart(
        axis=axis,
        wide=ticks(axis, WIDE),
        narrow=ticks(axis, NARROW),
        lanes=placed,
        arcs=arcs_between(placed, replies),
        height=y,
        today=axis.at(today) if axis.shows(today) else None,
    )


def marks_of(axis: Axis, sayings: Iterable[LaneEntry], top: int = 0) -> list[Mark]:
    """The marks of one lane, oldest first; none reaches into another on the same level."""
    ends: list[float] = []  # where the last mark of each level ends
    marks = []
    for saying in sorted(sayings, key=_order):
        start, end = span_of(axis, saying.date)
        coarse = is_coarse(saying.date)
        x = _sign_at(axis, saying.date, start, end)
        reach = max(end - start, BAR if coarse else SIGN) / 2
        begins, over = min(start, x - reach), max(end, x + reach)
        level = next((n for n, taken in enumerate(ends) if taken <= begins), len(ends))
        ends[level : level + 1] = [over]
        soft_start, soft_end = soft_ends(saying.date)
        marks.append(
            Mark(
                saying=saying,
                x=x,
                start=start,
                end=end,
                y=top + level * LEVEL_HEIGHT + LEVEL_HEIGHT // 2,
                level=level,
                is_bar=coarse or end - start > SIGN,
                is_short=coarse and end - start < BAR,
                soft_start=soft_start,
                soft_end=soft_end,
            )
        )
    return marks


def span_of(axis: Axis, known: UncertainDate) -> tuple[float, float]:
    """Start and end of all the days that the date may be, cut off where the axis ends."""
    return axis.across(known.earliest or date.min, known.latest or date.max)


def is_coarse(known: UncertainDate) -> bool:
    """Whether it is not known to the day."""
    return known.earliest != known.latest or known.approximate or known.uncertain


def soft_ends(known: UncertainDate) -> tuple[bool, bool]:
    """Whether the start and the end are open, approximate or uncertain; from the EDTF text."""
    start, slash, end = known.edtf.partition("/")
    return _is_soft(start), _is_soft(end if slash else start)


def _is_soft(edtf: str) -> bool:
    return edtf in OPEN_ENDS or edtf.endswith(QUALIFIERS)


def _sign_at(axis: Axis, known: UncertainDate, start: float, end: float) -> float:
    """In the middle of what is shown, or at the one end that is known where that is shown."""
    if known.earliest is None and known.latest and axis.shows(known.latest):
        return end
    if known.latest is None and known.earliest and axis.shows(known.earliest):
        return start
    return (start + end) / 2


def _order(saying: LaneEntry) -> tuple[date, date, int]:
    return saying.date.earliest or date.min, saying.date.latest or date.max, saying.statement


def arcs_between(lanes: Iterable[Lane], replies: Iterable[tuple[int, int, ReplyKind]]) -> list[Arc]:
    """One arc for each reply between two statements shown, by those marks that are closest."""
    marks: Mapping[int, list[Mark]] = defaultdict(list)
    for lane in lanes:
        for mark in lane.marks:
            marks[mark.saying.statement].append(mark)
    found = []
    for reply, answered, kind in replies:
        pairs = [(one, other) for one in marks[reply] for other in marks[answered]]
        if pairs:
            found.append(Arc(kind, *min(pairs, key=lambda pair: abs(pair[0].y - pair[1].y))))
    return found
