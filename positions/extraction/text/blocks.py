"""Stage 2: paragraphs, and the sentences of a paragraph, none of which ends inside quoted words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.words import ABBREVIATIONS
from positions.extraction.text.clean import Cleaned

_BLANK_LINES = re.compile(r"\n[ \n]*\n")
_ENDS = tuple(".!?:;…\"”’')")
_STOPS = ".!?…"
_STOP = re.compile(rf"(?<![.!?…])([.!?…]++)([\"”’')\]]*+)\s++(?=[\"“‘'(\[]*+[{CAPITALS}0-9])")
_SENTENCE_END = re.compile(
    rf"[^\W_{CAPITALS}](?P<mark>[.!?,][\"”’']*+)\s+[\"“‘']*+(?:[{CAPITALS}]|she |he |they |said )"
)
_LAST_WORD = re.compile(r"(?<![^\s\"“‘'(\[])[^\s\"“‘'(\[]*+$")
_WORD = re.compile(r"[^\W\d_]++")
_LEAST = 4  # letters of a word that has a capital in a headline
_MANY, _MOST = 5, 0.8  # such words of a headline with a full stop, and their share with a capital
_DASHES = "—–-"
_SHORT = 140  # characters of a heading
_WRAPPED = range(45, 101)  # the lengths of lines that a program broke


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text; a heading is short, without a full stop or with many capitals."""

    start: int
    end: int
    heading: bool


def paragraphs(cleaned: Cleaned) -> list[Paragraph]:
    """Find the paragraphs that are not to be skipped. Linear in the length.

    A line is a paragraph, unless the lines of a block look as if a program had broken them.
    """
    text, skipped = cleaned.text, iter(cleaned.skipped)
    skip = next(skipped, None)
    found: list[Paragraph] = []
    for first, last in _lines(text):
        start, end = _stripped(text, first, last)
        while skip and skip[1] <= start:
            skip = next(skipped, None)
        if skip and skip[0] <= start and end <= skip[1]:
            continue
        if start < end:
            heading = _is_heading(text, start, end, opens=not found)
            found.append(Paragraph(start, end, heading))
    return found


def _is_heading(text: str, start: int, end: int, *, opens: bool) -> bool:
    """Say whether a paragraph is short, and without a full stop or a sentence's end within it.

    The first one of a text (`opens`) may have its full stop, if its words have capitals; a comma
    between words with capitals ends no sentence.
    """
    if end - start > _SHORT or text[start] in _DASHES:
        return False
    words = _WORD.findall(text, start, end)
    stops = text[start:end].endswith(_ENDS[:4])
    if stops and not (opens and is_titled(words, _MANY)):
        return False
    if text[end - 1] in '"”' and text[end - 2 : end - 1] in ".!?,":
        return False
    marks = {found["mark"] for found in _SENTENCE_END.finditer(text, start, end)}
    return not marks or (marks == {","} and is_titled(words))


def is_titled(words: Sequence[str], few: int = 3) -> bool:
    """Say whether almost every word has a capital, as in a headline.

    Short words do not count; of a line with fewer than `few` others nothing is said.
    """
    counted = [word for word in words if len(word) >= _LEAST]
    return len(counted) >= few and sum(map(_capital, counted)) >= _MOST * len(counted)


def _capital(word: str) -> bool:
    return word[0].isupper()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end, after in [*(each.span() for each in _BLANK_LINES.finditer(text)), (len(text),) * 2]:
        lines = text[start:end].split("\n")
        lengths = [len(line.rstrip()) for line in lines]
        wrapped = len(lines) > 2 and all(length in _WRAPPED for length in lengths[:-1])
        if wrapped and max(lengths[:-1]) - min(lengths[:-1]) < 25:
            yield start, end
        else:
            position = start
            for line in lines:
                yield position, position + len(line)
                position += len(line) + 1
        start = after


def sentences(
    text: str, paragraph: Paragraph, quoted: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Divide a paragraph, given the ranges of its quotations with their marks, in order.

    A quotation that ends in a full stop ends its sentence when a capital or another quotation
    follows. Linear in the length.
    """
    found: list[tuple[int, int]] = []
    start, ranges = paragraph.start, iter(quoted)
    inside = next(ranges, None)
    position = paragraph.start
    while stop := _STOP.search(text, position, paragraph.end):
        at = stop.start()
        while inside and inside[1] <= at:
            inside = next(ranges, None)
        if inside and inside[0] <= at and stop.end(2) < inside[1]:
            position = max(stop.end(1), inside[1] - 3)  # to the stop before the closing mark
            while position > stop.end(1) and text[position - 1] in _STOPS:
                position -= 1
            continue
        position = stop.end()
        if _abbreviated(text, start, stop):
            continue
        closes = inside is not None and stop.end(2) == inside[1]
        if closes and stop.group(1) in ("!", "?") and text[position] not in '"“‘':
            continue  # “…?” Vell asked: who it was may follow
        found.append((start, stop.end(2)))
        start = position
    if start < paragraph.end:
        found.append((start, paragraph.end))
    return found


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.group(1) != "." or stop.group(2):
        return False
    word = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    last = word.group().casefold() if word else ""
    if last in ABBREVIATIONS:
        return True
    # An initial (“John F. Smith”), or U.S. before a capital; “in the U.S. The …” is rare.
    return (len(last) == 1 and last.isalpha()) or (len(last) == 3 and last[1] == ".")
