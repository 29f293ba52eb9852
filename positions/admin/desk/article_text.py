"""The article at the left: its paragraphs, cut where words of cards begin and end (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from positions.intake.card import Card

_PARAGRAPH = re.compile(r"^[^\S\n]*+\S.*+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that belongs to the same cards: to the first, if any; ``opens`` where it begins."""

    text: str
    card: int = 0
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank. Joined, its stretches are that line."""

    start: int
    stretches: tuple[Stretch, ...]


def paragraphs(text: str, cards: Iterable[Card]) -> list[Paragraph]:
    """Cut the text into paragraphs and these into stretches. Close to linear in the text.

    Where two cards claim the same words, the one that begins first has them.
    """
    claims = sorted((each.start, each.end, card.number) for card in cards for each in card.words)
    found, place = [], 0
    seen: set[int] = set()
    for line in _PARAGRAPH.finditer(text):
        while place < len(claims) and claims[place][1] <= line.start():
            place += 1
        pieces = tuple(_cut(text, line.start(), line.end(), islice(claims, place, None), seen))
        found.append(Paragraph(line.start(), pieces))
    return found


def _cut(
    text: str, start: int, end: int, claims: Iterable[tuple[int, int, int]], seen: set[int]
) -> Iterator[Stretch]:
    at = start
    for begins, ends, number in claims:
        if begins >= end:
            break
        first, last = max(begins, at), min(ends, end)
        if first >= last:
            continue
        if at < first:
            yield Stretch(text[at:first])
        yield Stretch(text[first:last], number, number not in seen)
        seen.add(number)
        at = last
    if at < end:
        yield Stretch(text[at:end])
