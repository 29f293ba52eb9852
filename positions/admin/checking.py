"""Holds quotations against the text that is kept of their source, and keeps what came of it."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.utils import timezone

from positions.admin.history.timeline import stamp
from positions.choices import QuotationCheck
from positions.models import Capture, Quotation, Source
from positions.quoting import Match, find


def hold_against(quotation: Quotation, text: str) -> Match | None:
    """Check the words in the text and set check, time and selector; None for a paraphrase.

    A text that is empty, or a paraphrase, leaves the quotation unchecked and without offsets. The
    offsets stay empty too where typography gives the same words another length in the text.
    """
    quotation.start = quotation.end = None
    quotation.check_result = QuotationCheck.NOT_CHECKED
    quotation.checked_at = None
    if quotation.is_paraphrase or not text:
        return None
    match = find(text, quotation.exact, quotation.prefix, quotation.suffix)
    quotation.check_result = QuotationCheck(match.check)
    quotation.checked_at = timezone.now()
    if (place := match.selector) is not None:
        quotation.prefix, quotation.suffix = place.prefix, place.suffix
        if place.end - place.start == len(quotation.exact):
            quotation.start, quotation.end = place.start, place.end
    return match


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
