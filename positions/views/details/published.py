"""A published statement with all that its pages, its card and its citations tell of it."""

from __future__ import annotations

from positions.models import Statement
from positions.views.details.moved import found


def published(slug: str) -> Statement:
    """The statement with its parts, read at once: eleven queries, however much was said.

    Raises Moved or Http404 as ``found`` does; a draft is not found.
    """
    rows = Statement.objects.published().select_related("topic")
    return found(
        rows.prefetch_related(
            "attributions__stakeholder",
            "attributions__on_behalf_of",
            "addressees",
            "asked_about",
            "quotations__source__publisher",
            "assessments__proposition",
            "assessments__quotation__source",
        ),
        slug,
    )
