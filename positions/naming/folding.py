"""Folds a name, so that it is the same however it is written (pure).

The rule is decision 32: what does not count is case, accents and letters beyond accents, white
space, punctuation, “&” for “and”, a leading “the”, a legal form at the end, and the stops of an
abbreviation. All words of the name count, in their order: a part of a name is another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from positions.naming.letters import plain

LEGAL_FORMS = {
    *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited"),
    *("llc", "llp", "plc", "gmbh", "ag", "sa", "bv", "nv"),
}
LONGEST_KEY = 200  # characters
_WORD = re.compile(r"[^\W_]+")
_DOT_COM = re.compile(r"(?<=[^\W_])\.com(?![^\W_]|\.[^\W_])")


def fold(name: str) -> str:
    """The words of the name that count, with a space between them: “The A.C.L.U., Inc.” is “aclu”.

    Empty where there is no letter and no digit. Linear in the length of the name.
    """
    words = list(_joined(_WORD.findall(_DOT_COM.sub(" ", plain(name)).replace("&", " and "))))
    first, last = 0, len(words)
    while last - first > 1 and words[first] == "the":
        first += 1
    while last - first > 1 and words[last - 1] in LEGAL_FORMS:
        last -= 1
        if last - first > 1 and words[last - 1] == "and":  # “Sons & Co.”
            last -= 1
    return " ".join(words[first:last])


def key(name: str) -> str:
    """The folded name as the database keeps it: its first 200 characters."""
    return fold(name)[:LONGEST_KEY]


def _joined(words: list[str]) -> Iterator[str]:
    """The words, with single letters that follow each other as one: “a c l u” is “aclu”."""
    for single, run in groupby(words, key=lambda word: len(word) == 1 and word.isalpha()):
        several = list(run)
        yield from ["".join(several)] if single else several
