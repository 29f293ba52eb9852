"""What a search finds: of each noun the best hits, of statements a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from positions import search
from positions.filters import PAGE_SIZE
from positions.listing import Total
from positions.models import Proposition, Source, Stakeholder
from positions.records import (
    PropositionRecord,
    SourceRecord,
    StakeholderRef,
    StatementRecord,
    fetch_propositions,
    fetch_sources,
    fetch_statements,
)
from positions.records.parts import NAMED, stakeholder_ref
from positions.search import CANDIDATES, Query
from positions.views.search.asking import Asked

# Of what is found by its names; the lists have them all.
MOST_STAKEHOLDERS = 6
MOST_PROPOSITIONS = 3
MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Best:
    """The keys of the best hits of one noun, and how many there are."""

    ids: list[int]
    total: Total


@dataclass(frozen=True, slots=True)
class Named:
    """What is found by its names: of each noun a few, best first, and how many there are."""

    stakeholders: list[StakeholderRef]
    n_stakeholders: Total
    propositions: list[PropositionRecord]
    n_propositions: Total
    sources: list[SourceRecord]
    n_sources: Total

    @property
    def any(self) -> bool:
        return bool(self.stakeholders or self.propositions or self.sources)


NOTHING = Named([], Total(0), [], Total(0), [], Total(0))


@dataclass(frozen=True, slots=True)
class Statements:
    """A page of statements. Of the ``total``, where it is capped, the newest were ranked."""

    records: list[StatementRecord]
    total: Total
    skipped: int

    @property
    def first(self) -> int:
        return self.skipped + 1

    @property
    def last(self) -> int:
        return self.skipped + len(self.records)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total.count // PAGE_SIZE))


def named(query: Query, day: date, site: str = "") -> Named:
    """The best hits by name, as of a day. Costs nine queries."""
    people = _best(
        search.stakeholders(Stakeholder.objects.public(), query), query, MOST_STAKEHOLDERS
    )
    sentences = _best(
        search.propositions(Proposition.objects.all(), query), query, MOST_PROPOSITIONS
    )
    documents = _best(search.sources(Source.objects.public(), query), query, MOST_SOURCES)
    return Named(
        stakeholders=fetch_stakeholders(people.ids, site),
        n_stakeholders=people.total,
        propositions=fetch_propositions(sentences.ids, day, site),
        n_propositions=sentences.total,
        sources=fetch_sources(documents.ids, site),
        n_sources=documents.total,
    )


def any_of(query: Query) -> bool:
    """Whether a search finds anything. One query, and two for each word not looked for before."""
    nouns = (
        search.stakeholders(Stakeholder.objects.public(), query),
        search.propositions(Proposition.objects.all(), query),
        search.sources(Source.objects.public(), query),
        search.texts(query),
    )
    first, *others = (rows.order_by().values_list("pk", flat=True) for rows in nouns)
    return first.union(*others, all=True).exists()


def statements(asked: Asked, site: str = "") -> Statements:
    """The page of statements asked for; past the last it is empty. Costs at most eleven queries."""
    newest = search.texts(asked.query).order_by("-earliest", "-statement_id")
    ids = list(newest.values_list("pk", flat=True)[: CANDIDATES + 1])
    total = _total(ids)
    ids = ids[:CANDIDATES]
    if asked.sort == "best":
        ids = search.ranked_statements(ids, asked.query)
    shown = ids[asked.skipped : asked.skipped + PAGE_SIZE]
    return Statements(fetch_statements(shown, site), total, asked.skipped)


def fetch_stakeholders(ids: Sequence[int], site: str = "") -> list[StakeholderRef]:
    """These, in the order of ``ids``. Costs one query."""
    rows = {row["pk"]: row for row in Stakeholder.objects.filter(pk__in=ids).values("pk", *NAMED)}
    return [stakeholder_ref(rows[pk], "", site) for pk in ids if pk in rows]


def _best(rows: QuerySet[Any], query: Query, most: int) -> Best:
    ranked = search.ranked_by_name(rows, query)
    return Best(ranked[:most], _total(ranked))


def _total(ids: Sequence[int]) -> Total:
    return Total(min(len(ids), CANDIDATES), capped=len(ids) > CANDIDATES)
