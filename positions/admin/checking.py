"""Holds quotations against the text that is kept of their source, and keeps what came of it."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.utils import timezone

from positions.admin.history.timeline import stamp
from positions.choices import QuotationCheck
from positions.models import Capture, Quotation, Source
from positions.quoting import Match


def hold_against(quotation: Quotation, text: str) -> Match | None:
    """Check the words in the text, as ``Quotation.hold_against`` does."""
    return quotation.hold_against(text)


@transaction.atomic
def check_source(source: Source) -> Counter[str]:
    """Check all words quoted from a source against its newest text; how many of each result."""
    results: Counter[str] = Counter()
    text = Capture.objects.filter(source=source).values_list("text", flat=True).first() or ""
    now = timezone.now()
    for quotation in Quotation.objects.in_words().filter(source=source):
        hold_against(quotation, text)
        stamp(quotation, now)
        quotation.save()
        results[QuotationCheck(quotation.check_result).label] += 1
    return results
