"""What follows from published statements: positions, what lists read, and which parties are seen.

Every door by which statements are written calls ``refresh`` in the transaction of the write.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from positions.derivation.index import refresh_index
from positions.derivation.mentions import rebuild_mentions, refresh_mentions
from positions.derivation.positions import Pair, pairs_of, rebuild, refresh_pairs
from positions.derivation.sets import hold_rows
from positions.derivation.totals import rebuild_totals, refresh_totals
from positions.models import (
    Alias,
    IndexEntry,
    Proposition,
    Searchable,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.models.bulk import batches

__all__ = ["Pair", "pairs_of", "rebuild_all", "refresh", "refresh_mentions"]

# What is found by words of its own, which it writes down when it is saved.
SEARCHABLE: tuple[type[Searchable], ...] = (Stakeholder, Alias, Topic, Proposition, Source)
AT_ONCE = 10_000  # of these


@transaction.atomic
def refresh(statements: Collection[int], also: Collection[Pair] = ()) -> None:
    """Derive anew what follows from these statements.

    ``also`` names further pairs of holder and proposition: those that ``pairs_of`` gave before the
    statements were deleted. Who derives from the same statement at the same time waits.
    """
    for some in batches(sorted(statements)):
        hold_rows(Statement.objects.filter(pk__in=some))
    refresh_mentions(statements)
    refresh_pairs(statements, also)
    refresh_index(statements)
    refresh_totals(statements)


@transaction.atomic
def rebuild_all() -> tuple[int, int]:
    """Derive everything from the record; the numbers of positions and of index entries.

    So also the folded texts of all nouns, and which parties readers see. What is so already is
    not written.
    """
    hold_rows(Statement.objects.all())
    rebuild_mentions()
    positions = rebuild()
    for noun in SEARCHABLE:
        for some in batches(list(noun._base_manager.values_list("pk", flat=True)), AT_ONCE):
            noun.write_texts(noun._base_manager.filter(pk__in=some))
    refresh_index(list(Statement.objects.order_by("pk").values_list("pk", flat=True)))
    rebuild_totals()
    return positions, IndexEntry.objects.count()
