"""What may have been meant where nothing is found: words that are spelt alike, or fewer words.

A word that nothing has is held against the words of names, propositions, sources and statements
that begin like it. Whatever is proposed was looked for, and found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from positions.models import PropositionText, SourceText, StatementText, TopicText
from positions.models.names import all_names
from positions.models.searchable import FoldedText
from positions.naming import Names
from positions.search.typed import MINUS, Query, Term, read
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


@dataclass(frozen=True, slots=True)
class Meant:
    """What may be typed instead: words spelt otherwise, the likest first; and fewer words."""

    spelt: list[str]
    fewer: list[str]


def meant(query: Query, finds: Finds) -> Meant:
    """What may be typed instead of a query that finds nothing; each of it finds something.

    ``finds`` says whether a query finds anything, where it is asked. It is asked for each term, and
    for at most twenty others. Reads all names; costs four queries beside, and three for each word
    that nothing has.
    """
    if len(query.terms) > MOST_TERMS:
        return Meant([], [])
    wrong = [term for term in query.sought if not finds(Query((term,)))]
    names = all_names() if wrong else Names()
    typed = " ".join(term.typed for term in query.sought)
    tried = [
        *(each.name for each in (names.near(typed) if wrong and not query.excluded else ())),
        *_respelt(query, wrong, names),
    ]
    spelt = [text for text in _each_once(tried) if finds(read(text))]
    return Meant(spelt[:MOST_MEANT], _fewer(query, wrong, finds)[:MOST_MEANT])


def _respelt(query: Query, wrong: Sequence[Term], names: Names) -> Iterator[str]:
    """The query with words that are there in the place of those that nothing has."""
    if not wrong:
        return
    vocabulary = _of_subjects() | _of_names(names)
    near = {term: list(_respelt_term(term, vocabulary)) for term in wrong}
    if not all(near.values()):
        return
    for words in islice(product(*near.values()), MOST_TRIED):
        instead = dict(zip(near, words, strict=True))
        yield _typed(query, [instead.get(term, term.typed) for term in query.sought])


def _respelt_term(term: Term, vocabulary: dict[str, str]) -> Iterator[str]:
    """The term with each of its words spelt as one that is there; a phrase keeps its marks."""
    words = term.forms[0].split()
    near = [_near(word, _beginning_like(word) | vocabulary) for word in words]
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
    return _words(_folded(PropositionText), "") | _words(_folded(TopicText), "")


def _beginning_like(word: str) -> dict[str, str]:
    """The words of sources and statements that begin as this does. Three queries at most."""
    found: dict[str, str] = {}
    for letters in BEGINNINGS:
        beginning = word[:letters]
        if len(beginning) == letters and not _near(word, found):
            texts = [_folded(StatementText, beginning)]
            texts += [_folded(SourceText, beginning)] if letters == min(BEGINNINGS) else []
            for each in texts:
                found |= _words(each, beginning)
    return found


def _folded(model: type[FoldedText], beginning: str = "") -> Iterable[str]:
    rows = model._default_manager.order_by("-pk")
    rows = rows.filter(folded__words=(f" {beginning}",)) if beginning else rows
    return rows.values_list("folded", flat=True)[:MOST_READ]


def _words(texts: Iterable[str], beginning: str) -> dict[str, str]:
    words = {word for text in texts for word in text.split() if word.startswith(beginning)}
    return {word: word for word in sorted(words) if word.isalnum()}


def _fewer(query: Query, wrong: Sequence[Term], finds: Finds) -> list[str]:
    """The query less the terms that nothing has; where it finds nothing so, less another one."""
    right = replace(query, sought=tuple(term for term in query.sought if term not in wrong))
    if not right.sought:
        return []
    if wrong and finds(right):
        return [_typed(right, [term.typed for term in right.sought])]
    left = [_less(right, term) for term in right.terms]
    return [
        _typed(each, [term.typed for term in each.sought])
        for each in left
        if each.sought and finds(each)
    ]


def _less(query: Query, term: Term) -> Query:
    sought = tuple(each for each in query.sought if each != term)
    return Query(sought, tuple(each for each in query.excluded if each != term))


def _typed(query: Query, sought: Iterable[str]) -> str:
    return " ".join([*sought, *(MINUS + each.typed for each in query.excluded)])


def _each_once(texts: Iterable[str]) -> list[str]:
    """Those that are not the same but for how they are written."""
    return list({word_forms(text): text for text in reversed(list(texts))}.values())[::-1]
