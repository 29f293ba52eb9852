"""Folds a name, so that it is the same however it is written (pure)."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"['’‘`.]")
_NO_LETTERS = re.compile(r"[\W_]+")
_LEGAL_FORMS = {
    *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited"),
    *("llc", "llp", "plc", "gmbh", "ag", "sa", "bv", "nv"),
}


def fold(name: str) -> str:
    """The name without case, accents, punctuation, a leading "The" and a trailing legal form."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(character)
    )
    bare = _DROPPED.sub("", bare).replace("&", " and ")
    words = _NO_LETTERS.sub(" ", bare).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)
