"""What pages show of the index: who stands where on a day, and the newest words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from positions.choices import Stance
from positions.models import IndexEntry, Position, Proposition
from positions.models.index_entry import SILENCE
from positions.records import (
    PositionRecord,
    PropositionRecord,
    StatementRecord,
    fetch_positions,
    fetch_statements,
)
from positions.records.statement import BEYOND_ROWS

# The order in which sides are shown; within a side, the stronger stance first.
SIDES = (
    Stance.STRONGLY_SUPPORTS,
    Stance.SUPPORTS,
    Stance.STRONGLY_OPPOSES,
    Stance.OPPOSES,
    Stance.MIXED,
    Stance.NEUTRAL,
    Stance.UNCLEAR,
)


def newest_of_each_stance(
    propositions: Sequence[int], day: date, most: int
) -> list[PositionRecord]:
    """On each proposition, the newest holders of each stance on ``day``; ``most`` of a stance."""
    ranked = (
        Position.objects.as_of(day)
        .filter(proposition__in=propositions)
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=[F("proposition"), F("stance")],
                order_by=[F("held_from").desc(), F("id").desc()],
            )
        )
        .filter(place__lte=most)
        .order_by("-held_from", "-id")
    )
    return fetch_positions(list(ranked.values_list("pk", flat=True)), day)


@dataclass(frozen=True, slots=True)
class Camp:
    """Those who hold one stance: how many they are, and the newest of them."""

    stance: Stance
    n_holders: int
    newest: list[PositionRecord]


def camps_of(
    proposition: int, record: PropositionRecord, day: date, most: int
) -> dict[Stance, Camp]:
    """Who holds each stance on a proposition on ``day``, ``most`` of each by name. Two queries."""
    newest = newest_of_each_stance([proposition], day, most)
    return {
        stance: Camp(
            stance,
            getattr(record.holders, stance.value),
            [row for row in newest if row.stance == stance],
        )
        for stance in SIDES
    }


def records_of(positions: QuerySet[Position], day: date, most: int) -> list[PositionRecord]:
    """The newest of these positions, ``most`` at the most, as records."""
    newest = positions.order_by("-held_from", "-id").values_list("pk", flat=True)[:most]
    return fetch_positions(list(newest), day)


def newest_of(holder: int, day: date, most: int) -> tuple[list[PositionRecord], int]:
    """What a holder holds on ``day``, the newest first, ``most`` at the most; and how much it is.

    Looked up for each proposition from the newest back, so that it costs by the propositions and
    not by all that the holder has said.
    """
    held = Position.objects.as_of(day).filter(holder=holder, proposition=OuterRef("pk"))
    newest = Subquery(held.order_by("-held_from").values("pk")[:1])
    found = Proposition.objects.order_by().annotate(held=newest).values("held")
    standing = Position.objects.filter(pk__in=found).order_by("-held_from", "-id")
    pks = list(standing.values_list("pk", flat=True))
    return fetch_positions(pks[:most], day), len(pks)


def newest_statements(entries: QuerySet[IndexEntry], most: int) -> list[StatementRecord]:
    """The newest statements with one of these index entries, ``most`` at the most, as records."""
    newest = entries.order_by("-earliest", "-statement_id").values_list("earliest", "statement")
    return fetch_statements([pk for _, pk in newest.distinct()[:most]], unread=BEYOND_ROWS)


def silences(entries: QuerySet[IndexEntry], most: int) -> list[StatementRecord]:
    """Those of them in which somebody was asked and gave no reply."""
    return newest_statements(entries.filter(SILENCE), most)
