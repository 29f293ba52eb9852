"""The site's colours by day, read from its style sheet, so that they are written once."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from positions.choices import Stance

_TOKENS = Path(__file__).parents[2] / "static" / "positions" / "public" / "tokens.css"
_TOKEN = re.compile(r"--([a-z-]{1,40}): var\(--light, (#[0-9a-f]{6})\)")
_SIDES = {"for": "support", "against": "oppose", "mixed": "mixed"}


@lru_cache(maxsize=1)
def _colours() -> dict[str, str]:
    return dict(_TOKEN.findall(_TOKENS.read_text(encoding="utf-8")))


def colour(token: str) -> str:
    """The colour of a token, "#rrggbb"."""
    return _colours()[token]


def colour_of(stance: Stance | None) -> str:
    """The colour of a stance, and of silence."""
    return colour(_SIDES.get(stance.side, "neutral") if stance else "silent")
