"""A text as tokens: words, numbers, dates in figures, clocks and marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# Every alternative is bounded or never gives back what it took, so the whole is linear. A number
# is a token only where no letter is joined to it: "FY2019" is one word.
_TOKEN = re.compile(
    r"(?:"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,20}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    r"|[0-9]{1,4}(?P<mark>[./-])[0-9]{1,2}(?P=mark)[0-9]{1,4}"
    r"|[0-9]{1,2}[:.][0-9]{2}\s?[ap](?:\.m\.|m)"
    r"|[0-9]{1,2}\s?[ap](?:\.m\.|m)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"|[0-9]{1,2}(?:st|nd|rd|th|er|º|ª)"
    r"|[0-9]{4}s"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9,])"
    r"|[0-9]++(?>(?:\.[0-9]++)*)"
    r"|'[0-9]{2}"
    r"|'[sS]"
    r")(?!\w)"
    r"|\w++"
    r"|(?P<same>[^\w\s])(?>(?P=same)*)",
    re.IGNORECASE,
)
# What takes no room in print, and marks that are printed in two ways: each is one character.
_PLAIN = str.maketrans({**dict.fromkeys("\u200b\u2060\ufeff\u00ad", " "), "’": "'", "‑": "-"})


BEYOND = ("",) * 64  # more than the longest expression has


class Token(NamedTuple):
    """A word in small letters, and where it stands. ``capital``: printed with a capital."""

    word: str
    start: int
    end: int
    capital: bool


class Line:
    """Tokens that can be looked at beyond both ends: there the word is empty."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._words = [*(token.word for token in tokens), *BEYOND]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, at: int) -> str:
        """The word at a place; one before the first is found among those beyond the last."""
        return self._words[at]

    def words(self, at: int, count: int) -> tuple[str, ...]:
        """So many words from a place on."""
        return tuple(self._words[at : at + count])

    def capital(self, at: int) -> bool:
        """Whether it is printed with a capital."""
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def joined(self, at: int) -> bool:
        """Whether nothing stands between the token at a place and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end


def tokens(text: str) -> list[Token]:
    """The tokens of a text. Linear in its length."""
    found = []
    for match in _TOKEN.finditer(text.translate(_PLAIN)):
        word, (start, end) = match.group(), match.span()
        found.append(Token(word.lower(), start, end, word[0].isupper()))
    return found
