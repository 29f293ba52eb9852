"""The search as data, and what may be meant by what is being typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from positions import search
from positions.formats import as_json
from positions.listing import Problem
from positions.models import Proposition, Stakeholder
from positions.records import (
    ReadAs,
    Ref,
    SearchRecord,
    SourceRecord,
    SourceRef,
    StakeholderRef,
    SuggestionRecord,
    Suggestions,
)
from positions.records.parts import address
from positions.views.data import for_scripts, site_of
from positions.views.search import finding
from positions.views.search.asking import read_asked, read_typed

MOST = 8
MOST_PROPOSITIONS = 3  # organisations and people take the rest


@for_scripts
def data(request: HttpRequest) -> HttpResponseBase:
    """What the page of the same query string finds, as records."""
    site = site_of(request)
    asked, problems = read_asked(request.GET)
    if asked is None:
        return as_json.refused(problems or [Problem("q", "", "Write a word to look for.")], site)
    first, problems = read_typed(asked.q, asked.query)
    if problems:
        return as_json.refused(problems, site)
    found = finding.find(asked, first, timezone.localdate(), site)
    said, named = found.said, found.named
    following = asked.next_url(request.path, said.pages)
    before = asked.previous_url(request.path)
    return as_json.record(
        SearchRecord(
            q=asked.q,
            instead=found.instead or None,
            n_words=found.n_words or None,
            read_as=[
                ReadAs(key, choice.value, choice.label)
                for key, choices in found.read.filters.chosen.items()
                for choice in choices
            ],
            words=found.read.query.typed,
            stakeholders=named.stakeholders,
            propositions=[Ref(each.slug, each.url, each.text) for each in named.propositions],
            sources=[_source(each) for each in named.sources],
            total=said.total.count,
            total_is_capped=said.total.capped,
            next=site + following if following else None,
            previous=site + before if before else None,
            statements=said.records,
        )
    )


@for_scripts
def suggestions(request: HttpRequest) -> HttpResponseBase:
    """Organisations, people and propositions that may be meant. Costs four queries."""
    site = site_of(request)
    asked, problems = read_asked(request.GET, keys=["q"])
    if problems:
        return as_json.refused(problems, site)
    if asked is None:
        return as_json.record(Suggestions([]))
    sentences = search.propositions(Proposition.objects.all(), asked.query)
    first = search.ranked_by_name(sentences, asked.query)[:MOST_PROPOSITIONS]
    people = search.stakeholders(Stakeholder.objects.public(), asked.query)
    nearest = search.ranked_by_name(people, asked.query)[: MOST - len(first)]
    return as_json.record(
        Suggestions(
            [
                *map(_stakeholder, finding.fetch_stakeholders(nearest, site)),
                *_propositions(first, site),
            ]
        )
    )


def _stakeholder(found: StakeholderRef) -> SuggestionRecord:
    differs = found.abbreviation != found.name
    notes = [found.abbreviation if differs else "", str(found.kind.label)]
    return SuggestionRecord(
        noun="person" if found.is_person else "organisation",
        slug=found.slug,
        url=found.url,
        label=found.name,
        note=", ".join(note for note in notes if note),
    )


def _propositions(ids: list[int], site: str) -> list[SuggestionRecord]:
    rows = Proposition.objects.filter(pk__in=ids).values_list("pk", "slug", "text", "topic__name")
    by_id = {
        pk: SuggestionRecord("proposition", slug, address("proposition", slug, site), text, topic)
        for pk, slug, text, topic in rows
    }
    return [by_id[pk] for pk in ids if pk in by_id]


def _source(record: SourceRecord) -> SourceRef:
    publisher = record.publisher.name if record.publisher else ""
    return SourceRef(
        record.slug, record.url, record.title, record.address, record.archived, publisher
    )
