"""The day as of which a page tells who stands where, and the days on which that changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from positions.charts.matrix import Dated, DayOfChange, days_of_change
from positions.filters import DayFilters
from positions.listing import address, without
from positions.listing.address import Parameters
from positions.models import IndexEntry, Position


class NoDay(Exception):
    """What ``as_of`` says is no day; the message names it and the cure."""


@dataclass(frozen=True, slots=True)
class DayLink:
    """Another day to see the page as of: the words that changed it are of that date."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Days:
    """The day of a page, the changes before and after it, and the addresses of others.

    ``changed_before`` is the day of the change before. ``kept`` is what else its address says;
    ``fixed_url`` says the day even where it is today.
    """

    day: date
    is_today: bool
    changed_before: date | None
    before: DayLink | None
    after: DayLink | None
    url: str
    today_url: str
    fixed_url: str
    kept: list[tuple[str, str]]

    @property
    def asked(self) -> date | None:
        """The day, None where that is today: whatever the page leads to is then of today, too."""
        return None if self.is_today else self.day


def day_asked(request: HttpRequest) -> date:
    """The day that a page is asked for: today where none is.

    Raises:
        NoDay: it is no day.
    """
    filters = DayFilters(request.GET, Position.objects.none())
    for _, value, message, _ in filters.problems():
        raise NoDay(f"as_of={value[:60]}: {message}")
    return filters.day


def days_of(
    held: Iterable[Dated],
    asked: QuerySet[IndexEntry],
    day: date,
    path: str,
    parameters: Parameters | None = None,
) -> Days:
    """The days of a page that shows positions, and who was asked in vain. Two queries.

    ``held`` are the changes of its positions before and after the day.
    """
    today = timezone.localdate()
    before, after = days_of_change(held, asked, day)
    others = without(parameters or {}, "as_of")

    def on(change: DayOfChange | None) -> DayLink | None:
        if change is None or (change.day > today and change.day != day):
            return None
        at = {} if change.day == today else {"as_of": [change.day.isoformat()]}
        return DayLink(change.text, address(path, {**others, **at}))

    return Days(
        day=day,
        is_today=day == today,
        changed_before=before.day if before else None,
        before=on(before),
        after=on(after),
        url=path,
        today_url=address(path, others),
        fixed_url=address(path, {**others, "as_of": [day.isoformat()]}),
        kept=[(key, value) for key, values in others.items() for value in values],
    )
