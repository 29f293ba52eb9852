"""What somebody typed into a box: the words and phrases to look for, and those to leave out.

A word is found where a word starts with it or has its stem, a phrase in quotation marks where it
stands whole. A minus before either leaves out what has it, OR between two takes either. Function
words need not be met beside others. All else is looked for as it is: nothing is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from positions.search.vocabulary import FUNCTION_WORDS
from positions.words.folding import STEM, signed, stem, word_forms

MARKS = '"“”„«»'
TYPED = re.compile(
    rf"(?P<minus>-?)[{MARKS}](?P<phrase>[^{MARKS}]+)[{MARKS}]"
    rf"|(?P<word>-*[§$€£¥]+\s+\w[^\s{MARKS}]*|-*\d[\d.,]*\s+[%‰](?=\s|$)|[^\s{MARKS}]+)"
)
MINUS = "-"
OR = "OR"
MARKS_AROUND = ",;:!?()[]{}…"
AROUND = f"{MARKS_AROUND}.'’"  # marks beside a word that are no part of it
WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")  # U.S., U.S


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, or several of which one is enough.

    ``patterns`` are what a folded text contains, any of them, that has it: words with a space
    before each, and after the last where that is whole. ``typed`` is how it was typed, phrases in
    straight marks, without a minus. ``words`` are those that may be misspelt, folded.
    """

    patterns: tuple[str, ...]
    typed: str = field(default="", compare=False)
    words: tuple[str, ...] = field(default=(), compare=False)
    whole: bool = field(default=False, compare=False)

    @property
    def is_function_word(self) -> bool:
        return not self.whole and len(self.words) == 1 and self.words[0] in FUNCTION_WORDS

    def __or__(self, other: Term) -> Term:
        """Either of the two."""
        return Term((*self.patterns, *other.patterns), f"{self.typed} {OR} {other.typed}")


@dataclass(frozen=True, slots=True)
class Query:
    """All terms of ``sought`` are to be met, none of ``excluded``.

    ``called`` keeps what was found for it and for its terms: a page asks for that several times.
    Queries that are made of it share it.
    """

    sought: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    called: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.sought + self.excluded

    @property
    def typed(self) -> str:
        """What would be typed to look for it."""
        excluded = (MINUS + each.typed for each in self.excluded)
        return " ".join([*(each.typed for each in self.sought), *excluded])

    def without(self, *terms: Term) -> Query:
        """The same without these terms."""
        return replace(
            self,
            sought=tuple(each for each in self.sought if each not in terms),
            excluded=tuple(each for each in self.excluded if each not in terms),
        )


@dataclass(frozen=True, slots=True)
class Token:
    """A phrase or a word as it was typed, and whether a minus stands before it."""

    text: str
    minus: bool = False
    is_phrase: bool = False

    @property
    def typed(self) -> str:
        """The same as it would be typed again."""
        text = f'"{self.text}"' if self.is_phrase else self.text
        return f"{MINUS}{text}" if self.minus else text

    def term(self) -> Term:
        """What is looked for by it: of marks alone, nothing."""
        return _phrase(self.text) if self.is_phrase else _word(self.text)


def tokens(text: str) -> Iterator[Token]:
    """What was typed, word by word and phrase by phrase."""
    for found in TYPED.finditer(text):
        if phrase := found["phrase"]:
            yield Token(phrase.strip(), bool(found["minus"]), is_phrase=True)
        elif word := found["word"]:
            yield Token(word.lstrip(MINUS), word.startswith(MINUS))


def read(text: str, *, by_itself: bool = True) -> Query:
    """The terms of a text, each once; of marks alone, none.

    Of function words alone all are sought, unless the text is not all that is looked for.
    """
    sought: list[Term] = []
    excluded: list[Term] = []
    either = goes_on = False  # whether OR was typed just before, and a term before it
    for token in tokens(text):
        if (
            goes_on
            and not either
            and (token.text, token.is_phrase, token.minus) == (OR, False, False)
        ):
            either = True
            continue
        term = token.term()
        if not term.patterns:
            continue
        if token.minus:
            excluded.append(term)
        elif either:
            sought[-1] |= term
        else:
            sought.append(term)
        either, goes_on = False, not token.minus
    met = [term for term in sought if not term.is_function_word]
    if by_itself:
        met = met or sought
    return Query(tuple(dict.fromkeys(met)), tuple(dict.fromkeys(excluded)))


def _phrase(text: str) -> Term:
    forms = word_forms(text)
    words = tuple(forms[0].split()) if forms else ()
    return Term(tuple(f" {form} " for form in forms), f'"{text}"', words, whole=True)


def _word(text: str) -> Term:
    bare = text.strip(AROUND)
    text = text.strip(MARKS_AROUND) or text
    if sign := signed(bare):
        return Term((f" {sign} ",), text)
    forms = word_forms(text)
    if not forms:
        return Term((), text)
    words = tuple(forms[0].split())
    if "&" in bare or WITH_STOPS.fullmatch(bare):  # AT&T, U.S.: another word begins with it
        names = [form for form in forms if form not in FUNCTION_WORDS] or forms
        return Term(tuple(f" {form} " for form in names), text, words)
    stems = {stem(form) for form in forms if form.isascii() and form.isalpha()}
    others = [f" {each} " for each in stems - {*forms}]
    whole = sorted([*(f" {STEM}{each} " for each in stems), *others])
    return Term((*(f" {form}" for form in forms), *whole), text, words)
