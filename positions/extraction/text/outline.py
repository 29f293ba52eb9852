"""Stage 4: a sentence as tokens, each quotation one opaque token, so that no rule looks inside."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.places import STATE_OF
from positions.extraction.lexicon.words import STOPPED_TITLES
from positions.extraction.text.marks import Quotation

_STATES = "|".join(sorted(each.capitalize() for each in STATE_OF if each.isalpha()))
_TITLES = "|".join(sorted(map(str.capitalize, STOPPED_TITLES)))
_TOKEN = re.compile(
    r"\x02+|\x03+"
    rf"|(?:[{CAPITALS}]\.){{2,}}"  # U.S.
    rf"|(?:{_TITLES}|[{CAPITALS}])\.(?=\s+[{CAPITALS}\x02\x03])"
    r"|\b(?:Jr|Sr|Ph\.D|Esq)\."
    rf"|\b(?:{_STATES})\.(?=[,;)]|\s+[a-z])"
    r"|\w+(?:[’'&.\-/]\w+)*(?:(?<=s)[’'](?=\s))?"
    r"|[^\w\s]"
)


_new = tuple.__new__
_NAMESAKES = frozenset(["Will", "May"])
"""First names that are small words, too: within a sentence, before another capital, names."""


class Token(NamedTuple):
    """A word, a punctuation mark, or a quotation (by its index; -1 for the others).

    `lower` is the word in small letters, as the word lists have it; a first name that is also a
    small word keeps its capital there (Will Brae).
    """

    text: str
    lower: str
    start: int
    end: int
    quotation: int

    @property
    def capital(self) -> bool:
        """Whether the word is written with a capital, as a name is."""
        return self.text[0].isupper()


class Sentence(NamedTuple):
    """The tokens of one sentence, and the index of its paragraph."""

    tokens: list[Token]
    paragraph: int
    start: int
    end: int


def masked(text: str, quoted: Sequence[Quotation]) -> str:
    """Give the text with its quotations made opaque, of the same length."""
    parts: list[str] = []
    done = 0
    for index, each in enumerate(quoted):
        parts.append(text[done : each.opened])
        parts.append("\x02\x03"[index % 2] * (each.closed - each.opened))
        done = each.closed
    parts.append(text[done:])
    return "".join(parts)


def tokens(opaque: str, start: int, end: int, numbers: dict[int, int]) -> list[Token]:
    """Read the tokens between two places of a masked text.

    `numbers` gives the index of the quotation that opens at a place. Linear in the length.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(opaque, start, end):
        word, (at, until) = match.group(), match.span()
        if word[0] in "\x02\x03":
            found.append(Token("\x02", "\x02", at, until, numbers.get(at, -1)))
            continue
        lower = word.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        elif word in _NAMESAKES and found and _begins_name(opaque, until):
            lower = word
        found.append(_new(Token, (word, lower, at, until, -1)))  # as Token(…), and quicker
    return found


def _begins_name(opaque: str, end: int) -> bool:
    """Say whether a blank and a word with one capital follow."""
    return opaque[end : end + 1] == " " and opaque[end + 1 : end + 3].istitle()
