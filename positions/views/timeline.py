"""The timeline: a page of its own, which draws what the list of statements lists, or a part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.charts.axis import Span, framed
from positions.charts.timeline import Lanes, of_voices_themselves, read_timeline
from positions.dates import UncertainDate
from positions.formats import as_html
from positions.formats.files import links_of
from positions.listing import (
    AnySelection,
    BadQuery,
    FormatLink,
    Problem,
    address,
    read_query,
    without,
)
from positions.models import IndexEntry, Statement
from positions.records.statement import PARTS, STATED, StatementRecord, statement_records
from positions.views.declarations import STATEMENTS, TIMELINE
from positions.views.lists import HtmxRequest, answered, refused

# Marks and, for those who read rather than look, rows of a table: as many as keep the page under
# 200 kB. Whoever wants what came before goes earlier; the list has all.
MOST_MARKS_IN_ALL = 500
MOST_LANES_A_PAGE = 50
MOST_MARKS_A_PAGE = 200
MOST_ROWS_A_PAGE = 90
# On the page of an organisation or a proposition.
MOST_LANES = 20
MOST_MARKS = 50
MOST_ROWS = 25


@dataclass(frozen=True, slots=True)
class Nearest:
    """The statement nearest to an empty range on one side, and the days that show it."""

    side: str
    statement: StatementRecord
    span: Span


@dataclass(frozen=True, slots=True)
class TimelineLinks:
    """The ways on from a timeline with these conditions, in canonical form."""

    parameters: dict[str, list[str]]

    def to(self, span: Span) -> str:
        """The timeline of these days."""
        since, until = span.edtf
        return self._address({**self.parameters, "from": [since], "until": [until]})

    def before(self, day: date) -> str:
        """The timeline of what began before a day."""
        until = date.fromordinal(max(day.toordinal() - 1, 1)).isoformat()
        return self._address({**self.parameters, "until": [until]})

    def page(self, number: int) -> str:
        paging = {"page": [str(number)]} if number > 1 else {}
        return self._address({**self.parameters, **paging})

    @property
    def whole(self) -> str:
        """The timeline from the first statement to the last."""
        return self._address(without(without(self.parameters, "from"), "until"))

    @property
    def ranged(self) -> bool:
        """Whether a range was chosen."""
        return not self.parameters.keys().isdisjoint({"from", "until"})

    @property
    def listed(self) -> str:
        """The same statements as a list."""
        return address(STATEMENTS.url, self.parameters)

    def files(self) -> list[FormatLink]:
        """The same statements to take away."""
        return links_of(STATEMENTS, self.parameters)

    def _address(self, parameters: Mapping[str, list[str]]) -> str:
        return address(reverse("timeline-list"), parameters)


@require_safe
def timeline(request: HtmxRequest) -> HttpResponse:
    """The timeline of the statements that meet the conditions."""
    try:
        selection = read_query(TIMELINE, request.GET)
        return answered(request, selection, partial(_page, request, selection))
    except BadQuery as error:
        return refused(request, error)


def timeline_of(
    rows: QuerySet[IndexEntry], by: Lanes, key: str, slug: str, today: date
) -> dict[str, Any]:
    """What a page about one thing is given of its timeline, and how many rows its table has.

    ``key`` and ``slug`` are the condition by which the whole timeline shows the same.
    """
    return {
        "timeline": read_timeline(
            of_voices_themselves(rows) if by == "voice" else rows,
            by,
            today,
            most_lanes=MOST_LANES,
            most_marks=MOST_MARKS_IN_ALL,
            most_marks_a_page=MOST_MARKS,
        ),
        "links": TimelineLinks({key: [slug]}),
        "most_rows": MOST_ROWS,
    }


def _page(request: HttpRequest, selection: AnySelection, in_place: bool) -> HttpResponse:
    since, until = _bound(selection, "from"), _bound(selection, "until")
    people = [choice.meaning for choice in selection.filters.chosen.get("person", [])]
    rows = of_voices_themselves(selection.filters.rows(), Q(voice__in=people))
    drawn = read_timeline(
        rows,
        "voice",
        timezone.localdate(),
        since=since.earliest if since else None,
        until=until.latest if until else None,
        page=_lanes_page(selection),
        most_lanes=MOST_LANES_A_PAGE,
        most_marks=MOST_MARKS_IN_ALL,
        most_marks_a_page=MOST_MARKS_A_PAGE,
    )
    empty = drawn is None or not drawn.n_statements
    # Of a range alone, the nearest statements say more than how many there are without it.
    loosened_by = selection.filters.chosen.keys() - {"from", "until"}
    if drawn and drawn.page > drawn.n_pages:
        cure = (
            f"Its lanes fill {drawn.n_pages} pages. Write one of them."
            if drawn.n_pages > 1
            else "Its lanes fill one page. Leave it out."
        )
        raise _refusal(selection, "page", cure, str(drawn.page))
    context = {
        **as_html.conditions(selection),
        "in_place": in_place,
        "hidden": as_html.hidden(selection),
        "timeline": drawn,
        "links": TimelineLinks(selection.parameters),
        "most_rows": MOST_ROWS_A_PAGE,
        "nearest": _nearest(selection) if empty else [],
        "spelt": as_html.spelt(selection) if empty else [],
        "loosen": as_html.loosen(selection) if empty and loosened_by else [],
    }
    return render(request, "timeline.html", context)


def _bound(selection: AnySelection, key: str) -> UncertainDate | None:
    chosen = selection.filters.chosen.get(key)
    known: UncertainDate | None = chosen[0].meaning if chosen else None
    return known


def _lanes_page(selection: AnySelection) -> int:
    """The number of the page of lanes; they have no other address."""
    start = selection.start
    if start.number is None:
        key = "after" if start.after else "before"
        raise _refusal(selection, key, "Lanes are paged by number only. Write page=2.")
    return start.number


def _refusal(selection: AnySelection, key: str, message: str, value: str = "") -> BadQuery:
    problem = Problem(key, value, message)
    return BadQuery(selection.declaration, [problem], TIMELINE.url, selection.parameters)


def _nearest(selection: AnySelection) -> list[Nearest]:
    """The last statement before a range with nothing in it, and the first after. Three queries.

    Those of a condition that names objects are asked once more.
    """
    since, until = _bound(selection, "from"), _bound(selection, "until")
    rows = _without_range(selection).filters.rows()
    found: list[tuple[str, int]] = []
    if since and since.earliest:
        before = rows.filter(latest__lt=since.earliest).order_by("-latest", "-statement_id")
        found += [("before", pk) for pk in before.values_list("statement_id", flat=True)[:1]]
    if until and until.latest:
        after = rows.filter(earliest__gt=until.latest).order_by("earliest", "statement_id")
        found += [("after", pk) for pk in after.values_list("statement_id", flat=True)[:1]]
    rows = Statement.objects.filter(pk__in=[pk for _, pk in found]).values(*STATED)
    records = {
        row["pk"]: record
        for row, record in zip(rows, statement_records(rows, unread=PARTS), strict=True)
    }
    return [_near(side, records[pk]) for side, pk in found]


def _near(side: str, statement: StatementRecord) -> Nearest:
    """The range that shows it is framed by months, around the side that is known."""
    known = statement.date
    first, last = known.earliest or known.latest, known.latest or known.earliest
    axis = framed(first or date.min, last or date.min)
    return Nearest(side, statement, axis.span)


def _without_range(selection: AnySelection) -> AnySelection:
    return selection.without("from", "until")
