"""Stance through time: how many held which stance on a proposition, change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery

from positions.charts.axis import Axis, framed
from positions.charts.ticks import Ticks, ticks
from positions.choices import Stance
from positions.models import Position
from positions.records import DateRecord, Ref, StakeholderRef
from positions.records.parts import (
    CITED,
    DATED,
    NAMED,
    columns,
    date_record,
    ref,
    stakeholder_ref,
)

WIDTH = 288  # pixels that each small chart has at the least
MOST_STEPS = 200
MOST_CHANGES = 1000
MOST_TOLD = 8  # of the newest steps: points that lead on, and rows of the table
DIRECTNESSES = ("directness", "directness_before")


@dataclass(frozen=True, slots=True)
class StanceChange:
    """From a day on a holder stands so; ``before`` is its stance until then, "" if it had none.

    Either stance was said or only follows from the words, as its directness has it.
    """

    day: date
    before: str
    stance: str
    holder: StakeholderRef
    statement: Ref
    date: DateRecord
    directness: str
    directness_before: str


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which somebody's stance changed, and how many held each stance from then on."""

    day: date
    changes: tuple[StanceChange, ...]
    counts: Mapping[str, int]

    @property
    def when(self) -> str:
        """The day in words, as exactly as the statements that changed something are dated."""
        return ", ".join(dict.fromkeys(change.date.text for change in self.changes))


@dataclass(frozen=True, slots=True)
class Point:
    """Where a count changed: per cent across, per cent down, and the new count."""

    x: float
    y: float
    step: Step
    count: int


@dataclass(frozen=True, slots=True)
class Staircase:
    """How many held one stance: the line in a square of 100 by 100, and points at the steps told.

    All staircases of a chart have the same scale. ``now`` is the count as of today.
    """

    stance: Stance
    line: str
    points: list[Point]
    now: int


@dataclass(frozen=True, slots=True)
class ThroughTime:
    """The chart; ``highest`` is the top of its scale; ``cut``: older steps are left out.

    Of the steps that are drawn, the newest are ``told``: each has points, and changes in words.
    """

    axis: Axis
    ticks: Ticks
    steps: list[Step]
    staircases: list[Staircase]
    highest: int
    cut: bool

    @property
    def told(self) -> list[Step]:
        return self.steps[-MOST_TOLD:]


def through_time(proposition: int, today: date) -> ThroughTime | None:
    """All steps on a proposition, or the newest of them; None without any. Three queries."""
    changes = _changes(proposition)
    if not changes:
        return None
    counts = dict(
        Position.objects.filter(proposition=proposition, held_until__isnull=True)
        .order_by()
        .values_list("stance")
        .annotate(Count("pk"))
    )
    steps = stepped(changes[:MOST_CHANGES], counts)
    if len(changes) > MOST_CHANGES and len(steps) > 1:
        steps = steps[1:]  # perhaps not all of its changes were read
    cut = len(changes) > MOST_CHANGES or len(steps) > MOST_STEPS
    return drawn(steps[-MOST_STEPS:], today, cut=cut)


def stepped(changes: Iterable[StanceChange], counts: Mapping[str, int]) -> list[Step]:
    """The steps, oldest first, of changes that come newest first and led to these counts."""
    here = Counter(counts)
    steps = []
    for day, of_day in groupby(changes, key=attrgetter("day")):
        those = tuple(of_day)
        steps.append(Step(day, those, {str(s.value): here[s.value] for s in Stance}))
        for change in those:
            here[change.stance] -= 1
            if change.before:
                here[change.before] += 1
    return steps[::-1]


def drawn(steps: Sequence[Step], today: date, *, cut: bool = False) -> ThroughTime:
    """The chart of these steps, of which there is one at least, to today or the last of them."""
    known = [step.day for step in steps if step.day > date.min] or [today]
    # Of the days before the first step that is left, nothing is known.
    first = known[0] if cut else framed(known[0], known[0]).first
    axis = Axis(first, max(today, known[-1]))
    highest = max(max(step.counts.values()) for step in steps)
    return ThroughTime(
        axis=axis,
        ticks=ticks(axis, WIDTH),
        steps=list(steps),
        staircases=[
            _staircase(stance, axis, steps, highest, today, cut=cut)
            for stance in Stance
            if any(step.counts[stance.value] for step in steps)
        ],
        highest=highest,
        cut=cut,
    )


def _staircase(
    stance: Stance, axis: Axis, steps: Sequence[Step], highest: int, today: date, *, cut: bool
) -> Staircase:
    """The line holds each count until the next step, and the last until the axis ends."""
    count = steps[0].counts[stance.value] if cut else 0
    now = next((s.counts[stance.value] for s in reversed(steps) if s.day <= today), 0)
    line = [f"M0 {_down(count, highest)}"]
    points = []
    for place, step in enumerate(steps):
        if step.counts[stance.value] != count:
            count = step.counts[stance.value]
            point = Point(max(axis.at(step.day), 0.0), _down(count, highest), step, count)
            if place >= len(steps) - MOST_TOLD:
                points.append(point)
            line.append(f"H{point.x:.3f}V{point.y}")
    return Staircase(stance, "".join([*line, "H100"]), points, now)


def _down(count: int, highest: int) -> float:
    return round(100 - 100 * count / highest, 2)


def _changes(proposition: int) -> list[StanceChange]:
    """The newest changes, and one more than MOST_CHANGES if there are more. Costs two queries.

    What was said again is none, and neither is what on the same day gave way to other words.
    """
    held = Position.objects.filter(proposition=proposition).filter(
        Q(held_until__isnull=True) | Q(held_until__gt=F("held_from"))
    )
    # What held until the day on which the next began, looked up for as many as are wanted: from the
    # newest back, since a busy holder has said thousands of things before.
    ended = Position.objects.filter(
        holder=OuterRef("holder"),
        proposition=OuterRef("proposition"),
        held_until=OuterRef("held_from"),
        held_from__lt=OuterRef("held_from"),
    ).order_by("-held_from")
    before = Subquery(ended.values("stance")[:1])
    said_before = ended.values("directness")[:1]
    newest = (
        held.annotate(before=before)
        .filter(Q(before__isnull=True) | ~Q(before=F("stance")))
        .order_by("-held_from", "-id")
        .values_list("pk", "before")[: MOST_CHANGES + 1]
    )
    stood = dict(newest)
    wide = ("pk", "held_from", "stance", *columns("holder__", NAMED), *DIRECTNESSES)
    rows = {
        row["pk"]: row
        for row in Position.objects.filter(pk__in=stood)
        .order_by()
        .annotate(directness_before=Subquery(said_before))
        .values(*wide, *columns("statement__", CITED[:2]), *columns("statement__", DATED))
    }
    return [_change(rows[pk], was or "") for pk, was in stood.items() if pk in rows]


def _change(row: Mapping[str, Any], before: str) -> StanceChange:
    return StanceChange(
        day=row["held_from"],
        before=before,
        stance=row["stance"],
        holder=stakeholder_ref(row, "holder__", ""),
        statement=ref("statement", row["statement__slug"], row["statement__title"], ""),
        date=date_record(row, "statement__"),
        directness=row["directness"],
        directness_before=row["directness_before"] or "",
    )
