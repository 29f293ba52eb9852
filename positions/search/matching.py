"""Which objects have all that somebody looks for, and nothing of what they leave out.

Each term is looked up in the index of words by itself: it may be met in one text of an object and
the next in another. Names and propositions are looked up as they are now, so that an organisation
is found by a new name at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

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
# So many hits are few.
FEW = 5_000

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


def statements(rows: Rows, query: Query) -> Rows:
    """Those index entries whose statement has each term. Two queries a term and one, at once.

    A few thousand hits are looked up once and named by their keys, however a page asks for them.
    More are asked of each entry that is looked at: then few have to be.
    """
    terms = (query.sought, query.excluded)
    if terms not in query.called:
        query.called[terms] = list(texts(query).values_list("pk", flat=True)[: FEW + 1])
    found = query.called[terms]
    return rows.filter(statement__in=found if len(found) <= FEW else texts(query).values("pk"))


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
        keys = keyed(sorted(set(voices)), sorted(sentences)).split()
        return Q(folded__words=(*term.patterns, *(f" {key} " for key in keys)))
    keys = keyed((), sorted(sentences)).split()
    spoken = IndexEntry.objects.filter(statement=OuterRef("pk"), voice__in=named).order_by()
    return Q(folded__words=(*term.patterns, *(f" {key} " for key in keys))) | Q(Exists(spoken))
