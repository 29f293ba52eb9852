"""What is spoken about, and where it was published: topics, propositions, sources."""

from __future__ import annotations

from positions.filters import PropositionFilters, SourceFilters, TopicFilters
from positions.listing import Declaration, Key, Sort
from positions.models import Proposition, Source, Topic
from positions.models.dated import FirstDay
from positions.records import (
    PropositionRecord,
    SourceRecord,
    TopicRecord,
    columns,
    entries,
    fetch_propositions,
    fetch_sources,
    fetch_topics,
)
from positions.views.declarations.orders import alphabetical, by_day, recent

PROPOSITIONS = Declaration(
    noun="proposition",
    plural="propositions",
    title="Propositions",
    description="Sentences that one can support or oppose, and how many stand where as of a day.",
    filters=PropositionFilters,
    rows=Proposition.objects.all,
    objects=Proposition.objects.all,
    record=PropositionRecord,
    fetch=lambda ids, filters, site: fetch_propositions(ids, filters.day, site),
    sorts={
        "topic": Sort("By topic", (Key("topic__name", str), Key("order", int))),
        "label": alphabetical("A to Z", "short_label"),
        "recent": recent("proposition"),
    },
    feed_sort="recent",
    columns=columns.PROPOSITION_COLUMNS,
    entry=entries.proposition_entry,
)

TOPICS = Declaration(
    noun="topic",
    plural="topics",
    title="Topics",
    description="Contested subjects, with the propositions that belong to each.",
    filters=TopicFilters,
    rows=Topic.objects.all,
    objects=Topic.objects.all,
    record=TopicRecord,
    fetch=lambda ids, _, site: fetch_topics(ids, site),
    sorts={
        "name": alphabetical("Name, A to Z", "name"),
        "recent": recent("topic"),
    },
    feed_sort="recent",
    columns=columns.TOPIC_COLUMNS,
    entry=entries.topic_entry,
)

SOURCES = Declaration(
    noun="source",
    plural="sources",
    title="Sources",
    description="Published documents, how much was taken from each, and how much was checked.",
    filters=SourceFilters,
    rows=lambda: Source.objects.public().annotate(first_day=FirstDay("earliest")),
    objects=Source.objects.public,
    record=SourceRecord,
    fetch=lambda ids, _, site: fetch_sources(ids, site),
    sorts={
        **by_day("first_day"),
        "title": alphabetical("Title, A to Z", "title"),
    },
    feed_sort="newest",
    columns=columns.SOURCE_COLUMNS,
    entry=entries.source_entry,
)
