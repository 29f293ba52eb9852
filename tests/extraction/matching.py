"""Finds which draft found which statement of a gold article, what is missed, and what is spurious.

Two spans are the same words if they share four fifths of the letters and digits of the longer.
Whether a quotation is whole or a fragment is a matter of degree: a direct statement that is drafted
as mixed is found, and a mixed one that is drafted as direct is not spurious. An optional statement
is never missed, and what finds it is never spurious.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.extraction.gold import Article, Kind, Span, Statement

SAME = 0.8
TOUCHING = 1e-9

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Found:
    """A draft, reduced to what is measured."""

    kind: str
    passages: Spans
    name: str = ""
    organisation: str = ""
    edtf: str = ""
    confidence: float = 0.0


class Wanted(NamedTuple):
    """What is to be found: any of these readings will do."""

    statement: Statement
    readings: tuple[Spans, ...]


class Given(NamedTuple):
    """What a draft has, whole or one passage of it."""

    draft: Found
    passages: Spans


class Pair(NamedTuple):
    """A statement and the draft that found it."""

    statement: Statement
    draft: Found


@dataclass(frozen=True)
class Matching:
    """What was found, what nobody wanted, and what nobody found."""

    pairs: list[Pair]
    spurious: list[Given]
    missed: list[Wanted]


def overlap(text: str, some: Spans, others: Spans) -> float:
    """Which part of the longer's letters and digits both have; reads each passage once."""
    if not any(one.start < two.end and two.start < one.end for one in some for two in others):
        return 0.0
    one, two = _letters(text, some), _letters(text, others)
    return len(one & two) / max(len(one), len(two), 1)


def direct(article: Article, drafts: Sequence[Found]) -> Matching:
    """Direct quotations, passage by passage, however the drafts group them."""
    wanted = [
        Wanted(statement, ((passage,),))
        for statement in _of(article, "direct")
        for passage in statement.passages
    ]
    given = [
        Given(draft, (passage,))
        for draft in drafts
        if draft.kind in {"direct", "mixed"}
        for passage in draft.passages
    ]
    fragments = [
        Wanted(statement, tuple((each,) for each in (*statement.fragments, *statement.passages)))
        for statement in _of(article, "mixed")
    ]
    matching = _matched(article.text, wanted, given)
    spurious = [
        each
        for each in matching.spurious
        if each.draft.kind == "direct" and not _any_is(article.text, each, fragments)
    ]
    return Matching(matching.pairs, spurious, matching.missed)


def reported(article: Article, drafts: Sequence[Found]) -> Matching:
    """Mixed and indirect statements; a mixed one by its whole clause or by what it quotes."""
    wanted = [
        Wanted(
            statement,
            (statement.passages, statement.fragments)
            if statement.fragments
            else (statement.passages,),
        )
        for statement in _of(article, "mixed", "indirect")
    ]
    given = [Given(draft, draft.passages) for draft in drafts if draft.kind != "no_reply"]
    quoted = [
        Wanted(statement, (statement.passages, *((each,) for each in statement.passages)))
        for statement in _of(article, "direct")
    ]
    matching = _matched(article.text, wanted, given)
    spurious = [
        each
        for each in matching.spurious
        if each.draft.kind == "indirect"
        or (each.draft.kind == "mixed" and not _any_is(article.text, each, quoted))
    ]
    return Matching(matching.pairs, spurious, matching.missed)


def silences(article: Article, drafts: Sequence[Found]) -> Matching:
    """Missing replies: any word in common will do, since none of them is anybody's words."""
    wanted = [Wanted(each, (each.passages,)) for each in _of(article, "no_reply")]
    given = [Given(draft, draft.passages) for draft in drafts if draft.kind == "no_reply"]
    return _matched(article.text, wanted, given, enough=TOUCHING)


def _matched(text: str, wanted: list[Wanted], given: list[Given], enough: float = SAME) -> Matching:
    """Each draft with the nearest statement that is still free; quadratic in their number."""
    pairs, spurious, free = [], [], list(wanted)
    for each in given:
        nearest = max(free, key=lambda one: _nearness(text, each, one), default=None)
        if nearest is None or _nearness(text, each, nearest) < enough:
            spurious.append(each)
            continue
        free.remove(nearest)
        if not nearest.statement.optional:
            pairs.append(Pair(nearest.statement, each.draft))
    return Matching(pairs, spurious, [each for each in free if not each.statement.optional])


def _nearness(text: str, given: Given, wanted: Wanted) -> float:
    return max(overlap(text, given.passages, reading) for reading in wanted.readings)


def _any_is(text: str, given: Given, wanted: list[Wanted]) -> bool:
    return any(_nearness(text, given, each) >= SAME for each in wanted)


def _of(article: Article, *kinds: Kind) -> list[Statement]:
    return [statement for statement in article.statements if statement.kind in kinds]


def _letters(text: str, spans: Spans) -> set[int]:
    return {place for span in spans for place in range(*span) if text[place].isalnum()}
