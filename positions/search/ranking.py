"""Which hits come first: by where each term is met, a whole word before the beginning of one.

Of a statement the title counts most, then the words, then names and propositions, then our summary.
A term counts where it counts most, and a hit as much as its terms together; on a tie the newer is
first. All is read in Python, of at most a thousand hits, so every database gives the same order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from positions.models import AliasText, IndexEntry, StatementText
from positions.search.typed import Query, Term
from positions.words.folding import STEM, unfolded

# So many hits are ranked: the newest.
CANDIDATES = 1000

# Each weight is more than the next and one, which a whole word adds.
TITLE, WORDS, NAME, SUMMARY = 8, 6, 4, 2
WHOLE = 1

Weighed = tuple[int, str]  # how much a folded text counts, and the text


def score(terms: Iterable[Term], texts: Sequence[Weighed]) -> int:
    """How much the texts of one hit count for these terms together."""
    return sum(max((_counts(term, *text) for text in texts), default=0) for term in terms)


def _counts(term: Term, weight: int, text: str) -> int:
    if not any(form in text for form in term.patterns):
        return 0
    as_written = (f"{form.rstrip()} " for form in term.patterns if STEM not in form)
    return weight + WHOLE * any(form in text for form in as_written)


def ranked_statements(newest: Sequence[int], query: Query) -> list[int]:
    """These statements, newest first as given, by rank. Costs three queries."""
    names = _names(newest)
    scores = {
        pk: score(query.sought, [*_weighed(folded), (NAME, names[pk])])
        for pk, folded in StatementText.objects.filter(pk__in=newest).values_list("pk", "folded")
    }
    return sorted(newest, key=lambda pk: -scores.get(pk, 0))


def _weighed(folded: str) -> list[Weighed]:
    """The texts of a statement, in the order in which the derivation writes them down."""
    return list(zip((TITLE, WORDS, NAME, SUMMARY), unfolded(folded), strict=False))


def _names(statements: Sequence[int]) -> defaultdict[int, str]:
    """By statement, what its voices and propositions are called, each name once."""
    entries = IndexEntry.objects.filter(statement__in=statements).order_by()
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    voices = entries.values("voice")
    for voice, folded in AliasText.objects.filter(alias__stakeholder__in=voices).values_list(
        "alias__stakeholder", "folded"
    ):
        aliases[voice].append(folded)
    names: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for statement, voice, name, proposition in entries.values_list(
        *("statement", "voice"),
        *("voice__search_text__folded", "proposition__search_text__folded"),
    ):
        called = [name or "", *aliases[voice], proposition or ""]
        names[statement].update(dict.fromkeys(called))
    return defaultdict(str, {pk: "".join(called) for pk, called in names.items()})


def ranked_by_name(rows: QuerySet[Any], query: Query) -> list[int]:
    """Keys of hits of any other noun, at most a thousand, those first whose name comes nearest.

    Where a term is in another text than the noun's own (an alias, a publisher's name), it counts
    nothing. Of names that count the same, the shorter is nearer. Costs one query.
    """
    found = rows.order_by("pk").values_list("pk", "search_text__folded")[: CANDIDATES + 1]
    ranked = sorted(
        (-sum(_counts(term, NAME, name or "") for term in query.sought), len(name or ""), pk)
        for pk, name in found
    )
    return [pk for *_, pk in ranked]
