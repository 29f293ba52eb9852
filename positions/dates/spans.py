"""The span of time in which something happened between two uncertain dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from positions.dates.edtf import UncertainDate, parse


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day on which it can have happened, None where open, and in words."""

    earliest: date | None
    latest: date | None
    printed: str


def between(earlier: UncertainDate, later: UncertainDate) -> Span:
    """When something happened of which the one date is before and the other after it.

    From the first day that the earlier one can mean to the last day that the later one can. The
    words are those of the dates themselves, and so no more exact than these: "between May 2018 and
    7 February 2019". An open side is left out.
    """
    first, last = earlier.earliest, later.latest
    start = _end_of(earlier, 0) if first else None
    end = _end_of(later, -1) if last else None
    return Span(first, last, _in_words(start, end))


def _end_of(known: UncertainDate, which: int) -> UncertainDate:
    """One end of an interval; any other date is both of its own ends."""
    return parse(known.edtf.split("/")[which])


def _in_words(start: UncertainDate | None, end: UncertainDate | None) -> str:
    if start is None:
        return f"by {end.printed}" if end else "at a time that is not known"
    if end is None:
        return f"after {start.printed}"
    if start.printed != end.printed:
        return f"between {start.printed} and {end.printed}"
    if start.approximate:
        return start.printed
    return f"{'on' if start.precision == 'day' else 'in'} {start.printed}"
