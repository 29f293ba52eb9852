"""A published statement with all that its pages, its card and its citations tell of it."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from positions.choices import WorkflowState
from positions.models import Quotation, Statement
from positions.views.details.moved import Withdrawn, found


def published(slug: str) -> Statement:
    """The statement with its parts, but for its voices, which may be thousands.

    Nine queries, however much was said.

    Raises Moved or Http404 as ``found`` does, Withdrawn where readers have seen it; a draft is not
    found.
    """
    rows = Statement.objects.published().select_related("topic")
    return found_or_withdrawn(
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


def found_or_withdrawn(rows: QuerySet[Statement], slug: str) -> Statement:
    """The one of these published statements with this slug.

    Raises as ``found`` does, and Withdrawn where there is one no more that readers have seen.
    """
    try:
        return found(rows, slug)
    except Http404:
        seen = Statement.objects.filter(state=WorkflowState.WITHDRAWN, published_at__isnull=False)
        raise Withdrawn(found(seen, slug)) from None
