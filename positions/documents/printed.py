"""Lines as they are printed on pages, joined into paragraphs; in doubt a line stays apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•◦▪●·*–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s")
_NUMBER = re.compile(r"\A(?:page )?[-–— ]*+\d{1,4}[-–— ]*+(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_SPLIT = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")
_WORD = re.compile(r"[^\W\d_]++(?>(?:-[^\W\d_]++)*)")
_DIGITS = re.compile(r"\d+")
_REST = re.compile(r"[^\W\d_]+")
# A line shorter than this part of a full one ends a paragraph; so does one that ends a sentence
# and leaves room for a word.
_SHORT = 0.6
_ROOM = 0.85
_LEAST_FULL = 30
_LONGEST_WORD = 60
_FEW_LINES = 3


def joined(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of pages given as lines. Linear in the number of characters."""
    bare = [[text.strip() for text in page] for page in _without_furniture(pages)]
    words = Counter(word for page in bare for text in page for word in _words(text))
    found: list[list[str]] = []  # each a paragraph's lines, the last one open to go on
    goes_on = False
    for page in bare:
        full = _full_length(page)
        for place, text in enumerate(page):
            if not text:
                goes_on = False
                continue
            if place == 0:  # over the page only where a sentence plainly goes on
                goes_on = goes_on and not _ends(found[-1][-1]) and text[0].islower()
            if goes_on and not _ITEM.match(text):
                found[-1][-1] = _led_on(found[-1][-1], text, words)
                found[-1].append(text)
            else:
                found.append([text])
            goes_on = not _closes(text, full)
    return ["".join(lines) for lines in found]


def _closes(text: str, full: int) -> bool:
    if _SPLIT.search(text[-_LONGEST_WORD:]):
        return False
    return len(text) < _SHORT * full or (len(text) < _ROOM * full and _ends(text))


def _ends(text: str) -> bool:
    return bool(_END.search(text[-10:]))


def _full_length(page: Iterable[str]) -> int:
    """How long a full line of the page is: most of its lines are shorter, few are longer."""
    lengths = sorted(len(text) for text in page if text)
    return max(_LEAST_FULL, lengths[len(lengths) * 4 // 5]) if lengths else _LEAST_FULL


def _led_on(text: str, after: str, words: Counter[str]) -> str:
    """The line with what parts it from the next: a blank, or nothing in a word that was split."""
    split, rest = _SPLIT.search(text[-_LONGEST_WORD:]), _REST.match(after[:_LONGEST_WORD])
    if not split or not rest or not after[0].islower():
        return f"{text} "
    # The hyphen stays in a word that elsewhere has one within a line more often than not.
    halves = split.group(1).lower(), rest.group().lower()
    return text if words["-".join(halves)] > words["".join(halves)] else text[:-1]


def _words(text: str) -> Iterable[str]:
    return _WORD.findall(text.lower())


def _without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without their numbers, and without a head or foot that most of them repeat."""
    edges = [Counter[str](), Counter[str]()]
    for filled in ([text for text in page if text.strip()] for page in pages):
        if len(filled) > _FEW_LINES:  # or there would be nothing but head and foot
            edges[0][_numberless(filled[0])] += 1
            edges[1][_numberless(filled[-1])] += 1
    often = max(3, len(pages) // 2)
    kept = []
    for page in pages:
        lines = list(page)
        for seen, end in zip(edges, (0, -1), strict=True):
            while lines and not lines[end].strip():
                lines.pop(end)
            if lines and (
                _NUMBER.fullmatch(lines[end].strip()) or seen[_numberless(lines[end])] >= often
            ):
                lines.pop(end)
        kept.append(lines)
    return kept


def _numberless(text: str) -> str:
    return _DIGITS.sub("0", text.strip())
