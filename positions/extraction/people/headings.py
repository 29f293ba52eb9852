"""Stage 7: what of a heading is a name, where all its words have capitals."""

from collections.abc import Container
from dataclasses import replace

from positions.extraction.lexicon.names import MEN, WOMEN
from positions.extraction.lexicon.words import BODIES
from positions.extraction.phrases.names import Name

_FEW = 3  # words of a body's name, which no verb stands in


def part_named(
    name: Name, by_name: Container[str], by_surname: Container[str], *, whole: bool
) -> Name | None:
    """Give the part of a heading's capitals that is a name: one of the text's, or a person's.

    The headings are read last, so that the names of the text are known. None for no name. `whole`
    says that the words follow "by the" or the like, so that they may be a body's name.
    """
    words = name.words
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            text = " ".join(part).lower()
            if text in by_name or (size == 1 and text in by_surname):
                return _part(name, at, part)
    first = words[0].lower()
    if whole and 1 < len(words) <= _FEW and words[-1].lower() in BODIES:
        return name
    named = len(words) > 1 and (first in WOMEN or first in MEN)
    return _part(name, 0, words[:2]) if named else None


def _part(name: Name, at: int, words: tuple[str, ...]) -> Name:
    """Give some words of a name as a name; one within keeps its place and has no title."""
    if at == 0 and len(words) == len(name.words):
        return name
    return replace(name, words=words, title=name.title if at == 0 else "")
