"""Folds a name, so that it is the same however it is written (pure).

The rule is decision 32: what does not count is case, accents and letters beyond accents, white
space, punctuation, “&” for “and”, a leading “the”, a legal form at the end, and the stops of an
abbreviation. All words of the name count, in their order: a part of a name is another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category, normalize

LEGAL_FORMS = {
    *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited"),
    *("llc", "llp", "plc", "gmbh", "ag", "sa", "bv", "nv"),
}
LONGEST_KEY = 200  # characters
_WORD = re.compile(r"[^\W_]+")
_DOT_COM = re.compile(r"(?<=[^\W_])\.com(?![^\W_]|\.[^\W_])")

# Letters that are more than another letter with an accent, as they are written without them.
BEYOND_ACCENTS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŋ": "n",
    "ĸ": "k",
    "ƒ": "f",
}
# Marks within words that are often left out: “Hawaiʻi”, “People’s”.
APOSTROPHES = "'’‘ʼʻʹʾʿ"


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


class _Letters(dict[int, str]):
    """What each character is without case and accents, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = normalize("NFKD", normalize("NFKD", chr(code)).casefold())
        self[code] = "".join(
            BEYOND_ACCENTS.get(each, each)
            for each in bare
            if not category(each).startswith(("M", "Cf")) and each not in APOSTROPHES
        )
        return self[code]


_LETTERS = _Letters()


def plain(text: str) -> str:
    """The text without case, accents and apostrophes; all else as it is. Linear in its length."""
    return text.translate(_LETTERS)
