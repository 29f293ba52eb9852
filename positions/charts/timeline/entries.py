"""Which statements a timeline shows: the newest rows of the index, as far as they can be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Literal

from django.db.models import F, Q, QuerySet

from positions.charts.axis import Axis, framed
from positions.models import IndexEntry

Lanes = Literal["voice", "proposition"]
Row = tuple[date, date, int, int | None, int | None, str, str | None]
Place = tuple[int | None, int]  # lane and statement
Subjects = list[tuple[int, str, str]]  # proposition, stance and directness
# Rows of the index that are read for one chart; a statement has one for each voice and proposition.
MOST_ROWS = 4000


@dataclass(frozen=True, slots=True)
class Gathered:
    """The statements that can be drawn, newest first.

    ``first`` and ``last`` are the ends of what is known of their days, None where there is none.
    ``cut`` is the first day from which all are there, None where nothing was left out; ``partial``
    says that so many begin on that one day that even of these some are left out.
    """

    subjects: dict[Place, Subjects]
    first: date | None
    last: date | None
    cut: date | None
    partial: bool

    @property
    def lanes(self) -> dict[int | None, list[int]]:
        """The statements of each lane: the most recently active lane first, that of none last."""
        found: dict[int | None, list[int]] = {}
        for lane, statement in self.subjects:
            found.setdefault(lane, []).append(statement)
        if None in found:
            found[None] = found.pop(None)
        return found


def of_voices_themselves(rows: QuerySet[IndexEntry], also: Q | None = None) -> QuerySet[IndexEntry]:
    """Without people who speak for an organisation, whose lane has the statement already."""
    kept = Q(as_spokesperson=False)
    return rows.filter(kept | also if also else kept)


@dataclass(slots=True)
class Room:
    """Room for marks: so many in all, and so many on each page of so many lanes."""

    marks: int
    marks_a_page: int
    lanes_a_page: int
    taken: Counter[int] = field(default_factory=Counter)  # by page
    lanes: dict[int | None, int] = field(default_factory=dict)  # by the order in which they came

    def take(self, places: Iterable[Place]) -> bool:
        """Take room for these marks as well, and say whether there was enough for all of them."""
        for lane, _ in places:
            self.lanes.setdefault(lane, len(self.lanes))
        wanted = Counter(self.lanes[lane] // self.lanes_a_page for lane, _ in places)
        taken = self.taken + wanted
        if taken.total() > self.marks or max(taken.values()) > self.marks_a_page:
            return False
        self.taken = taken
        return True


def gather(
    rows: QuerySet[IndexEntry], by: Lanes, room: Room, since: date | None = None
) -> Gathered:
    """The newest statements of these rows for which there is room; none is over by ``since``.

    Costs one query, with ``since`` two, and reads MOST_ROWS rows at the most, however many there
    are. Where something is left out, whole days are, so that what is drawn is complete from a day
    on.
    """
    lane = f"{by}_id"
    newest = rows.order_by("-earliest", "-statement_id", lane, "proposition_id").values_list(
        *("earliest", "latest", "statement_id", lane, "proposition_id"),
        *("stance", "directness"),
    )
    if since is None:
        read = list(newest[: MOST_ROWS + 1])
    else:
        # Each of the two is one range of an index; asked together, all that ever began is read.
        read = list(newest.filter(earliest__gte=since)[: MOST_ROWS + 1])
        begun_before = newest.filter(earliest__lt=since, latest__gt=F("earliest"))
        read += begun_before[: MOST_ROWS + 1 - len(read)]
    statements = [list(of_one) for _, of_one in groupby(read, key=itemgetter(2))]
    # Of the last statement perhaps not all rows were read.
    over = statements.pop() if len(read) > MOST_ROWS else []
    kept: list[tuple[date, date, dict[Place, Subjects]]] = []
    for of_one in statements:
        places = _places(of_one)
        if not room.take(places):
            over = of_one
            break
        kept.append((*of_one[0][:2], places))
    partial = False
    if over:
        whole_days = [each for each in kept if each[0] > over[0][0]]
        partial = not whole_days
        kept = (
            whole_days
            or kept
            or [(*over[0][:2], dict([*_places(over).items()][: room.marks_a_page]))]
        )
    return Gathered(
        subjects={place: found for *_, places in kept for place, found in places.items()},
        first=min((_known(day, latest) for day, latest, _ in kept), default=None),
        last=max((_known(latest, day) for day, latest, _ in kept), default=None),
        cut=kept[-1][0] if over else None,
        partial=partial,
    )


def axis_of(gathered: Gathered, since: date | None, until: date | None) -> Axis | None:
    """The days asked for, less those of which something was left out; else around what there is.

    None where neither days were asked for nor anything is there.
    """
    first, last = gathered.first or since or until, gathered.last or until or since
    if first is None or last is None:
        return None
    around = framed(min(first, last), max(first, last))
    # What is open on one side may be known on the far side of the range only.
    first = since or min(around.first, framed(until, until).first if until else date.max)
    last = until or max(around.last, framed(first, first).last)
    if gathered.cut and gathered.cut > first:
        first = gathered.cut
    return Axis(first, last)


def _places(rows: list[Row]) -> dict[Place, Subjects]:
    """The lanes of one statement, each with the propositions and stances that it has there."""
    found: dict[Place, Subjects] = {}
    for _, _, statement, lane, proposition, stance, directness in rows:
        subjects = found.setdefault((lane, statement), [])
        if proposition is not None:
            subjects.append((proposition, stance, directness or ""))
    if len(found) > 1:  # a lane of none is for what is in no other
        found.pop((None, statement), None)
    return found


def _known(day: date, other: date) -> date:
    """The day, or the other one where it stands for an open side."""
    return other if day in (date.min, date.max) else day
