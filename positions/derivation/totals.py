"""Keeps how many published statements each topic has: counted by thousands, and added up."""
# ruff: noqa: S608 - what is put into the texts are names and numbers made here

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import connection

from positions.derivation.sets import found, keys
from positions.models import Statement, TopicTotal
from positions.models.bulk import batches

THOUSAND = 1_000
# Thousands that are counted by one query.
COUNTED_AT_ONCE = 100
COUNT = f"""
    WITH these (thousand) AS ({{these}})
    SELECT entry.topic_id, these.thousand, COUNT(DISTINCT entry.statement_id)
    FROM these JOIN positions_indexentry AS entry
        ON entry.statement_id >= these.thousand * {THOUSAND}
        AND entry.statement_id < (these.thousand + 1) * {THOUSAND}
    WHERE entry.topic_id IS NOT NULL
    GROUP BY entry.topic_id, these.thousand"""
# Of two who count the same thousand at once, the second sees what the first has written. So many
# locks at most, whatever a write touches; the number says whose they are.
LOCKS, LOCK = 64, 735_019
HOLD = f"""
    SELECT pg_advisory_xact_lock({LOCK}, place)
    FROM (SELECT DISTINCT CAST(MOD(id, {LOCKS}) AS integer) AS place FROM ({{these}}) AS given (id)
        ORDER BY place) AS places"""


def refresh_totals(statements: Collection[int]) -> None:
    """Count the thousands of these statements anew, also of those that are deleted by now.

    Call inside a transaction, when their entries are up to date and all else is locked. What is so
    already is not written.
    """
    thousands = sorted({pk // THOUSAND for pk in statements})
    if thousands and connection.vendor == "postgresql":
        found(HOLD, [keys(thousands)])
    for some in batches(thousands, COUNTED_AT_ONCE):
        _write(some)


def rebuild_totals() -> None:
    """Count all of them anew. Call inside a transaction."""
    last = Statement.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    TopicTotal.objects.filter(thousand__gt=last // THOUSAND).delete()
    refresh_totals(range(0, last + 1, THOUSAND))


def _write(thousands: Sequence[int]) -> None:
    counted = {(topic, place): n for topic, place, n in found(COUNT, [keys(thousands)])}
    stored = {
        (topic, place): (pk, n)
        for pk, topic, place, n in TopicTotal.objects.filter(thousand__in=thousands).values_list(
            "pk", "topic_id", "thousand", "n_statements"
        )
    }
    gone = [pk for place, (pk, _) in stored.items() if place not in counted]
    if gone:
        TopicTotal.objects.filter(pk__in=gone).delete()
    TopicTotal.objects.bulk_create(
        [
            TopicTotal(topic_id=place[0], thousand=place[1], n_statements=n)
            for place, n in sorted(counted.items())
            if place not in stored or stored[place][1] != n
        ],
        update_conflicts=True,
        update_fields=["n_statements"],
        unique_fields=["topic", "thousand"],
    )
