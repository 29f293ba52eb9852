"""The list of corrections, declared for all of its formats; it stands with the other lists."""

from __future__ import annotations

from datetime import date

from positions.filters import CorrectionFilters
from positions.listing import Declaration, Key, Sort
from positions.models import Correction
from positions.records import CorrectionRecord, columns, entries, fetch_corrections

CORRECTIONS = Declaration(
    noun="correction",
    plural="corrections",
    title="Corrections",
    description="What was changed after readers had seen it, what was taken back, and why.",
    filters=CorrectionFilters,
    rows=Correction.objects.public,
    record=CorrectionRecord,
    fetch=lambda ids, _, site: fetch_corrections(ids, site),
    sorts={
        "newest": Sort("Newest first", (Key("made_on", date),), descending=True),
        "oldest": Sort("Oldest first", (Key("made_on", date),)),
    },
    feed_sort="newest",
    columns=columns.CORRECTION_COLUMNS,
    entry=entries.correction_entry,
)
