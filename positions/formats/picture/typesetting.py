"""A text set into a rectangle: as large as fits, never altered, cut only when it would be small.

Pure: how wide a text is at a size is told by the caller, in the unit of the rectangle.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

Measure = Callable[[str, int], float]

LEADING = 1.24  # from line to line, as a multiple of the size
CUT = " …"
# A no-break space holds a word together, where str.split would part it.
_WORD = re.compile(r"(?:\S|[\u00a0\u202f])+")


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines at a size. ``cut``: the text goes on after the last of them, which says so."""

    size: int
    lines: tuple[str, ...]
    cut: bool = False

    @property
    def height(self) -> int:
        return round(len(self.lines) * self.size * LEADING)


def fit(
    text: str,
    box: tuple[int, int],
    sizes: Sequence[int],
    measure: Measure,
    marks: tuple[str, str] = ("", ""),
) -> Setting:
    """Set ``text`` between ``marks`` in a box (width, height), at the largest size that fits.

    ``sizes`` fall. Blanks and line breaks are one blank each; a word wider than the box is broken.
    Where not even the smallest size fits, it is cut at a word, with “…” before the closing mark.
    """
    words = _WORD.findall(text.strip())
    if not words:
        return Setting(sizes[0], ())
    opening, closing = marks
    whole = [opening + words[0], *words[1:]]
    whole[-1] += closing

    def lines_at(size: int) -> list[str] | None:
        """The lines, or None where there are too many."""
        most = rows(box[1], size)
        lines = list(islice(broken(whole, box[0], size, measure), most + 1))
        return lines if len(lines) <= most else None

    place = bisect_left(sizes, True, key=lambda size: lines_at(size) is not None)
    if place < len(sizes):
        return Setting(sizes[place], tuple(lines_at(sizes[place]) or ()))
    return _cut(whole, closing, box, sizes[-1], measure)


def rows(height: int, size: int) -> int:
    """How many lines have room; at least one."""
    return max(1, int(height / (size * LEADING)))


def broken(words: Sequence[str], width: int, size: int, measure: Measure) -> Iterator[str]:
    """Lines no wider than ``width``, each filled before the next is begun."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if measure(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        while measure(word, size) > width and len(word) > 1:
            head = _head(word, width, size, measure)
            yield word[:head]
            word = word[head:]  # noqa: PLW2901 - the rest of a word is a word
        line = word
    if line:
        yield line


def _head(word: str, width: int, size: int, measure: Measure) -> int:
    """How many characters of the word have room; at least one."""
    tooth = bisect_left(range(1, len(word)), True, key=lambda n: measure(word[:n], size) > width)
    return max(1, tooth)


def _cut(
    words: Sequence[str], closing: str, box: tuple[int, int], size: int, measure: Measure
) -> Setting:
    most = rows(box[1], size)
    *full, last = islice(broken(words, box[0], size, measure), most)
    end = CUT + closing
    while last and measure(last + end, size) > box[0]:
        last = last.rpartition(" ")[0]
    return Setting(size, (*full, (last + end).strip()), cut=True)


def clipped(text: str, width: int, size: int, measure: Measure) -> str:
    """One line of text, cut at a word where it is too wide."""
    return fit(text, (width, size), [size], measure).lines[0] if text.strip() else ""
