"""The page of the exchange that a statement belongs to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions.models import Statement
from positions.views.details.conversation import MOST, STEPS, turns_of, web_of
from positions.views.details.moved import follow_moves
from positions.views.details.published import found_or_withdrawn


@require_safe
@follow_moves
def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """The exchange around one published statement. Fifteen queries at most."""
    shown = found_or_withdrawn(Statement.objects.published(), slug)
    web = web_of(shown)
    turns = turns_of(web, shown.pk)
    context = {
        "statement": shown,
        "turns": turns,
        "n_statements": len(web.moments),
        "cut": web.cut,
        "steps": STEPS,
        "most": MOST,
    }
    return render(request, "details/exchange.html", context)
