"""The conditions of corrections: of what kind, made when, and on whose statement about what."""

from __future__ import annotations

from collections.abc import Sequence

from positions.choices import CorrectionKind
from positions.filters import shared
from positions.filters.filter_set import ListFilters
from positions.filters.kinds import FromVocabulary, Since, Until
from positions.listing import Pairs
from positions.models import Correction

# Each is asked of what is published: a withdrawn statement is no longer told of whom it was.
IN_ENTRIES = {
    "organisation": "statement__index_entries__voice",
    "person": "statement__index_entries__voice",
    "topic": "statement__index_entries__topic",
    "proposition": "statement__index_entries__proposition",
}


class CorrectionFilters(ListFilters):
    """On rows of Correction."""

    organisation = shared.organisation(
        method="paired",
        help_text="Of a statement made by or for this organisation that is still published.",
    )
    person = shared.person(
        method="paired",
        help_text="Of a statement made by this person that is still published.",
    )
    topic = shared.topic(
        method="paired",
        help_text="Of a statement on this topic that is still published.",
    )
    proposition = shared.proposition(
        method="paired",
        help_text="Of a statement on this proposition that is still published.",
    )
    kind = FromVocabulary(
        CorrectionKind,
        "kind",
        label="Kind of correction",
        help_text="Corrected, withdrawn, or published again.",
        example="corrected",
    )
    from_ = Since(
        "made_on",
        label="From",
        help_text="Made on or after this date: 2018, 2018-05 or 2018-05-24.",
        example="2018-05",
    )
    until = Until(
        "made_on",
        label="Until",
        help_text="Made by this date: 2018, 2018-05 or 2018-05-24.",
        example="2026-11",
    )

    def pairs(self, key: str) -> Sequence[Pairs]:
        if key not in IN_ENTRIES:
            return ()
        return [Pairs(Correction.objects.all(), IN_ENTRIES[key], "pk")]
