"""Takes away characters that are no part of any words; the words stay to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Control characters, lone surrogates, marks of the byte order, and hyphens that show only where a
# line breaks.
_NO_WORDS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff\ufeff\ufffe\uffff]")
_BLANKS = re.compile("[ \t]+")


def tidy(text: str) -> str:
    """The text without them, its lines ended by LF alone. Linear in its length."""
    return _NO_WORDS.sub("", _LINE_END.sub("\n", text))


def paragraphs(blocks: Iterable[str]) -> str:
    """Blocks as paragraphs parted by blank lines, each without needless blanks."""
    lines = (
        "\n".join(_BLANKS.sub(" ", each).strip(" ") for each in tidy(block).strip().split("\n"))
        for block in blocks
    )
    return "\n\n".join(each for each in lines if each)
