"""Stage 5, whole texts by one author: signed letters, and statements that a line announces."""

import re
from collections.abc import Sequence

from positions.extraction.lexicon import CAPITALS
from positions.extraction.text.blocks import Paragraph
from positions.extraction.text.marks import OPENING
from positions.extraction.text.releases import END, SENDER

_COLUMN = re.compile(
    r"(?:letters?(?: (?:to the editor|from readers|page))?|dear (?:editor|sirs?|sir or madam)"
    r"|(?:your|readers['’]?) (?:letters|views|comments|say)|to the editor|facebook|twitter"
    r"|comments|talk to us)[.:,]?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?:[—–-] ?)?((?<![\w'’-])[{CAPITALS}][\w'’-]{{1,30}}+\.?+"
    rf"(?>(?: (?:[{CAPITALS}]\.|de|van|von|la|[{CAPITALS}][\w'’-]{{1,30}}+)){{1,4}}))"
    r"(?:, \w[\w .,'’-]{1,60})?\.?"
)
_STATEMENT = re.compile(
    r"(?:joint |written |oral |prepared |opening )?(?:statement|testimony|remarks|evidence|speech"
    r"|address|submission) (?:by|from|of) ([^\W\d_][\w.'’&,-]*+(?: [^\W\d_][\w.'’&,-]*+){0,11}?)"
    r"(?= on | regarding | about |$)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:following|this) (?:joint )?(?:statement|declaration)\b[^.:]{0,120}:$"
    r"|\b(?:released|issued) an? (?:joint )?statement\b[^.:]{0,120}:$"
)
_GREETING = re.compile(r"Dear [^.!?\n]{2,70}[,:]|To [Ww]hom it may concern[,:]")
_LEAVE = re.compile(
    r"(?:yours(?: (?:sincerely|faithfully|truly|respectfully))?|sincerely(?: yours)?"
    r"|respectfully(?: submitted| yours)?|(?:kind |best )?regards|signed)[,:.]?",
    re.IGNORECASE,
)
_OF_WRITER = re.compile(
    r"(?:The|This) (?:writer|author|letter.writer) (?:is|was|has|works|runs|leads)\b"
)
_LEAST = 8  # words of a letter
_LONGEST = 90  # characters of a signature with its place

Letter = tuple[list[tuple[int, int]], tuple[int, int]]
"""The words of a letter, paragraph by paragraph, and where the name of its writer stands."""


def letters(text: str, blocks: Sequence[Paragraph]) -> dict[int, Letter]:
    """Find signed letters: by the signature's paragraph, where its words and its name stand.

    Only a text that calls itself a column of letters has any, from there on, or one that greets
    somebody (Dear Minister,) and takes its leave (Yours sincerely,). Linear.
    """
    lines = [text[each.start : each.end] for each in blocks]
    leaves = {at for at, line in enumerate(lines) if _LEAVE.fullmatch(line[:_LONGEST])}
    last_leave = max(leaves, default=-1)
    found: dict[int, Letter] = {}
    body: list[tuple[int, int]] = []
    opened = False
    for number, (each, line) in enumerate(zip(blocks, lines, strict=True)):
        short = len(line) <= _LONGEST
        greets = number < last_leave and _GREETING.fullmatch(line[:_LONGEST]) is not None
        if greets or (short and _COLUMN.fullmatch(line)):
            opened, body = True, []
        elif not opened or number in leaves or _OF_WRITER.match(line):
            continue
        elif short and (signed := _SIGNED.fullmatch(line)):
            if body:
                place = each.start + signed.start(1), each.start + signed.end(1)
                found[number] = (body, place)
                body = []
        elif len(line.split()) >= _LEAST:
            body.append((each.start, each.end))
    return found


def statements(text: str, blocks: Sequence[Paragraph]) -> dict[int, list[tuple[int, int]]]:
    """Find statements that a line announces: by its paragraph, where the words stand.

    "Statement by N on the dam", or "N released the following statement:", and all paragraphs
    from there to the boilerplate, where they stand without marks. Linear.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    said: list[tuple[int, int]] | None = None
    for number, each in enumerate(blocks):
        line = text[each.start : each.end]
        if (each.heading and _STATEMENT.match(line)) or _FOLLOWING.search(line[-_LONGEST * 2 :]):
            said = found[number] = []
        elif SENDER.match(line) or END.match(line) or line[0] in OPENING:
            said = None
        elif said is not None and not each.heading:
            said.append((each.start, each.end))
    return {number: spans for number, spans in found.items() if spans}


def issuer(line: str) -> tuple[int, int] | None:
    """Give where the name stands in "Statement by N on the dam"; None in any other line."""
    found = _STATEMENT.match(line)
    return (found.start(1), len(line[: found.end(1)].rstrip(" ,"))) if found else None
