"""Reads a timeline: narrow rows first, then the wide rows of what is drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from positions.charts.axis import Axis
from positions.charts.timeline.entries import Gathered, Lanes, Room, axis_of, gather
from positions.charts.timeline.geometry import Chart, laid_out
from positions.charts.timeline.lane_entry import Heading, LaneEntry, LaneStance
from positions.charts.timeline.sheets import Part, parts_of
from positions.choices import ReplyKind, StatementKind
from positions.dates import parse
from positions.models import IndexEntry, Proposition, Reply, Stakeholder, Statement
from positions.records import Ref
from positions.records.parts import NAMED, address, by_value, ref, stakeholder_ref

KINDS = by_value(StatementKind)
REPLY_KINDS = by_value(ReplyKind)
WIDE = ("slug", "title", "date_edtf", "kind")
NO_PROPOSITION = Heading("On none of the propositions", "On none of the propositions", "")


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of a timeline: some of its lanes, on an axis that all of its pages share.

    ``n_lanes`` and ``n_statements`` are those of all pages. ``cut`` and ``partial``: see Gathered.
    """

    chart: Chart
    n_lanes: int
    n_statements: int
    page: int
    n_pages: int
    cut: date | None
    partial: bool

    @property
    def parts(self) -> list[Part]:
        """The chart in pictures, each of which fits on a sheet of paper."""
        return parts_of(self.chart)

    @property
    def n_marks(self) -> int:
        """How many marks this page has."""
        return sum(len(lane.marks) for lane in self.chart.lanes)


def read_timeline(
    rows: QuerySet[IndexEntry],
    by: Lanes,
    today: date,
    *,
    since: date | None = None,
    until: date | None = None,
    page: int = 1,
    most_lanes: int,
    most_marks: int,
    most_marks_a_page: int,
) -> Timeline | None:
    """These rows from ``since`` to ``until``, or as far as they reach. Six queries at most.

    The rows overlap that range already. None where there is nothing to draw, nor a range to show.
    A page that does not exist has no lanes.
    """
    gathered = gather(rows, by, Room(most_marks, most_marks_a_page, most_lanes), since)
    axis = axis_of(gathered, since, until)
    if axis is None:
        return None
    lanes = gathered.lanes
    shown = dict([*lanes.items()][(page - 1) * most_lanes : page * most_lanes])
    return Timeline(
        chart=_chart(axis, gathered, shown, by, today),
        n_lanes=len(lanes),
        n_statements=len({statement for _, statement in gathered.subjects}),
        page=page,
        n_pages=max(1, -(-len(lanes) // most_lanes)),
        cut=gathered.cut,
        partial=gathered.partial,
    )


def _chart(
    axis: Axis, gathered: Gathered, lanes: dict[int | None, list[int]], by: Lanes, today: date
) -> Chart:
    statements = {statement for of_lane in lanes.values() for statement in of_lane}
    places = [(lane, statement) for lane, of_lane in lanes.items() for statement in of_lane]
    propositions = _propositions(
        {proposition for place in places for proposition, _, _ in gathered.subjects[place]}
    )
    voices = _voices([lane for lane in lanes if lane]) if by == "voice" else {}
    wide = _statements(statements)

    def heading(lane: int | None) -> Heading:
        if lane is None:
            return NO_PROPOSITION
        if by == "voice":
            return voices[lane]
        return Heading(propositions[lane].label, propositions[lane].label, propositions[lane].url)

    def saying(lane: int | None, statement: int) -> LaneEntry:
        stands = sorted(
            (
                LaneStance(stance, propositions[pk], directness)
                for pk, stance, directness in gathered.subjects[lane, statement]
            ),
            key=lambda stand: stand.proposition.label,
        )
        slug, title, edtf, kind = wide[statement]
        return LaneEntry(
            statement=statement,
            kind=KINDS[kind],
            title=title,
            url=address("statement", slug),
            date=parse(edtf),
            stands=tuple(stands),
        )

    return laid_out(
        axis,
        [
            (heading(lane), [saying(lane, statement) for statement in of_lane])
            for lane, of_lane in lanes.items()
        ],
        _replies(statements),
        today,
    )


def _statements(ids: Collection[int]) -> dict[int, tuple[str, str, str, str]]:
    """Slug, title, date and kind by id."""
    rows = Statement.objects.filter(pk__in=ids).order_by()
    return {pk: found for pk, *found in rows.values_list("pk", *WIDE)}


def _propositions(ids: Collection[int]) -> dict[int, Ref]:
    rows = Proposition.objects.filter(pk__in=ids).order_by()
    return {
        pk: ref("proposition", slug, label, "")
        for pk, slug, label in rows.values_list("pk", "slug", "short_label")
    }


def _voices(ids: Sequence[int]) -> dict[int, Heading]:
    rows = Stakeholder.objects.filter(pk__in=ids).order_by().values("pk", *NAMED)
    voices = {row["pk"]: stakeholder_ref(row, "", "") for row in rows}
    return {pk: Heading(voice.short_name, voice.name, voice.url) for pk, voice in voices.items()}


def _replies(ids: Collection[int]) -> Iterator[tuple[int, int, ReplyKind]]:
    rows = Reply.objects.filter(from_statement__in=ids, to_statement__in=ids).order_by("pk")
    for reply, answered, kind in rows.values_list("from_statement", "to_statement", "kind"):
        yield reply, answered, REPLY_KINDS[kind]
