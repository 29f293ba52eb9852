"""The labels of an axis of time: as fine as they fit beside each other, and never finer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from positions.charts.axis import Axis, Span
from positions.dates.printed import MONTHS

# Sizes on the page, in pixels. Letters of 13 pixels are narrower than this on average.
LETTER = 7.5
GAP = 8
MOST_TICKS = 150  # more fit no screen

YEAR_STEPS = (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
MONTH_STEPS = (6, 3, 1)
DAY_STEPS = (10, 5, 2, 1)
LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the start of some days, in per cent of the axis; the span's label names them.

    ``labelled`` is false of the last one where its label would reach over the end.
    """

    x: float
    span: Span
    labelled: bool = True


@dataclass(frozen=True, slots=True)
class Ticks:
    """``units`` are labelled one by one; ``above`` says, for months and days, of what they are."""

    units: list[Tick]
    above: list[Tick]


@dataclass(frozen=True, slots=True)
class Step:
    """A way to divide time: about so many days each, the units that start on an axis, and above."""

    days: int
    units: Callable[[Axis], Iterator[Span]]
    above: Callable[[Axis], Iterator[Span]]


def ticks(axis: Axis, width: float) -> Ticks:
    """The finest labels of which none reaches into the next, on an axis of so many pixels."""
    best = Ticks([], [])
    for step in STEPS:
        if axis.days > step.days * MOST_TICKS:
            break
        units = [_tick(axis.at(span.first), span, width) for span in step.units(axis)]
        above = [_tick(max(0.0, axis.at(span.first)), span, width) for span in step.above(axis)]
        if not fits(above[:2], width):  # the unit that began before the axis has no room
            above = above[1:]
        if units and fits(units, width) and fits(above, width):
            best = Ticks(units, above)
    return best


def _tick(x: float, span: Span, width: float) -> Tick:
    return Tick(x, span, labelled=x / 100 * width + len(span.label) * LETTER <= width)


def fits(row: Sequence[Tick], width: float) -> bool:
    """Whether each label ends before the next one begins."""
    return all(
        tick.x / 100 * width + len(tick.span.label) * LETTER + GAP <= following.x / 100 * width
        for tick, following in pairwise(row)
    )


def _years(step: int, axis: Axis, *, begun: bool = False) -> Iterator[Span]:
    """The years divisible by the step that start on the axis; ``begun``: or just before it."""
    start = axis.first.year
    for year in range(max(1, start - start % step), axis.last.year + 1):
        if year % step == 0 and (begun or date(year, 1, 1) >= axis.first):
            last = date(min(year + step - 1, date.max.year), LAST_MONTH, 31)
            yield Span(date(year, 1, 1), last, str(year))


def _months(step: int, axis: Axis, *, begun: bool = False) -> Iterator[Span]:
    """The months in which a year's equal parts start; ``begun`` names them with their year."""
    number = axis.first.year * LAST_MONTH + axis.first.month - 1
    for start in range(number - number % step, axis.last.year * LAST_MONTH + axis.last.month, step):
        first = _first_of(start)
        label = f"{MONTHS[first.month - 1]} {first.year}" if begun else MONTHS[first.month - 1][:3]
        if begun or first >= axis.first:
            yield Span(first, _last_before(start + step), label)


def _days(step: int, axis: Axis) -> Iterator[Span]:
    """Every so many days of each month from its first; what is left at its end joins the last."""
    for month in _months(1, axis, begun=True):
        length = month.last.day
        starts = [day for day in range(1, length + 1, step) if day + step - 1 <= length]
        for day, following in zip(starts, [*starts[1:], length + 1], strict=True):
            first, last = month.first.replace(day=day), month.first.replace(day=following - 1)
            if axis.shows(first):
                yield Span(first, last, str(day))


def _first_of(number: int) -> date:
    """The first day of a month, counted from January of the year 0."""
    return date(number // LAST_MONTH, number % LAST_MONTH + 1, 1)


def _last_before(number: int) -> date:
    """The last day before a month."""
    if number // LAST_MONTH > date.max.year:
        return date.max
    return date.fromordinal(_first_of(number).toordinal() - 1)


def _nothing(_: Axis) -> Iterator[Span]:
    yield from ()


# From the coarsest to the finest.
STEPS = [
    *(Step(step * 365, partial(_years, step), _nothing) for step in YEAR_STEPS),
    *(
        Step(step * 30, partial(_months, step), partial(_years, 1, begun=True))
        for step in MONTH_STEPS
    ),
    *(Step(step, partial(_days, step), partial(_months, 1, begun=True)) for step in DAY_STEPS),
]
