"""Who stands where, and who changed sides."""

from __future__ import annotations

from positions.filters import PositionFilters, ShiftFilters
from positions.listing import Declaration
from positions.models import Position
from positions.records import (
    PositionRecord,
    ShiftRecord,
    columns,
    entries,
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
