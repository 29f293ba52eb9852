"""What may have been meant where nothing is found: words that are spelt alike, or fewer words.

A word that nothing has is held against the words of names, propositions, sources and statements
that begin like it. Whatever is proposed was looked for, and found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from positions.models import PropositionText, SourceText, StatementText, TopicText
from positions.models.names import all_names
from positions.models.searchable import FoldedText
from positions.naming import Names
from positions.search.typed import Query, Term, read
from positions.words.folding import word_forms

MOST_TERMS = 8  # of what was typed: of more, a wrong one is not told from a rare one
MOST_NEAR = 3  # words that one may have been meant as
MOST_TRIED = 8  # ways to put them together that are looked for
MOST_MEANT = 5
# A word so long may have one slip, one so long two: a letter left out, put in, or another.
ONE_SLIP, TWO_SLIPS = 4, 8
BEGINNINGS = (4, 2)  # letters: texts with words that begin like it are read, the newest so many
MOST_READ = 300

Finds = Callable[[Query], bool]


@dataclass(frozen=True)
class Meant:
    """What may be typed instead of a query that finds nothing; each of it finds something.

    ``finds`` says whether a query finds anything, where it is asked. Nothing is asked before it is
    needed; of very many terms, nothing at all.
    """

    query: Query
    finds: Finds

    @cached_property
    def spelt(self) -> list[str]:
        """The same with words spelt otherwise, the likest first.

        Asks for each term, and for at most twelve queries. Reads all names; costs six queries more,
        however many words nothing has.
        """
        if not self.wrong:
            return []
        names = all_names()
        typed = " ".join(term.typed for term in self.query.sought)
        whole = [] if self.query.excluded else [each.name for each in names.near(typed)]
        tried: dict[tuple[str, ...], str] = {}
        for text in (*whole, *_respelt(self.query, self.wrong, names)):
            tried.setdefault(word_forms(text), text)
        return list(islice(filter(self._finds_typed, tried.values()), MOST_MEANT))

    @property
    def one_letter_off(self) -> list[str]:
        """Of ``spelt`` those with at most one letter put right in each word that nothing has."""
        typed = _letters(" ".join(term.typed for term in self.query.terms))
        slips = len(self.wrong)
        return [each for each in self.spelt if OSA.distance(typed, _letters(each)) <= slips]

    @cached_property
    def fewer(self) -> list[Query]:
        """Less the terms that nothing has; where it finds nothing so, less another one.

        Asks for each term, and for as many queries as there are terms, and one.
        """
        right = self.query.without(*self.wrong)
        if not right.sought or len(self.query.terms) > MOST_TERMS:
            return []
        if self.wrong and self.finds(right):
            return [right]
        less = (right.without(term) for term in right.terms)
        return list(islice((each for each in less if each.sought and self.finds(each)), MOST_MEANT))

    @cached_property
    def wrong(self) -> list[Term]:
        """The terms that nothing has."""
        if len(self.query.terms) > MOST_TERMS:
            return []
        return [
            term
            for term in self.query.sought
            if not self.finds(replace(self.query, sought=(term,), excluded=()))
        ]

    def _finds_typed(self, text: str) -> bool:
        return self.finds(replace(read(text), called=self.query.called))


def _letters(text: str) -> str:
    return (word_forms(text) or ("",))[0]


def _respelt(query: Query, wrong: Sequence[Term], names: Names) -> Iterator[str]:
    """The query with words that are there in the place of those that nothing has."""
    words = [word for term in wrong for word in term.words]
    vocabulary = _beginning_like(words) | _of_subjects() | _of_names(names)
    near = {term: list(_respelt_term(term, vocabulary)) for term in wrong}
    for several in islice(product(*near.values()), MOST_TRIED):
        instead = dict(zip(near, several, strict=True))
        terms = (replace(term, typed=instead.get(term, term.typed)) for term in query.sought)
        yield replace(query, sought=tuple(terms)).typed


def _respelt_term(term: Term, vocabulary: dict[str, str]) -> Iterator[str]:
    """The term with each of its words spelt as one that is there; a phrase keeps its marks."""
    near = [_near(word, vocabulary) for word in term.words]
    if not near:  # one with a sign, or either of two: it stays as it is
        yield term.typed
    for several in islice(product(*near), MOST_NEAR):
        text = " ".join(several)
        yield f'"{text}"' if term.whole else text


def _near(word: str, vocabulary: dict[str, str]) -> list[str]:
    """The words that this may be a slip of, the likest first; itself, where it is one of them."""
    if word in vocabulary:
        return [vocabulary[word]]
    slips = (len(word) >= ONE_SLIP) + (len(word) >= TWO_SLIPS)
    if not slips or any(letter.isdigit() for letter in word):
        return []
    found = process.extract(
        word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=slips, limit=MOST_NEAR
    )
    return [vocabulary[folded] for folded, _, _ in found]


def _of_names(names: Names) -> dict[str, str]:
    """The words of names, folded, each with how it is written."""
    return {
        form: word.strip(".,;:()“”\"'")
        for name in names.written
        for word in name.split()
        for form in word_forms(word)[:1]
        if form.isalnum()
    }


def _of_subjects() -> dict[str, str]:
    """The words of propositions and topics. Two queries."""
    newest = (
        model._default_manager.order_by("-pk").values_list("folded", flat=True)[:MOST_READ]
        for model in (PropositionText, TopicText)
    )
    return _words(chain.from_iterable(newest))


def _beginning_like(words: Sequence[str]) -> dict[str, str]:
    """The words of sources and statements that begin like any of these. Three queries at most."""
    found: dict[str, str] = {}
    for letters in BEGINNINGS:
        beginnings = {
            word[:letters] for word in words if len(word) >= letters and not _near(word, found)
        }
        if beginnings:
            texts = [_with_words(StatementText, beginnings)]
            texts += [_with_words(SourceText, beginnings)] if letters == min(BEGINNINGS) else []
            found |= _words(chain.from_iterable(texts), tuple(beginnings))
    return found


def _with_words(model: type[FoldedText], beginnings: Iterable[str]) -> Iterable[str]:
    """The texts with a word that begins so, of each beginning the newest. One query."""
    rows = model._default_manager.order_by()
    newest = (rows.filter(folded__words=(f" {each}",)).order_by("-pk") for each in beginnings)
    first, *others = (
        rows.filter(pk__in=some.values("pk")[:MOST_READ]).values_list("folded", flat=True)
        for some in newest
    )
    return first.union(*others, all=True)


def _words(texts: Iterable[str], beginnings: tuple[str, ...] = ("",)) -> dict[str, str]:
    words = {word for text in texts for word in text.split() if word.startswith(beginnings)}
    return {word: word for word in sorted(words) if word.isalnum()}
