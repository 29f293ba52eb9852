"""The frame in which another site shows a card: its address, its size, its markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from positions.choices import Stance
from positions.records import PropositionRecord

WIDTH = 600  # pixels, where nobody asks for less
MATRIX_HEIGHT = 640  # of the matrix of a topic, which scrolls
HIGHEST = 1000  # what needs more is scrolled within the frame
LONGEST_GROUNDS = 160  # characters of the words, or reasons, of a further stance
POSITIONS_SHOWN = 10  # of an organisation
ROWS_SHOWN, COLUMNS_SHOWN = 12, 5  # of the matrix of a topic
NAMES_SHOWN = 8  # holders of a stance that a card names

# Of templates/embed and embed.css, in pixels: what surrounds the text of a card, and its lines.
SIDES = 42
LETTER = 0.5  # the width of a letter, as a part of its size
BESIDE = 480  # from this width on, names stand beside their stance
NAME = 34  # letters of a name, how it was said, and what parts it from the next


@dataclass(frozen=True, slots=True)
class Frame:
    """A card in another site's page; ``url`` is the card's full address."""

    url: str
    title: str
    width: int
    height: int

    @property
    def markup(self) -> str:
        """The element to copy, as a text. Narrower where there is less room, by its own style."""
        return (
            f'<iframe src="{_quoted(self.url)}" title="{_quoted(self.title)}" width="{self.width}" '
            f'height="{self.height}" loading="lazy" style="border:0;max-width:100%"></iframe>'
        )


def _quoted(text: str) -> str:
    """A text between the double quotation marks of an attribute."""
    return escape(text, quote=False).replace('"', "&quot;")


def statement_height(
    width: int,
    title: str,
    words: str,
    who: str,
    stances: Sequence[str],
    grounds: Sequence[str] = (),
) -> int:
    """Pixels that the card of a statement needs at a width; an estimate that errs upwards.

    ``who`` is the by-line with the kind and the date, ``stances`` are what stands on a line each,
    ``grounds`` what stands under some of them.
    """
    room = width - SIDES
    text = _height(title, room, 17, 23) + _height(words, room, 20, 28) + _height(who, room, 17, 25)
    judged = sum(28 if _lines(len(each), room, 16) == 1 else 54 for each in stances)
    judged += sum(34 + _height(each[:LONGEST_GROUNDS], room, 16, 24) for each in grounds)
    source = 30 if width >= BESIDE else 72
    return min(HIGHEST, 112 + text + judged + source)


def proposition_height(width: int, record: PropositionRecord) -> int:
    """Pixels that the card of a proposition needs at a width; an estimate that errs upwards."""
    beside = width >= BESIDE
    room = width - SIDES - (190 if beside else 0)
    counts = [getattr(record.holders, stance.value) for stance in Stance] + [record.silent]
    camps = [min(count, NAMES_SHOWN) + (count > NAMES_SHOWN) for count in counts if count]
    names = sum(_lines(shown * NAME, room, 15) * 22 + (10 if beside else 36) for shown in camps)
    return min(HIGHEST, 110 + _height(record.text, width - SIDES, 21, 27) + names)


def organisation_height(width: int, name: str, positions: int) -> int:
    """Pixels for so many positions of an organisation; each label may take two lines."""
    each = 62 if width >= BESIDE else 96
    return min(HIGHEST, 150 + _height(name, width - SIDES, 21, 27) + each * positions)


def _height(text: str, room: int, size: int, line: int) -> int:
    return _lines(len(text), room, size) * line


def _lines(letters: int, room: int, size: int) -> int:
    """How many lines so many letters take; the end of each stays empty by about half a word."""
    return ceil(letters / max(1, room / (size * LETTER) - 3))
