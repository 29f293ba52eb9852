"""An axis of time: days to per cent of its length, and the ranges around the one it shows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from positions.dates import parse

LAST_MONTH = 12
# A range of at most so many days is framed by whole months, a longer one by whole years.
FRAMED_BY_MONTHS = 3 * 366


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both included, and what a link to them is called."""

    first: date
    last: date
    label: str = ""

    @property
    def edtf(self) -> tuple[str, str]:
        """First and last day as an address writes them: by years or months where these are whole.

        >>> Span(date(2018, 5, 1), date(2018, 6, 30)).edtf
        ('2018-05', '2018-06')
        """
        first, last = self.first, self.last
        if last.day < monthrange(last.year, last.month)[1] or first.day > 1:
            return first.isoformat(), last.isoformat()
        if (first.month, last.month) != (1, LAST_MONTH):
            return first.isoformat()[:7], last.isoformat()[:7]
        return first.isoformat()[:4], last.isoformat()[:4]

    @property
    def printed(self) -> str:
        """The days in words: "2018", "May 2018 to June 2018"."""
        first, last = self.edtf
        return parse(first if first == last else f"{first}/{last}").printed


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from the start of ``first`` to the end of ``last``, as 0 to 100 per cent."""

    first: date
    last: date

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def days(self) -> int:
        return self.last.toordinal() - self.first.toordinal() + 1

    def at(self, day: date) -> float:
        """Where the day starts, in per cent; below 0 or above 100 outside of the axis."""
        return 100 * (day.toordinal() - self.first.toordinal()) / self.days

    def across(self, earliest: date, latest: date) -> tuple[float, float]:
        """Start and end of the days from one to the other, cut off where the axis ends."""
        after = 100 * (latest.toordinal() + 1 - self.first.toordinal()) / self.days
        return min(max(self.at(earliest), 0.0), 100.0), max(min(after, 100.0), 0.0)

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def zoomed_in(self) -> Span | None:
        """The middle half; None where a single day is shown already."""
        quarter = self.days // 4
        return self._moved(quarter, -quarter) if quarter else self._moved(0, -1)

    @property
    def zoomed_out(self) -> Span | None:
        """Twice the length around the same middle; None where there is no more time."""
        half = max(1, self.days // 2)
        return self._moved(-half, half)

    @property
    def earlier(self) -> Span | None:
        """The same length, half of it back."""
        half = max(1, self.days // 2)
        return self._moved(-half, -half) if self.first > date.min else None

    @property
    def later(self) -> Span | None:
        """The same length, half of it on."""
        half = max(1, self.days // 2)
        return self._moved(half, half) if self.last < date.max else None

    @property
    def around(self) -> list[Span]:
        """The decade, year and month that hold the whole axis and are longer; largest first."""
        return [span for span in self._units() if self.last <= span.last]

    def _units(self) -> Iterator[Span]:
        year, month = self.first.isoformat()[:4], self.first.isoformat()[:7]
        for edtf in (f"{year[:3]}X", year, month):
            if edtf == "000X":  # there is no year 0
                continue
            unit = parse(edtf)
            if unit.earliest and unit.latest and (unit.earliest, unit.latest) != self._ends:
                yield Span(unit.earliest, unit.latest, unit.printed)

    @property
    def _ends(self) -> tuple[date, date]:
        return self.first, self.last

    def _moved(self, first_by: int, last_by: int) -> Span | None:
        """The ends moved by so many days, as far as there are days; None if nothing is moved."""
        first = max(self.first.toordinal() + first_by, 1)
        last = min(self.last.toordinal() + last_by, date.max.toordinal())
        moved = Span(date.fromordinal(first), date.fromordinal(last))
        if first > last or (moved.first, moved.last) == self._ends:
            return None
        return moved


def framed(earliest: date, latest: date) -> Axis:
    """An axis around these days that begins and ends with whole months, or years if it is long."""
    if latest.toordinal() - earliest.toordinal() < FRAMED_BY_MONTHS:
        first, month = earliest.replace(day=1), latest.month
    else:
        first, month = earliest.replace(month=1, day=1), LAST_MONTH
    return Axis(first, date(latest.year, month, monthrange(latest.year, month)[1]))
