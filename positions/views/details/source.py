"""The page of a source: what it is, and which words were taken from it, checked or not."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions.choices import WorkflowState
from positions.models import Source, by_line
from positions.views.details.accounts import given
from positions.views.details.moved import follow_moves, found
from positions.views.sharing.offer import of_source

MOST = 300  # passages; a document from which more was taken is cut short, and says so


@require_safe
@follow_moves
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One source with the passages of published statements. Four queries."""
    shown = found(
        Source.objects.public().select_related("publisher").prefetch_related("other_addresses"),
        slug,
    )
    passages = (
        shown.quotations.filter(statement__state=WorkflowState.PUBLISHED)
        .with_text_taken()
        .select_related("statement", "source")
        .prefetch_related(by_line("statement__"))
        .order_by("-statement__earliest", "-statement_id", "order", "pk")
    )
    taken = list(passages[: MOST + 1])
    context = {
        "source": shown,
        "offer": of_source(request, shown),
        "taken": [
            (statement, [given(passage) for passage in passages])
            for statement, passages in groupby(taken[:MOST], lambda passage: passage.statement)
        ],
        "cut": len(taken) > MOST,
        "most": MOST,
    }
    return render(request, "details/source.html", context)
