"""Marks, in a text as it is written, the words that somebody looked for.

No letter is changed: the pieces, put together, are the text, or the part of it around the first of
these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from positions.search.typed import Term
from positions.words.folding import Word, also_in, words_in

# Characters of a long text that are shown, and how many of them come before the first word found.
LONGEST = 320
SHORT = 120
BEFORE = 90
BLANK = re.compile(r"\s+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Pieces that follow one another; ``cut_before`` and ``cut_after`` say where text is left out.

    ``met`` are the terms that stand in the text, also where that part is left out.
    """

    pieces: tuple[Piece, ...]
    met: frozenset[Term]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def excerpt(text: str, terms: Sequence[Term], longest: int = LONGEST) -> Excerpt:
    """The text with the terms marked; of a long one, ``longest`` characters around the first."""
    forms = _known_forms(text) if len(text) <= SHORT else _forms(text)
    found = [(span, term) for words in forms for span, term in _met(words, terms)]
    spans = _merged(sorted(span for span, _ in found))
    start, end = _part(text, spans[0] if spans else (0, 0), longest)
    return Excerpt(
        pieces=tuple(_pieces(text, spans, start, end)),
        met=frozenset(term for _, term in found),
        cut_before=start > 0,
        cut_after=end < len(text),
    )


def _forms(text: str) -> tuple[Sequence[Word], ...]:
    """The words of each form of a text, and by itself each of what stands beside them."""
    forms = tuple(words_in(text))
    return (*forms, *([word] for word in also_in(text, forms)))


# Names and labels come back on every page, sentences do not.
_known_forms = lru_cache(maxsize=1024)(_forms)


def _met(words: Sequence[Word], terms: Sequence[Term]) -> Iterator[tuple[Span, Term]]:
    """Where each term stands among the words of one form of the text."""
    for term in terms:
        for pattern in term.patterns:
            *before, last = pattern.split()
            size, whole = len(before) + 1, pattern.endswith(" ")
            for place in range(len(words) - size + 1):
                if _ends_with(words[place + size - 1].folded, last, whole=whole) and all(
                    words[place + number].folded == each for number, each in enumerate(before)
                ):
                    yield (words[place].start, words[place + size - 1].end), term


def _ends_with(word: str, last: str, *, whole: bool) -> bool:
    return word == last if whole else word.startswith(last)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The same places, in order, none in another."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _part(text: str, first: Span, longest: int) -> Span:
    """From where to where a text is shown: whole where it is short, else between two words."""
    if len(text) <= longest:
        return 0, len(text)
    start, end = max(0, min(first[0] - BEFORE, len(text) - longest)), len(text)
    if start and (blank := BLANK.search(text, start, first[0])):
        start = blank.end()
    if start + longest < end:
        end = max(start + longest, first[1])
        blanks = [found.start() for found in BLANK.finditer(text, first[1], end)]
        end = blanks[-1] if blanks and blanks[-1] > start else end
    return start, end


def _pieces(text: str, spans: Sequence[Span], start: int, end: int) -> Iterator[Piece]:
    here = start
    for begin, stop in spans:
        if begin < start or stop > end:
            continue
        if begin > here:
            yield Piece(text[here:begin])
        yield Piece(text[begin:stop], marked=True)
        here = stop
    if here < end:
        yield Piece(text[here:end])
