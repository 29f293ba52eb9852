"""The canvas that pictures are drawn on: its frame, its lines of text, its marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw

from positions.choices import Stance
from positions.citing import SITE
from positions.formats.picture import shape
from positions.formats.picture.palette import colour, colour_of
from positions.formats.picture.typeface import Face, drawable, font, width
from positions.formats.picture.typesetting import LEADING, clipped, fit

WIDTH, HEIGHT = 1200, 630
MARGIN = 76
INNER = WIDTH - 2 * MARGIN
LOGO_SIZE = 40
MARK_SIZE = 30
MARK_GAP = 14  # between a shape and its word
BETWEEN = 48  # marks in a row

Mark = tuple[Stance | None, str]


class Canvas:
    """A picture being drawn. Places are in pixels; ``y`` is the top of a line."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH, HEIGHT), colour("paper"))
        self._pen = ImageDraw.Draw(self._image)
        for token, corners in shape.LOGO:
            half = shape.polygon(corners, shape.LOGO_GRID, LOGO_SIZE)
            self._image.paste(colour(token), (MARGIN - 2, 54), half)
        self._text("ours_bold", SITE, MARGIN + LOGO_SIZE + 12, 52, 28, "ink")

    def line(self, face: Face, text: str, y: int, sizes: Sequence[int], ink: str = "ink") -> None:
        """One line of ours, as large as has room, cut at a word where even the smallest has none.

        Nothing is drawn of a text for which the typeface lacks a character.
        """
        setting = fit(drawable(face, text), (INNER, sizes[0]), sizes, partial(width, face))
        for shown in setting.lines:
            self._text(face, shown, MARGIN, y + (sizes[0] - setting.size), setting.size, ink)

    def rule(self, y: int) -> None:
        """A hair line across."""
        self._pen.rectangle((MARGIN, y, WIDTH - MARGIN, y + 1), fill=colour("hair"))

    def block(
        self,
        face: Face,
        text: str,
        between: tuple[int, int],
        sizes: Sequence[int],
        marks: tuple[str, str] = ("", ""),
    ) -> None:
        """The text as large as has room between two heights; the opening mark hangs out."""
        top, bottom = between
        setting = fit(
            drawable(face, text), (INNER, bottom - top), sizes, partial(width, face), marks
        )
        for number, line in enumerate(setting.lines):
            hang = width(face, marks[0], setting.size) if number == 0 and marks[0] else 0
            y = top + number * setting.size * LEADING
            self._text(face, line, MARGIN - hang, y, setting.size, "ink")

    def mark(
        self, stance: Stance | None, text: str, y: int, more: str = "", *, hollow: bool = False
    ) -> None:
        """A stance with what it is on, on a line of its own; ``more`` follows it in grey.

        ``hollow`` is the shape of a stance that is implied.
        """
        after = width("ours", more, MARK_SIZE) if more else 0
        room = INNER - MARK_SIZE - MARK_GAP - round(after)
        shown = clipped(text, room, MARK_SIZE, partial(width, "ours_bold"))
        end = self._mark(stance, shown, MARGIN, y, hollow=hollow)
        self._text("ours", more, end, y, MARK_SIZE, "soft")

    def in_rows(self, marks: Sequence[Mark]) -> list[list[Mark]]:
        """The marks in as many rows as they need."""
        rows: list[list[Mark]] = []
        taken: float = INNER
        for mark in marks:
            wide = MARK_SIZE + MARK_GAP + width("ours_bold", mark[1], MARK_SIZE) + BETWEEN
            if taken + wide - BETWEEN > INNER:
                rows.append([])
                taken = 0
            rows[-1].append(mark)
            taken += wide
        return rows

    def row(self, marks: Sequence[Mark], y: int) -> None:
        """Marks side by side."""
        x: float = MARGIN
        for stance, text in marks:
            x = self._mark(stance, text, x, y) + BETWEEN

    def png(self) -> bytes:
        """The picture as a file: no time is in it, so the same drawing is the same file."""
        file = BytesIO()
        self._image.save(file, "PNG", compress_level=6)
        return file.getvalue()

    def _mark(
        self, stance: Stance | None, text: str, x: float, y: float, *, hollow: bool = False
    ) -> float:
        """Draws shape and word; gives where they end."""
        tone = colour_of(stance)
        place = (round(x), round(y + 6))
        self._image.paste(tone, place, shape.mask(stance, MARK_SIZE - 2, hollow=hollow))
        x += MARK_SIZE + MARK_GAP
        self._pen.text((x, y), text, font=font("ours_bold", MARK_SIZE), fill=tone)
        return x + width("ours_bold", text, MARK_SIZE)

    def _text(self, face: Face, text: str, x: float, y: float, size: int, ink: str) -> None:
        self._pen.text((x, y), text, font=font(face, size), fill=colour(ink))
