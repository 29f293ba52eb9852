"""Holds quotations against the text that is kept of their source, and keeps what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from positions.choices import QuotationCheck
from positions.models import Capture, Quotation, Source
from positions.models.quotation import QuotationQuerySet

# What a check gives; the moment of it aside.
RESULT = ("check_result", "start", "end", "prefix", "suffix")
# What it is given: whoever changed one of these meanwhile has had the words checked.
GIVEN = ("source_id", "kind", "exact", *RESULT)

# How many quotations are read and written at a time: bounds the memory and the length of a lock.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation as it is after a check, and which result it had before."""

    quotation: Quotation
    before: QuotationCheck

    @property
    def now(self) -> QuotationCheck:
        return QuotationCheck(self.quotation.check_result)

    @property
    def is_news(self) -> bool:
        """Whether the result is another one than before."""
        return self.now != self.before


def newest_text(source: int) -> str:
    """The newest text that is kept of a source; empty where there is none. One query."""
    found = Capture.objects.filter(source=source).values_list("text", flat=True).first()
    return found or ""


def checkable(rows: QuotationQuerySet) -> QuotationQuerySet:
    """Those in the speaker's words that stand in a source of which a text is kept."""
    kept = Capture.objects.filter(source=OuterRef("source"))
    return rows.in_words().filter(Exists(kept))


def check(rows: QuotationQuerySet, *, write: bool = True) -> Iterator[Checked]:
    """Check these quotations against the newest text of their source, one after another.

    Those without a text that is kept are left as they are, and left out: an earlier check stands.
    A row is saved, with a record in its history, only where the result or the place changed; of
    the others the time of the check is written. Each batch is written as a whole, in a transaction
    of its own, so that a run that is broken off loses nothing. Holds one batch and one text at a
    time, and costs two queries a batch and one a source, with a few for each row that changed.
    """
    ordered = checkable(rows).select_related("statement").order_by("source_id", "pk")
    source, text, last = 0, "", None
    while batch := list(_after(ordered, last)[:BATCH]):
        last = batch[-1]
        found = []
        for quotation in batch:
            if quotation.source_id != source:
                source, text = quotation.source_id, newest_text(quotation.source_id)
            given = _given(quotation)
            before = QuotationCheck(quotation.check_result)
            quotation.hold_against(text)
            found.append((Checked(quotation, before), given))
        if write:
            _write(found)
        for checked, _ in found:
            yield checked


def check_source(source: Source) -> Counter[str]:
    """Check all words quoted from a source; how many there are of each result, by its label."""
    rows = Quotation.objects.filter(source=source)
    return Counter(str(checked.now.label) for checked in check(rows))


def _after(rows: QuotationQuerySet, last: Quotation | None) -> QuotationQuerySet:
    if last is None:
        return rows
    return rows.filter(source__gte=last.source_id).exclude(source=last.source_id, pk__lte=last.pk)


def _given(quotation: Quotation) -> tuple[Any, ...]:
    return tuple(getattr(quotation, name) for name in GIVEN)


@transaction.atomic
def _write(found: Collection[tuple[Checked, tuple[Any, ...]]]) -> None:
    now: datetime = timezone.now()
    changed = {
        checked.quotation.pk: (checked.quotation, given)
        for checked, given in found
        if _given(checked.quotation) != given
    }
    same = [checked.quotation.pk for checked, _ in found if checked.quotation.pk not in changed]
    held = Quotation.objects.filter(pk__in=same).exclude(check_result=QuotationCheck.NOT_CHECKED)
    held.update(checked_at=now)
    for row in Quotation.objects.select_for_update().filter(pk__in=changed).order_by("pk"):
        checked_row, given = changed[row.pk]
        if _given(row) == given:  # else an editor saved it meanwhile, which checked it
            for name in (*RESULT, "checked_at"):
                setattr(row, name, getattr(checked_row, name))
            vars(row)["_history_date"] = now  # of one check, the history makes one entry
            row.save()
