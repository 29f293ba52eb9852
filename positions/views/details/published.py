"""A published statement with all that its pages, its card and its citations tell of it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from positions.choices import WorkflowState
from positions.models import Quotation, Statement
from positions.records.voices import Rule, read_voices
from positions.views.details.moved import Withdrawn, found


def published(slug: str, voices: Mapping[Rule, int]) -> Statement:
    """The statement with its parts, and of its voices so many of each rule as are shown.

    Eleven queries, however much was said and however many signed.

    Raises Moved or Http404 as ``found`` does, Withdrawn where readers have seen it; a draft is not
    found.
    """
    rows = Statement.objects.published().select_related("topic")
    shown = found_or_withdrawn(
        rows.prefetch_related(
            "addressees",
            "asked_about",
            Prefetch("quotations", Quotation.objects.with_text_taken()),
            "quotations__source__publisher",
            "assessments__proposition",
            "assessments__quotation__source",
        ),
        slug,
    )
    read_voices(shown, voices)
    return shown


def found_or_withdrawn(rows: QuerySet[Statement], slug: str) -> Statement:
    """The one of these published statements with this slug.

    Raises as ``found`` does, and Withdrawn where there is one no more that readers have seen.
    """
    try:
        return found(rows, slug)
    except Http404:
        seen = Statement.objects.filter(state=WorkflowState.WITHDRAWN, published_at__isnull=False)
        raise Withdrawn(found(seen, slug)) from None
