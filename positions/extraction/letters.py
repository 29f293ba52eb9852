"""Letters to the editor and readers' comments: paragraphs, and below them who signed them."""

import re
from collections.abc import Sequence

from positions.extraction.blocks import Paragraph

_COLUMN = re.compile(
    r"(?:letters?(?: (?:to the editor|from readers|page))?|dear (?:editor|sirs?|sir or madam)"
    r"|(?:your|readers['’]?) (?:letters|views|comments|say)|to the editor|facebook|twitter"
    r"|comments|talk to us)[.:,]?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:[—–-] ?)?((?<![\w'’-])[A-Z][\w'’-]{1,30}+\.?+"
    r"(?: (?:[A-Z]\.|de|van|von|la|[A-Z][\w'’-]{1,30}+)){1,4}+)(?:, [A-Z][\w .,'’-]{1,50})?\.?"
)
_LEAST = 8  # words of a letter
_LONGEST = 90  # characters of a signature with its place

Letter = tuple[list[tuple[int, int]], tuple[int, int]]


def letters(text: str, blocks: Sequence[Paragraph]) -> dict[int, Letter]:
    """Find signed letters: by the signature's paragraph, where its words and its name stand.

    Only a text that calls itself a column of letters has any, from there on. Linear.
    """
    found: dict[int, Letter] = {}
    body: list[tuple[int, int]] = []
    opened = False
    for number, each in enumerate(blocks):
        line = text[each.start : each.end]
        if len(line) <= _LONGEST and _COLUMN.fullmatch(line):
            opened, body = True, []
            continue
        if not opened:
            continue
        signed = _SIGNED.fullmatch(line) if len(line) <= _LONGEST else None
        if signed is None:
            body = [*body, (each.start, each.end)] if len(line.split()) >= _LEAST else body
        elif body:
            place = each.start + signed.start(1), each.start + signed.end(1)
            found[number] = (body, place)
            body = []
    return found
