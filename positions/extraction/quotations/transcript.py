"""Stage 5, transcripts: paragraphs that begin with a speaker's name and a colon."""

import re
from collections.abc import Sequence

from positions.extraction.text.blocks import Paragraph

_TURN = re.compile(
    r"(?<![\w.'’-])(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]++(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]++){0,3}"
    r"|(?:[A-ZÀ-Þ][\w.'’-]++ ){0,3}[A-ZÀ-Þ][\w'’-]++)\s?:\s++(?=\S)"
)
_FEWEST = 2
_SPOKEN = 4  # words of a turn; shorter ones alone are a list, or headings
_NOT_A_NAME = re.compile(
    r"q|a|note|photo|update|updated|image|question|answer|source|read|by", re.IGNORECASE
)


def turns(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, tuple[int, int, int, int]]:
    """Give the paragraphs that are turns: where the name and where the words begin and end.

    A text with fewer than two turns is not a transcript. Linear in the number of paragraphs.
    """
    found = {}
    for index, paragraph in enumerate(paragraphs):
        match = _TURN.match(text, paragraph.start, min(paragraph.end, paragraph.start + 80))
        if match and not _NOT_A_NAME.fullmatch(match["name"]):
            if text[match.end()] in "“\"‘'":
                continue
            found[index] = (match.start("name"), match.end("name"), match.end(), paragraph.end)
    said: dict[str, list[int]] = {}
    for start, end, words, close in found.values():
        said.setdefault(text[start:end], []).append(len(text[words:close].split()))
    returns = len(said) > 1 and any(len(lengths) > 1 for lengths in said.values())
    spoken = all(max(lengths) >= _SPOKEN for lengths in said.values())
    return found if len(found) >= _FEWEST and (returns or spoken) else {}
