"""Who stands where, who changed sides, and what changed between two days."""

from __future__ import annotations

from positions.filters import ChangeFilters, PositionFilters, ShiftFilters
from positions.listing import Declaration
from positions.models import IndexEntry, Position
from positions.records import (
    ChangeRecord,
    PositionRecord,
    ShiftRecord,
    columns,
    entries,
    fetch_changes,
    fetch_positions,
    fetch_shifts,
)
from positions.views.declarations.orders import by_day, by_holder, last_added

POSITIONS = Declaration(
    noun="position",
    plural="positions",
    title="Positions",
    description="Who stands where on what as of a day, and by which words.",
    filters=PositionFilters,
    rows=Position.objects.all,
    record=PositionRecord,
    fetch=lambda ids, filters, site: fetch_positions(ids, filters.day, site),
    sorts={
        **by_day("held_from"),
        "added": last_added("seen_at"),
        "holder": by_holder(),
    },
    feed_sort="added",
    columns=columns.POSITION_COLUMNS,
    entry=entries.position_entry,
    path="positions/list",
)

SHIFTS = Declaration(
    noun="shift",
    plural="shifts",
    title="Shifts",
    description="Who changed sides on what: the words of then beside the words of now.",
    filters=ShiftFilters,
    rows=Position.objects.shifts,
    record=ShiftRecord,
    fetch=lambda ids, _, site: fetch_shifts(ids, site),
    sorts={
        **by_day("held_from"),
        # It is on record once readers can see both of its statements.
        "added": last_added("shift_seen_at"),
        "holder": by_holder(),
    },
    feed_sort="added",
    columns=columns.SHIFT_COLUMNS,
    entry=entries.shift_entry,
)

CHANGES = Declaration(
    noun="change",
    plural="changes",
    title="What changed",
    description="Whose position on one day differs from that on an earlier day, and in which way.",
    filters=ChangeFilters,
    rows=IndexEntry.objects.all,
    record=ChangeRecord,
    fetch=lambda ids, filters, site: fetch_changes(ids, filters.first, filters.day, site),
    sorts={
        **by_day("earliest"),
        "added": last_added("published_at"),
        "holder": by_holder("voice"),
    },
    feed_sort="added",
    columns=columns.CHANGE_COLUMNS,
    entry=entries.change_entry,
    path="positions/changes",
)
