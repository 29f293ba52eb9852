"""The shapes of pictures are those of pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from positions.choices import Stance
from positions.formats.picture.shape import FILLED

PAGE = Path(__file__).parents[3] / "templates" / "components" / "stance.html"
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def polygons(path: str) -> list[list[tuple[float, float]]]:
    """The corners that a path of SVG draws with M, L, H, h, l, v and Z."""
    found: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for command, rest in re.findall(r"([MLHhlvZ])([^MLHhlvZ]*)", path):
        values = [float(number) for number in NUMBER.findall(rest)]
        if command == "M":
            found.append([])
        if command in "HhvZ":
            moves = [(v if command == "H" else x + v, y) for v in values]
            if command == "v":
                moves = [(x, y + v) for v in values]
        else:
            pairs = list(zip(values[::2], values[1::2], strict=True))
            moves = [(x + a, y + b) for a, b in pairs] if command == "l" else pairs
        for x, y in moves:
            found[-1].append((round(x, 3), round(y, 3)))
    return found


@pytest.mark.parametrize("stance", [stance for stance in Stance if stance in FILLED])
def test_filled_shapes_have_the_corners_that_pages_draw(stance: Stance) -> None:
    html = PAGE.read_text(encoding="utf-8")
    branch = html.partition(f'value == "{stance.value}" %}}')[2].partition("{%-")[0]
    drawn = re.findall(r'<path fill="currentColor" d="([^"]+)"', branch)
    assert [sorted(each) for path in drawn for each in polygons(path)] == [
        sorted(map(tuple, corners)) for corners in FILLED[stance]
    ]
