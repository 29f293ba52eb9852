"""What somebody typed into a box: the words and phrases to look for, and those to leave out.

A word is found where a word starts with it, a phrase in quotation marks where it stands whole. A
minus before either leaves out what has it. All else is looked for as it is: nothing is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from positions.words.folding import word_forms

MARKS = '"“”„«»'
TYPED = re.compile(rf"(-?)[{MARKS}]([^{MARKS}]+)[{MARKS}]|([^\s{MARKS}]+)")
MINUS = "-"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, in each of the forms that it may stand in.

    ``typed`` is how it was typed, phrases in straight marks, without a minus.
    """

    forms: tuple[str, ...]
    whole: bool = False
    typed: str = field(default="", compare=False)

    @property
    def patterns(self) -> tuple[str, ...]:
        """What a folded text contains, any of them, that has the term."""
        return tuple(f" {form} " if self.whole else f" {form}" for form in self.forms)


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


def read(text: str) -> Query:
    """The terms of a text, each once; of marks alone, none."""
    sought: dict[Term, None] = {}
    excluded: dict[Term, None] = {}
    for minus, phrase, word in TYPED.findall(text):
        left_out = bool(minus) or word.startswith(MINUS)
        typed = f'"{phrase.strip()}"' if phrase else word.lstrip(MINUS)
        term = Term(word_forms(phrase or word), bool(phrase), typed)
        if term.forms:
            (excluded if left_out else sought)[term] = None
    return Query(tuple(sought), tuple(excluded))
