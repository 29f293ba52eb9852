"""What a search finds: of each noun the best hits, of statements a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from math import log
from typing import Any

from django.db.models import QuerySet

from positions import search
from positions.filters import PAGE_SIZE
from positions.listing import Total
from positions.models import Proposition, Source, Stakeholder, StatementText
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
from positions.search import CANDIDATES, Query, Term
from positions.search.spelling import MOST_TERMS
from positions.views.search.asking import Asked, Read, other_ways, read_typed

# Of what is found by its names; the lists have them all.
MOST_STAKEHOLDERS = 6
MOST_PROPOSITIONS = 3
MOST_SOURCES = 3
# The weight of words which tells that a statement was meant: that of one which no other has.
TELLING = 1


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


@dataclass(frozen=True, slots=True)
class Met:
    """How many of the words a statement has, and their weight: a word that fewer have is more."""

    n_words: int = 0
    weight: float = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown, and how it was ``read``; ``first`` is how what was typed was read.

    Where nothing has that: ``instead`` is what was looked for in its place, ``n_words`` how many of
    the words a statement shown has at most; and ``meant`` what may be typed. Else all is empty.
    """

    first: Read
    read: Read
    said: Statements
    named: Named
    instead: str = ""
    n_words: int = 0
    meant: search.Meant | None = None


def find(asked: Asked, first: Read, day: date, site: str = "") -> Found:
    """What is found of each noun, as of a day.

    Read with as many conditions as find a statement. Where nothing is found at all, the same with
    one letter put right in a word, or what has most of the words.
    """
    read, ids = _with_statements(first)
    names = named(read, day, site) if asked.page == 1 or not ids else NOTHING
    instead, met, meant = "", dict[int, Met](), None
    if not ids and (first.filters.chosen or not names.any):
        meant = search.Meant(first.query, partial(any_of, first))
        if words := next(iter(meant.one_letter_off), ""):
            instead = first.reading.with_words(words)
            read, ids = _with_statements(read_typed(instead, first.query)[0])
            names = named(read, day, site)
        else:
            read, ids, met = _with_most_words(first, len(meant.wrong))
    said = _page(asked, read, ids, met, site)
    n_words = max((each.n_words for each in met.values()), default=0)
    return Found(first, read, said, names, instead, n_words, meant)


def _with_statements(first: Read) -> tuple[Read, list[int]]:
    """The first way to read it by which statements are found, and their keys, newest first."""
    for read in chain([first], other_ways(first)):
        if ids := newest(read):
            return read, ids
    return first, []


def newest(read: Read) -> list[int]:
    """The keys of the newest statements, one more than are ranked at the most."""
    if not read.filters.chosen:
        texts = search.texts(read.query).order_by("-earliest", "-statement_id")
        return list(texts.values_list("pk", flat=True)[: CANDIDATES + 1])
    rows = read.filters.rows()
    if read.query.terms:
        rows = search.statements(rows, read.query)
    rows = rows.order_by("-earliest", "-statement_id").values_list("statement_id", "earliest")
    return [pk for pk, _ in rows.distinct()[: CANDIDATES + 1]]


def count(read: Read) -> Total:
    """How many statements there are. Costs as much as to find them."""
    return _total(newest(read))


def _with_most_words(first: Read, n_wrong: int) -> tuple[Read, list[int], dict[int, Met]]:
    """The statements that have most of the words, newest first, and what each of them has.

    Under as many conditions as leave one that has half of the words; without any, one that has a
    word which hardly any other has is enough. None where there is no such statement. ``n_wrong``
    words find nothing as it was ``first`` read.
    """
    for read in chain([first], other_ways(first)):
        n_words, n_conditions = len(read.query.sought), len(read.reading.recognised)
        n_known = n_words - n_wrong if read is first else n_words
        may_have_half = n_known * 2 >= n_words or not n_conditions
        is_enough = n_known and may_have_half and n_words + n_conditions > 2
        met = _words_met(read) if is_enough and n_words <= MOST_TERMS else {}
        best = max(met.values(), key=lambda each: each.weight, default=Met())
        is_telling = not n_conditions and best.weight >= TELLING
        if met and (best.n_words * 2 >= n_words or is_telling):
            met = {pk: each for pk, each in met.items() if each.weight * 2 >= best.weight}
            return read, list(met), met
    return first, [], {}


