"""Which objects have all that somebody looks for, and nothing of what they leave out.

Each term is looked up in the index of words by itself: it may be met in one text of an object and
the next in another. Names and propositions are looked up as they are now, so that an organisation
is found by a new name at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from positions.models import (
    AliasText,
    FoldedText,
    IndexEntry,
    PropositionReason,
    PropositionText,
    Source,
    SourceText,
    StakeholderText,
    StatementText,
    TopicText,
)
from positions.search.typed import Query, Term
from positions.words.folding import keyed

# Of those whose name has a term, so many are looked up by their keys.
MOST_NAMED = 2_000
# So many hits are few: they are looked up at once, and counted.
FEW = 2_000

Hit = tuple[date, int]  # the first day of a statement, and its key
Keys = tuple[tuple[str, ...], ...]  # patterns, of each of which a text has one
Rows = TypeVar("Rows", bound=QuerySet[Any, Any])
Ids = QuerySet[Any, Any]


def texts(query: Query) -> QuerySet[StatementText]:
    """The texts of published statements that have each term. Two queries a term, at once.

    It may stand in what they say (title, words, printed names, summary, kind), in a name of a
    voice, or in a proposition on which they take a stance or were asked.
    """
    found = StatementText.objects.order_by()
    for term in query.sought:
        found = found.filter(_said(term, query))
    for term in query.excluded:
        found = found.exclude(_said(term, query))
    return found


def hits(query: Query, keys: Keys = ()) -> list[Hit]:
    """The newest statements that have each term and key, one more than are few, newest first.

    Costs two queries a term and one, once: what is found is kept with the query.
    """
    asked = (query.sought, query.excluded, keys)
    if asked not in query.called:
        newest = _keyed_texts(query, keys).order_by("-earliest", "-statement_id")
        query.called[asked] = list(newest.values_list("earliest", "pk")[: FEW + 1])
    found: list[Hit] = query.called[asked]
    return found


def statements(rows: Rows, query: Query, keys: Keys = ()) -> Rows:
    """Those index entries whose statement has each term. Two queries a term and one, at once.

    ``keys`` say what else the statements have that is asked of the rows anyway: one index then
    finds both. A few thousand hits are looked up once and named by their keys, however a page asks
    for them. More are asked of each entry that is looked at: then few have to be.
    """
    found = hits(query, keys)
    if len(found) <= FEW:
        return among(rows, [pk for _, pk in found])
    return rows.filter(statement__in=_keyed_texts(query, keys).values("pk"))


def among(rows: Rows, found: Sequence[int]) -> Rows:
    """Those index entries that are of these statements, however many they are.

    They travel as one parameter, of which the database makes a table: it then asks for the entries
    of each, where it may read all entries to compare them with a list. Of none there are none, and
    nothing is asked.
    """
    if not found:
        return rows.none()
    if connection.vendor == "postgresql":
        table = RawSQL("SELECT unnest(%s::bigint[])", ([*found],))
    else:
        table = RawSQL("SELECT value FROM json_each(%s)", (json.dumps([*found]),))
    return rows.filter(statement__in=table)


def _keyed_texts(query: Query, keys: Keys) -> QuerySet[StatementText]:
    found = texts(query)
    for any_of in keys:
        found = found.filter(folded__words=any_of)
    return found


def any_key(voices: Collection[int] = (), propositions: Collection[int] = ()) -> tuple[str, ...]:
    """The patterns of statements with any of these voices or propositions."""
    return tuple(f" {word} " for word in keyed(sorted(voices), sorted(propositions)).split())


def stakeholders(rows: Rows, query: Query) -> Rows:
    """Those with each term in their name, their abbreviation or another name."""
    return _narrowed(rows, query, "pk", _stakeholders)


def propositions(rows: Rows, query: Query) -> Rows:
    """Those with each term in the sentence, its label, or why it matters."""
    return _narrowed(rows, query, "pk", _propositions)


def topics(rows: Rows, query: Query) -> Rows:
    """Those with each term in their name or description."""
    return _narrowed(rows, query, "pk", lambda term: _having(TopicText, term))


def sources(rows: Rows, query: Query) -> Rows:
    """Those with each term in their title, the byline or a name of the publisher."""
    return _narrowed(rows, query, "pk", _sources)


def _narrowed(rows: Rows, query: Query, column: str, ids: Callable[[Term], Ids]) -> Rows:
    for term in query.sought:
        rows = rows.filter((f"{column}__in", ids(term)))
    for term in query.excluded:
        rows = rows.exclude((f"{column}__in", ids(term)))
    return rows


def _having(text: type[FoldedText], term: Term, ids: str = "pk") -> Ids:
    found: Ids = text._default_manager.filter(folded__words=term.patterns)
    return found.values_list(ids, flat=True)


def _stakeholders(term: Term) -> Ids:
    known = _having(AliasText, term, "alias__stakeholder_id")
    return _having(StakeholderText, term).union(known, all=True)


def _propositions(term: Term) -> Ids:
    return _having(PropositionText, term).union(_having(PropositionReason, term), all=True)


def _sources(term: Term) -> Ids:
    published = Source.objects.order_by().filter(publisher__in=_stakeholders(term))
    return _having(SourceText, term).union(published.values_list("pk", flat=True), all=True)


def _said(term: Term, query: Query) -> Q:
    if term not in query.called:
        query.called[term] = _having_or_called(term)
    found: Q = query.called[term]
    return found


def _having_or_called(term: Term) -> Q:
    """Of a text: that it has the term, or the key of what is called so; all by one index.

    What is in thousands of names is in most statements too: there the names are asked of each
    text that is looked at, of which few are needed.
    """
    named = _stakeholders(term)
    voices = list(named[: MOST_NAMED + 1])
    sentences = _having(PropositionText, term)
    if len(voices) <= MOST_NAMED:
        return Q(folded__words=(*term.patterns, *any_key(set(voices), list(sentences))))
    spoken = IndexEntry.objects.filter(statement=OuterRef("pk"), voice__in=named).order_by()
    return Q(folded__words=(*term.patterns, *any_key((), list(sentences)))) | Q(Exists(spoken))
