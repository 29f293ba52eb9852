"""The list of corrections, declared for all of its formats; it stands with the other lists."""

from __future__ import annotations

from positions.filters import CorrectionFilters
from positions.listing import Declaration
from positions.models import Correction
from positions.records import CorrectionRecord, columns, entries, fetch_corrections
from positions.views.declarations.orders import by_day

CORRECTIONS = Declaration(
    noun="correction",
    plural="corrections",
    title="Corrections",
    description="What was changed after readers had seen it, what was taken back, and why.",
    filters=CorrectionFilters,
    rows=Correction.objects.public,
    record=CorrectionRecord,
    fetch=lambda ids, _, site: fetch_corrections(ids, site),
    sorts=by_day("made_on"),
    feed_sort="newest",
    columns=columns.CORRECTION_COLUMNS,
    entry=entries.correction_entry,
)
