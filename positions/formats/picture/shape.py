"""The shapes of stances, as templates/components/stance.html has them, for pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw

from positions.choices import Stance

GRID = 16  # the side of the square in which shapes are described
_FINER = 8  # times as large as it is needed is each drawn, then made smaller, for smooth edges

Point = tuple[float, float]
Line = tuple[float, float, float, float, float]  # from x, y to x, y, and how thick

_DIAMOND: tuple[Point, ...] = ((8, 1.2), (14.8, 8), (8, 14.8), (1.2, 8))
FILLED: dict[Stance | None, Sequence[Sequence[Point]]] = {
    Stance.STRONGLY_SUPPORTS: [
        [(8, 0), (15, 7.5), (1, 7.5)],
        [(8, 8), (15, 15.5), (1, 15.5)],
    ],
    Stance.SUPPORTS: [[(8, 2.5), (15.5, 13.5), (0.5, 13.5)]],
    Stance.OPPOSES: [[(8, 13.5), (0.5, 2.5), (15.5, 2.5)]],
    Stance.STRONGLY_OPPOSES: [
        [(8, 8), (1, 0.5), (15, 0.5)],
        [(8, 16), (1, 8.5), (15, 8.5)],
    ],
    Stance.MIXED: [[(8, 1.2), (8, 14.8), (1.2, 8)]],
}
_LINES: dict[Stance | None, Sequence[Line]] = {
    Stance.MIXED: [
        (*here, *there, 1.6)
        for here, there in zip(_DIAMOND, (*_DIAMOND[1:], _DIAMOND[0]), strict=True)
    ],
    Stance.NEUTRAL: [(4.5, 8, 11.5, 8, 1.8)],
    None: [
        *((1.5, 1.5, 14.5, 1.5, 1.2), (14.5, 1.5, 14.5, 14.5, 1.2)),
        *((14.5, 14.5, 1.5, 14.5, 1.2), (1.5, 14.5, 1.5, 1.5, 1.2)),
        *((2, 8, 8, 2, 1.2), (2, 14, 14, 2, 1.2), (8, 14, 14, 8, 1.2)),
    ],
}
_RADIUS = 6.4
_EDGE = 1.5  # how thick what is hollow is drawn
_CIRCLES: dict[Stance | None, float] = {Stance.NEUTRAL: 1.6, Stance.UNCLEAR: 1.8}
_DASHES = 10  # of the circle that stands for what is unclear


# The two triangles before the name of the site, in a square of 24.
LOGO: tuple[tuple[str, tuple[Point, ...]], ...] = (
    ("support", ((7, 2), (13, 12), (1, 12))),
    ("oppose", ((17, 22), (11, 12), (23, 12))),
)
LOGO_GRID = 24


def polygon(corners: Sequence[Point], grid: int, size: int) -> Image.Image:
    """A polygon in a square of ``grid`` as a mask of ``size`` pixels a side."""
    unit = size * _FINER / grid
    image = Image.new("L", (size * _FINER, size * _FINER))
    ImageDraw.Draw(image).polygon([(x * unit, y * unit) for x, y in corners], fill=255)
    return image.resize((size, size), Image.Resampling.LANCZOS)


@lru_cache(maxsize=64)
def mask(stance: Stance | None, size: int, *, hollow: bool = False) -> Image.Image:
    """The shape of a stance, or of silence, as a mask of ``size`` pixels a side.

    ``hollow``: what is filled is drawn by its edge alone.
    """
    unit = size * _FINER / GRID
    image = Image.new("L", (size * _FINER, size * _FINER))
    pen = ImageDraw.Draw(image)
    for corners in FILLED.get(stance, ()):
        edge_of = [(x * unit, y * unit) for x, y in corners]
        if hollow:
            closed = [*edge_of, *edge_of[:2]]
            pen.line(closed, fill=255, width=round(_EDGE * unit), joint="curve")
        else:
            pen.polygon(edge_of, fill=255)
    for *ends, thick in _LINES.get(stance, ()):
        pen.line([each * unit for each in ends], fill=255, width=round(thick * unit))
    if thick_circle := _CIRCLES.get(stance):
        reach = _RADIUS + thick_circle / 2
        edge = [(8 - reach) * unit, (8 - reach) * unit, (8 + reach) * unit, (8 + reach) * unit]
        turn = 360 / _DASHES
        whole = stance != Stance.UNCLEAR
        for start in [0.0] if whole else [n * turn for n in range(_DASHES)]:
            end = 360 if whole else start + turn * 0.55
            pen.arc(edge, start, end, fill=255, width=round(thick_circle * unit))
    return image.resize((size, size), Image.Resampling.LANCZOS)
