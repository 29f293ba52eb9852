"""Which words of a running text are a time for certain, and which only look like one."""

from __future__ import annotations

from collections.abc import Iterator

from positions.dates.phrase import Phrase
from positions.dates.tokens import Line
from positions.dates.vocabulary import (
    ABOUT,
    BEGINNINGS,
    FUNCTION_WORDS,
    LEADS,
    NAMES,
    RELATIONS,
    TIMES,
    WEEKDAYS,
    listed,
)

_FIRST = BEGINNINGS | RELATIONS | (ABOUT - {"c", "ca"}) | (LEADS - {"of", "end"})
REACH = 10  # words from the beginning of an expression to the first that is a time
_JOINED_BEFORE = frozenset("_@#$£€/\\-–'’")
_JOINED_AFTER = frozenset("_@%°/\\")
# "Black Friday", "USA Today", "the Mail on Sunday", "The Sunday Times" are names.
_NAMES_BEFORE = listed("black cyber good super bloody easter palm ash maundy giving usa psychology")
_PAPERS_ON = listed("mail independent scotland ireland wales")
_NAMES_AFTER = listed(
    "times telegraph mirror express post herald mail world people independent show programme"
    " program business sport"
)


def beginnings(line: Line) -> Iterator[int]:
    """The places at which an expression may begin: what can begin one, and a time soon after."""
    nearest = len(line) + REACH
    near = bytearray(len(line))
    for at in range(len(line) - 1, -1, -1):
        word, _, _, capital = line.tokens[at]
        if word in TIMES or word[0].isdecimal() or (capital and word in NAMES):
            nearest = at
        near[at] = nearest - at < REACH and (word in _FIRST or word[0].isdecimal())
    yield from (at for at, is_near in enumerate(near) if is_near)


def stands(line: Line, text: str, at: int, phrase: Phrase) -> bool:
    """Whether the words from a place on are that time, by themselves and by what is around them."""
    if phrase.telling != "always":
        return False
    start, end = line.tokens[at].start, line.tokens[phrase.end - 1].end
    before = text[start - 1 : start]
    if before and (before.isalnum() or before in _JOINED_BEFORE):
        return False
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after and (after.isalnum() or after in _JOINED_AFTER):
        return False
    if after in "-‑" and beyond.isalnum() and after:
        return False
    if after and after in ".,:–" and beyond.isdecimal():
        return False
    following = line.word(phrase.end)
    if phrase.exposed and following.isalnum() and following not in FUNCTION_WORDS:
        return False
    return not (phrase.kind in ("season", "week", "span") and following == "of")


def is_name(line: Line, text: str, at: int, end: int) -> bool:
    """Whether the words are part of a name: "Black Friday", "The Sunday Times"."""
    before, after = line.word(at - 1), line.word(end)
    if before in _NAMES_BEFORE and line.capital(at - 1):
        return True
    if before in _PAPERS_ON and line.capital(at - 1) and line.word(at) == "on":
        return line.word(at + 1) in WEEKDAYS
    if line.word(end - 1) in WEEKDAYS:
        return after in _NAMES_AFTER and line.capital(end)
    # In the middle of a sentence only the broadcast has a capital: "told Today".
    if line.word(at) != "today" or not line.capital(at) or at == 0:
        return False
    between = text[line.tokens[at - 1].end : line.tokens[at].start]
    return before[-1].isalnum() and "\n" not in between
