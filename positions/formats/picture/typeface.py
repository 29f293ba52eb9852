"""The typefaces of the pictures, and which characters they have."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Literal

from PIL import ImageFont

# Serif for the speaker's own words, sans for ours.
Face = Literal["theirs", "ours", "ours_bold"]
_FILES: dict[Face, tuple[str, str]] = {
    "theirs": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "ours": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "ours_bold": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
}
_NO_CHARACTER = "\U0010ffff"
_PROBE = 24  # the size at which characters are looked at
# Hyphens that may not part a line: the fonts have their plain form alone, which looks the same.
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


@lru_cache(maxsize=64)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """The typeface at a size in pixels."""
    return ImageFont.truetype(BytesIO(_content(face)), size)


def width(face: Face, text: str, size: int) -> float:
    """How wide a text is, in pixels."""
    return font(face, size).getlength(text)


def drawable(face: Face, text: str) -> str:
    """The text as it can be drawn, or "" where the typeface lacks one of its characters.

    What has no shape of its own (joiners, soft hyphens, marks of direction) is left out.
    """
    shown = "".join(c for c in text.translate(_HYPHENS) if unicodedata.category(c) != "Cf")
    return shown if all(c.isspace() or _has(face, c) for c in set(shown)) else ""


@lru_cache(maxsize=3)
def _content(face: Face) -> bytes:
    package, name = _FILES[face]
    return files(package).joinpath("files", name).read_bytes()


@lru_cache(maxsize=4096)
def _has(face: Face, character: str) -> bool:
    """Whether it is drawn as itself, and not as the box that stands for all that are missing."""
    return _drawn(face, character) != _drawn(face, _NO_CHARACTER)


def _drawn(face: Face, character: str) -> tuple[tuple[int, int], bytes]:
    mask = font(face, _PROBE).getmask(character)
    return mask.size, bytes(mask)
