"""The parts of a text, of which each may be a name: to be offered, never meant (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = re.compile(r"(?<!\s)\s++[,;|(]\s*+|[,;|(]\s*+|(?<!\s)\s++[-–—]\s++|\t++")
LONGEST = 400  # characters of a text that are read in parts; twice what a name can have
MOST_PARTS = 12


def readings(text: str) -> Iterator[tuple[str, str]]:
    """(name, rest): the text with ever more taken off its end, at a comma, bar, dash or bracket."""
    text = text[:LONGEST]
    for found in reversed(list(BREAK.finditer(text))[:MOST_PARTS]):
        if name := text[: found.start()].strip():
            yield name, text[found.end() :].strip(" )")


def parts(text: str) -> list[str]:
    """Names that may stand in a text: its parts in reverse (“Hill, Anita”), then each of them."""
    single = [each.strip(" )") for each in BREAK.split(text[:LONGEST], MOST_PARTS)]
    if len(single) < 2:
        return []
    several = (" ".join(reversed(single)), *(name for name, _ in readings(text)), *single)
    return [each for each in dict.fromkeys(several) if each]