def _words_met(read: Read) -> dict[int, Met]:
    """Which of the words each statement has, newest first. Costs two queries a word at most.

    Of those that have a word which not too many have.
    """
    found_by: dict[Term, list[int]] = {}
    for term in read.query.sought:
        found_by[term] = newest(replace(read, query=replace(read.query, sought=(term,))))
    rare = {term: ids for term, ids in found_by.items() if len(ids) <= CANDIDATES}
    found = set(chain.from_iterable((rare or found_by).values()))
    weights = {term: 1 / (1 + log(len(ids))) for term, ids in found_by.items() if ids}
    for term in found_by.keys() - rare.keys():
        texts = search.texts(replace(read.query, sought=(term,))).filter(pk__in=found)
        found_by[term] = list(texts.values_list("pk", flat=True))
    n_words = Counter(pk for ids in found_by.values() for pk in ids)
    weighed: defaultdict[int, float] = defaultdict(float)
    for term, ids in found_by.items():
        for pk in ids:
            weighed[pk] += weights[term]
    days = StatementText.objects.filter(pk__in=found).order_by("-earliest", "-pk")
    return {pk: Met(n_words[pk], weighed[pk]) for pk in days.values_list("pk", flat=True)}


def named(read: Read, day: date, site: str = "") -> Named:
    """The best hits by name, as of a day. Costs nine queries.

    Parties that were recognised come first. Where statements meet conditions besides, no sources:
    they meet none.
    """
    query = read.by_name
    people = _best(
        search.stakeholders(Stakeholder.objects.public(), query), query, MOST_STAKEHOLDERS
    )
    known = [*read.filters.ids("organisation"), *read.filters.ids("person")][:MOST_STAKEHOLDERS]
    people_ids = list(dict.fromkeys([*known, *people.ids]))[:MOST_STAKEHOLDERS]
    n_people = replace(people.total, count=max(people.total.count, len(people_ids)))
    sentences = _best(
        search.propositions(Proposition.objects.all(), query), query, MOST_PROPOSITIONS
    )
    documents = Best([], Total(0))
    if not (read.filters.chosen and query == read.query):
        documents = _best(search.sources(Source.objects.public(), query), query, MOST_SOURCES)
    return Named(
        stakeholders=fetch_stakeholders(people_ids, site),
        n_stakeholders=n_people,
        propositions=fetch_propositions(sentences.ids, day, site),
        n_propositions=sentences.total,
        sources=fetch_sources(documents.ids, site),
        n_sources=documents.total,
    )


def any_of(read: Read, query: Query) -> bool:
    """Whether words find anything, of statements under the conditions of ``read``.

    One query, and two for each word not looked for before.
    """
    if read.filters.chosen:
        return search.statements(read.filters.rows(), query).order_by().exists()
    nouns = (
        search.stakeholders(Stakeholder.objects.public(), query),
        search.propositions(Proposition.objects.all(), query),
        search.sources(Source.objects.public(), query),
        search.texts(query),
    )
    first, *others = (rows.order_by().values_list("pk", flat=True) for rows in nouns)
    return first.union(*others, all=True).exists()


def _page(
    asked: Asked, read: Read, ids: list[int], met: Mapping[int, Met], site: str
) -> Statements:
    """The page of statements asked for; past the last it is empty. Costs at most eleven queries.

    Those that have most of the words come by what they have of them, and else as all others do.
    """
    total = _total(ids)
    ids = ids[:CANDIDATES]
    if asked.sort == "best" and read.marked.sought:
        ids = search.ranked_statements(ids, read.marked)
        if met:
            ids.sort(key=lambda pk: -met[pk].weight)
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
