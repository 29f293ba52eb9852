"""The page of the search: one box, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions import search
from positions.filters import ORDERS, StatementFilters
from positions.listing import Problem, Total, address
from positions.views.search import finding, showing
from positions.views.search.asking import Asked, Read, read_asked, read_typed, without
from positions.views.search.finding import count

# Each finds something in the archive that comes with the program: a test holds that.
EXAMPLES = {
    "police": "a word, or the beginning of one",
    '"face recognition"': "a phrase, just as it stands",
    "recognition -amazon": "a word, but not where another stands",
    "aclu since 2019": "an organisation or a person, and a time",
    "aclu letter": "a name, and a kind of statement",
    "nbc OR cnn": "either of two",
    "organisation:amazon until:2018": "filters, as the lists have them",
}


class Way(NamedTuple):
    """What may be typed, its address, and how many statements it finds, where that was counted."""

    typed: str
    address: str
    total: Total | None


class Chip(NamedTuple):
    """A condition as it is shown, and the address of the same search without it."""

    key: str
    label: str
    remove_url: str


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What is found by the words; without any, how to look; 400 for what is not understood."""
    asked, problems = read_asked(request.GET)
    if asked is None:
        return _start(request, problems)
    if dict(request.GET.lists()) != asked.parameters():
        return HttpResponseRedirect(asked.url(request.path))
    first, problems = read_typed(asked.q, asked.query)
    if problems:
        return _start(request, problems)
    found = finding.find(asked, first, timezone.localdate())
    said, named, read = found.said, found.named, found.read
    if asked.page > said.pages:
        return _start(request, [_no_such_page(asked, said)])
    marked = read.marked
    context = {
        "asked": asked,
        "found": found,
        "named": named,
        "stakeholders": showing.stakeholder_hits(named.stakeholders, marked),
        "propositions": showing.proposition_hits(named.propositions, marked),
        "sources": showing.source_hits(named.sources, marked),
        "said": said,
        "statements": showing.statement_hits(said.records, marked),
        "statements_url": address(reverse("statement-list"), read.parameters),
        "chips": _chips(request, read),
        "as_words": _as_words(request, read),
        "sorts": [
            (label, asked.url(request.path, sort=sort, page="1"), sort == asked.sort)
            for sort, label in ORDERS.items()
        ],
        "ways_out": _ways_out(request, first, found.meant) if found.meant else [],
        "next_url": asked.next_url(request.path, said.pages),
        "previous_url": asked.previous_url(request.path),
    }
    return render(request, "search/found.html", context)


def _chips(request: HttpRequest, read: Read) -> list[Chip]:
    """What of what was typed is a condition, each with the address of the same without it."""
    labels = {
        (key, choice.value): choice.label
        for key, choices in read.filters.chosen.items()
        for choice in choices
    }
    chips = []
    for part in read.reading.recognised:
        label = " or ".join(labels.get(each, each[1]) for each in part.conditions)
        is_read = part.is_time and not part.is_asked
        key, label = ("", part.typed) if is_read else (_called(part.keys), label)
        typed = read.reading.without(part).typed
        chips.append(Chip(key, label, address(request.path, {"q": [typed]} if typed else {})))
    return chips


def _called(keys: set[str]) -> str:
    conditions = StatementFilters.conditions()
    return " or ".join(conditions[key].label for key in sorted(keys)).lower()


def _as_words(request: HttpRequest, read: Read) -> Way | None:
    """The same with names, kinds and stances as words, where that finds statements."""
    typed = read.reading.as_words
    if typed == read.reading.typed:
        return None
    words, problems = read_typed(typed, read.query)
    total = Total(0) if problems else count(words)
    return Way(typed, address(request.path, {"q": [typed]}), total) if total.count else None


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


def _ways_out(request: HttpRequest, read: Read, meant: search.Meant) -> list[tuple[str, list[Way]]]:
    """(what they are, ways to ask otherwise), each of which finds something; none where none does.

    Costs queries for each word that was typed, for each way that is tried, and for each count.
    """

    def way(typed: str, total: Total | None = None) -> Way:
        return Way(typed, address(request.path, {"q": [typed]}), total)

    spelt = [way(read.reading.with_words(words)) for words in meant.spelt]
    less = [
        way(read.reading.without_words(read.query, fewer), count(replace(read, query=fewer)))
        for fewer in meant.fewer
    ]
    for part in read.reading.recognised:
        other = without(read, part)
        if other.reading.typed and (total := count(other)).count:
            less.append(way(other.reading.typed, total))
    return [
        (what, ways) for what, ways in (("Did you mean:", spelt), ("Look for less:", less)) if ways
    ]
