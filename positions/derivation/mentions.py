"""Keeps in step whom published statements name, and with it which parties readers see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from positions.models import Attribution, Mention, Quotation, Stakeholder, Statement

Pair = tuple[int, int]  # (statement, party)

# How many are looked up or written at a time: bounds the parameters of one query.
BATCH = 500


def refresh_mentions(statements: Collection[int]) -> None:
    """Write down anew whom these statements name, also those that are deleted by now.

    Costs two queries for each five hundred statements where nothing changed, and some for each five
    hundred parties where something did. Call inside a transaction, before anything else that locks
    parties: all of them are locked here, in the order of their keys.
    """
    before: dict[Pair, int] = {}
    now: set[Pair] = set()
    for some in _batches(sorted(statements)):
        rows = Mention.objects.filter(statement__in=some)
        before |= {
            (statement, party): pk
            for pk, statement, party in rows.values_list("pk", "statement_id", "stakeholder_id")
        }
        now |= set(_named(some))
    gone, new = before.keys() - now, now - before.keys()
    if not gone and not new:
        return
    for some in _batches(sorted({party for _, party in before.keys() | now})):
        # no_key, for those who refer to a party need not wait.
        locked = Stakeholder.objects.select_for_update(no_key=True).filter(pk__in=some)
        list(locked.order_by("pk").values_list("pk", flat=True))
    for some in _batches([before[pair] for pair in gone]):
        Mention.objects.filter(pk__in=some).delete()
    _write(iter(sorted(new)))
    for some in _batches(sorted({party for _, party in gone | new})):
        Stakeholder.objects.filter(pk__in=some).settle_public()


def rebuild_mentions() -> None:
    """Write all of it down from nothing. Call inside a transaction."""
    Mention.objects.all().delete()
    _write(_named(None).iterator())
    Stakeholder.objects.all().settle_public()


def _named(statements: Sequence[int] | None) -> QuerySet[Any, Any]:
    """(statement, party) of each that these published statements (None: all) name. One query."""
    published = Statement.objects.published().order_by()
    if statements is not None:
        published = published.filter(pk__in=statements)
    keys = published.values("pk")
    spoken = Attribution.objects.order_by().filter(statement__in=keys)
    quoted = Quotation.objects.order_by().filter(statement__in=keys)
    behalf = spoken.filter(on_behalf_of__isnull=False)
    told = Statement.addressees.through.objects.filter(statement__in=keys)
    publishers = quoted.filter(source__publisher__isnull=False)
    found: QuerySet[Any, Any] = spoken.values_list("statement_id", "stakeholder_id").union(
        behalf.values_list("statement_id", "on_behalf_of_id"),
        told.values_list("statement_id", "stakeholder_id"),
        publishers.values_list("statement_id", "source__publisher_id"),
    )
    return found


def _write(pairs: Iterator[Pair]) -> None:
    while some := list(islice(pairs, 2 * BATCH)):
        rows = [Mention(statement_id=statement, stakeholder_id=party) for statement, party in some]
        Mention.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
