"""The page of the search: one box, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions import search
from positions.filters import ORDERS
from positions.listing import Problem, address
from positions.views.search import finding, showing
from positions.views.search.asking import Asked, read_asked

# Each finds something in the archive that comes with the program: a test holds that.
EXAMPLES = {
    "police": "a word, or the beginning of one",
    '"face recognition"': "a phrase, just as it stands",
    "recognition -amazon": "a word, but not where another stands",
    "aclu letter": "a name, and a kind of statement",
}

Way = tuple[str, str]  # what is typed, its address


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What is found by the words; without any, how to look; 400 for what is not understood."""
    asked, problems = read_asked(request.GET)
    if asked is None:
        return _start(request, problems)
    if dict(request.GET.lists()) != asked.parameters():
        return HttpResponseRedirect(asked.url(request.path))
    said = finding.statements(asked)
    if asked.page > said.pages:
        return _start(request, [_no_such_page(asked, said)])
    named = finding.named(asked.query, timezone.localdate()) if asked.page == 1 else finding.NOTHING
    context = {
        "asked": asked,
        "named": named,
        "stakeholders": showing.stakeholder_hits(named.stakeholders, asked.query),
        "propositions": showing.proposition_hits(named.propositions, asked.query),
        "sources": showing.source_hits(named.sources, asked.query),
        "said": said,
        "statements": showing.statement_hits(said.records, asked.query),
        "sorts": [
            (label, asked.url(request.path, sort=sort, page="1"), sort == asked.sort)
            for sort, label in ORDERS.items()
        ],
        "ways_out": [] if said.records or named.any else _ways_out(request, asked.query),
        "next_url": asked.next_url(request.path, said.pages),
        "previous_url": asked.previous_url(request.path),
    }
    return render(request, "search/found.html", context)


def _start(request: HttpRequest, problems: Sequence[Problem]) -> HttpResponse:
    """The box with what was typed, what is wrong with it if anything is, and examples."""
    context = {
        "typed": request.GET.get("q", "").replace("\0", "")[:300],
        "problems": problems,
        "examples": [
            (typed, address(request.path, {"q": [typed]}), says) for typed, says in EXAMPLES.items()
        ],
    }
    return render(request, "search/start.html", context, status=400 if problems else 200)


def _no_such_page(asked: Asked, said: finding.Statements) -> Problem:
    has = "one page" if said.pages == 1 else f"{said.pages} pages"
    message = f"What is found fills {has}. Choose a page from 1 to {said.pages}."
    return Problem("page", str(asked.page), message)


def _ways_out(request: HttpRequest, query: search.Query) -> list[tuple[str, list[Way]]]:
    """(what they are, ways to ask otherwise), each of which finds something; none where none does.

    Costs queries for each word that was typed, and for each way that is tried.
    """
    meant = search.Meant(query, finding.any_of)
    ways = (("Did you mean:", meant.spelt), ("Look for less:", meant.fewer))
    return [
        (what, [(typed, address(request.path, {"q": [typed]})) for typed in several])
        for what, several in ways
        if several
    ]
