"""What follows from published statements: positions, what lists read, and which parties are seen.

Every door by which statements are written calls ``refresh`` in the transaction of the write.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from positions.derivation.index import batched, refresh_index
from positions.derivation.mentions import rebuild_mentions, refresh_mentions
from positions.derivation.positions import Pair, hold_rows, pairs_of, rebuild, refresh_pairs
from positions.models import (
    Alias,
    IndexEntry,
    Proposition,
    Searchable,
    Source,
    Stakeholder,
    Statement,
    StatementText,
    Topic,
)

__all__ = ["Pair", "pairs_of", "rebuild_all", "refresh", "refresh_mentions", "refresh_pairs"]

# What is found by words of its own, which it writes down when it is saved.
SEARCHABLE: tuple[type[Searchable], ...] = (Stakeholder, Alias, Topic, Proposition, Source)


@transaction.atomic
def refresh(statements: Collection[int], also: Collection[Pair] = ()) -> None:
    """Derive anew what follows from these statements.

    ``also`` names further pairs of holder and proposition: those that ``pairs_of`` gave before the
    statements were deleted. Who derives from the same statement at the same time waits.
    """
    for some in batched(sorted(statements)):
        hold_rows(Statement.objects.filter(pk__in=some))
    refresh_mentions(statements)
    refresh_pairs(pairs_of(statements) | set(also))
    refresh_index(statements)


@transaction.atomic
def rebuild_all() -> tuple[int, int]:
    """Derive everything from nothing; the numbers of positions and of index entries.

    So also the folded texts of all nouns, and which parties readers see.
    """
    hold_rows(Statement.objects.all())
    rebuild_mentions()
    positions = rebuild()
    IndexEntry.objects.all().delete()
    StatementText.objects.all().delete()
    for noun in SEARCHABLE:
        noun.write_texts(noun._base_manager.iterator())
    return positions, refresh_index(Statement.objects.published().values_list("pk", flat=True))
