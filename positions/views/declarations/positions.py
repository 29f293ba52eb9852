"""Who stands where, and who changed sides."""

from __future__ import annotations

from datetime import date, datetime

from positions.filters import PositionFilters, ShiftFilters
from positions.listing import Declaration, Key, Sort
from positions.models import Position
from positions.records import (
    PositionRecord,
    ShiftRecord,
    columns,
    entries,
    fetch_positions,
    fetch_shifts,
)
from positions.views.declarations.orders import by_holder

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
        "newest": Sort("Newest first", (Key("held_from", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("held_from", date),)),
        "added": Sort(
            "Last added first",
            (Key("seen_at", datetime),),
            descending=True,
        ),
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
        "newest": Sort("Newest first", (Key("held_from", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("held_from", date),)),
        # It is on record once readers can see both of its statements.
        "added": Sort(
            "Last added first",
            (Key("shift_seen_at", datetime),),
            descending=True,
        ),
        "holder": by_holder(),
    },
    feed_sort="added",
    columns=columns.SHIFT_COLUMNS,
    entry=entries.shift_entry,
)
