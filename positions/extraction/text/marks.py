"""Stage 3: the quotations of a text, by a state machine for the marks of each paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from positions.extraction.lexicon import CAPITALS
from positions.extraction.text.blocks import Paragraph

_DOUBLE = re.compile('[“”"«»]')
_SINGLE = re.compile("[‘’']")
_ELIDED = re.compile(
    r"['’‘](?:\d\ds\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.IGNORECASE
)
OPENING = "\"“„«‘'"
"""Marks with which quoted words may open."""
_BEFORE_OPENING = frozenset(" \n([{—–-/\"“”‘'")
_SAID_AFTER = re.compile(
    rf",\s+(?:(?:[{CAPITALS}][\w.’'-]*|he|she|they|it|the \w+)\s+){{0,4}}"
    r"(?:said|says|told|added|wrote|argued|warned|explained)\b"
)

UNCLOSED = "a quotation mark is not closed"
MISTYPED = "a closing mark was typed as an opening one, or the other way round"
STRAY = "a quotation mark has no partner"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `start` to `end` without the marks, `opened` to `closed` with them.

    `paragraph` is an index; `chained` says that it goes on from the quotation before it, whose
    paragraph was left open.
    """

    start: int
    end: int
    opened: int
    closed: int
    paragraph: int
    chained: bool
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text in order, and the paragraphs that have a mark without a partner."""

    quotations: tuple[Quotation, ...]
    stray: frozenset[int]


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> Marks:
    """Find the quotations of all paragraphs. Linear in the length.

    Single marks count where the paragraph has no double ones, or where most paragraphs open
    with single ones (British style).
    """
    british = _is_british(text, paragraphs)
    found: list[Quotation] = []
    stray: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        chained = bool(
            found
            and found[-1].paragraph == index - 1
            and UNCLOSED in found[-1].warnings
            and text[paragraph.start] in "“\"«‘'"
        )
        if chained:
            found[-1] = _without_warning(found[-1])
        single = british or not _DOUBLE.search(text, paragraph.start, paragraph.end)
        spans = _singles(text, paragraph) if single else _doubles(text, paragraph)
        if british:
            spans = _with_doubles(text, paragraph, spans)
        for opened, closed, warnings in spans:
            if closed is None and single and not british:
                continue  # a lone apostrophe
            quotation = _quotation(text, paragraph, index, opened, closed, warnings)
            if quotation is None:
                stray.add(index)
                continue
            found.append(
                _chained(quotation) if chained and opened == paragraph.start else quotation
            )
        if any(STRAY in each[2] for each in spans):
            stray.add(index)
    return Marks(tuple(_cut(text, each) for each in found), frozenset(stray))


Span = tuple[int, "int | None", tuple[str, ...]]


def _quotation(
    text: str,
    paragraph: Paragraph,
    index: int,
    opened: int,
    closed: int | None,
    warnings: tuple[str, ...],
) -> Quotation | None:
    start, end = opened + 1, paragraph.end if closed is None else closed
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end or not any(map(str.isalnum, text[start:end])):
        return None
    after = end if closed is None else closed + 1
    return Quotation(start, end, opened, after, index, chained=False, warnings=warnings)


def _without_warning(quotation: Quotation) -> Quotation:
    kept = tuple(each for each in quotation.warnings if each != UNCLOSED)
    return Quotation(
        quotation.start, quotation.end, quotation.opened, quotation.closed, quotation.paragraph,
        quotation.chained, kept,
    )  # fmt: skip


def _chained(quotation: Quotation) -> Quotation:
    return Quotation(
        quotation.start, quotation.end, quotation.opened, quotation.closed, quotation.paragraph,
        True, quotation.warnings,
    )  # fmt: skip


def _cut(text: str, quotation: Quotation) -> Quotation:
    """End a quotation that is never closed before words that say who said it."""
    if UNCLOSED not in quotation.warnings:
        return quotation
    said = _SAID_AFTER.search(text, quotation.start, quotation.end)
    if said is None:
        return quotation
    end = said.start() + 1
    return Quotation(
        quotation.start, end, quotation.opened, end, quotation.paragraph, quotation.chained,
        quotation.warnings,
    )  # fmt: skip


def _is_british(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether the outer marks of most paragraphs are single ones."""
    single = double = 0
    for paragraph in paragraphs:
        if paragraph.heading:
            continue
        first_double = _DOUBLE.search(text, paragraph.start, paragraph.end)
        position = paragraph.start
        end = first_double.start() if first_double else paragraph.end
        while (mark := _SINGLE.search(text, position, end)) and not _opens(
            text, mark.start(), paragraph
        ):
            position = mark.end()
        if mark and _SINGLE.search(text, mark.end(), paragraph.end):
            single += 1
        elif first_double:
            double += 1
    return single > double


def _opens(text: str, at: int, paragraph: Paragraph) -> bool:
    """Say whether a mark stands where an opening one does."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if at == paragraph.start and text[at] == "”":
        return after not in ".,;:!?)"  # a closing mark typed where only an opening one can stand
    if before not in _BEFORE_OPENING or after.isspace() or after in ".,;:!?)":
        return False
    return text[at] not in "‘’'" or not _ELIDED.match(text, at)


def _closes(text: str, at: int, paragraph: Paragraph) -> bool:
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return at > paragraph.start and not text[at - 1].isspace() and not after.isalnum()


def _doubles(text: str, paragraph: Paragraph) -> list[Span]:
    marks = [each.start() for each in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    openings = [_opens(text, at, paragraph) and text[at] != "»" for at in marks]
    left = sum(not opening for opening in openings)  # closing marks still to come
    right = sum(openings)
    spans: list[Span] = []
    opened: int | None = None
    nested = 0
    warnings: tuple[str, ...] = ()
    for at, opening in zip(marks, openings, strict=True):
        right -= opening
        left -= not opening
        mark = text[at]
        if opened is None:
            if opening or mark == "“":
                opened, nested = at, 0
                warnings = (MISTYPED,) if mark == "”" else ()
            elif mark == "«" or (mark == "»" and _opens(text, at, paragraph)):
                opened, warnings = at, ()
            else:
                spans.append((at, at, (STRAY,)))
        elif opening and mark != "”":
            if left > right + nested + 1 - (mark == '"') and left > right + 1:
                nested += 1
            else:  # the one before was never closed
                spans.append((opened, at - 1, (*warnings, UNCLOSED)))
                opened, warnings = at, ()
        elif nested and _closes(text, at, paragraph):
            nested -= 1
        else:
            mistyped = mark == "“" and MISTYPED not in warnings
            spans.append((opened, at, (*warnings, MISTYPED) if mistyped else warnings))
            opened = None
    if opened is not None:
        spans.append((opened, None, (*warnings, UNCLOSED)))
    return [each for each in spans if STRAY not in each[2]] or spans


def _singles(text: str, paragraph: Paragraph) -> list[Span]:
    marks = [each.start() for each in _SINGLE.finditer(text, paragraph.start, paragraph.end)]
    spans: list[Span] = []
    opened: int | None = None
    for index, at in enumerate(marks):
        if opened is None:
            if text[at] != "’" and _opens(text, at, paragraph):
                opened = at
        elif text[at] != "‘" and _closes(text, at, paragraph):
            if _is_apostrophe(text, at) and _closes_later(text, marks, index, paragraph):
                continue
            spans.append((opened, at, ()))
            opened = None
    if opened is not None:
        spans.append((opened, None, (UNCLOSED,)))
    return spans


def _is_apostrophe(text: str, at: int) -> bool:
    """Say whether a mark may be the possessive of a plural (the residents’ views)."""
    after = text[at + 1 : at + 3]
    if after[:1] == "," and after[1:] in {"'", "’"}:
        return True  # the walkers’,’
    after = after if after[:1] != "," else text[at + 2 : at + 4]
    return text[at - 1] == "s" and after[:1] == " " and after[1:].islower()


def _closes_later(text: str, marks: list[int], index: int, paragraph: Paragraph) -> bool:
    """Say whether a mark that surely closes comes before the next that opens.

    Looks at four marks at most, so that the whole stays linear.
    """
    for at in marks[index + 1 : index + 5]:
        if _opens(text, at, paragraph):
            return False
        sure = text[at - 1] in ".,!?;:…" or text[at + 1 : at + 2] in {",", ".", ";", ":", ")", ""}
        if sure and text[at - 1] != "s" and _closes(text, at, paragraph):
            return True
    return False


def _with_doubles(text: str, paragraph: Paragraph, singles: list[Span]) -> list[Span]:
    """Add the double quotations that stand outside the single ones of a British paragraph."""
    if not _DOUBLE.search(text, paragraph.start, paragraph.end):
        return singles
    doubles = [each for each in _doubles(text, paragraph) if each[1] is not None]
    kept = list(singles)
    inside = iter(sorted(singles, key=lambda each: each[0]))
    current = next(inside, None)
    for span in doubles:
        while current and (current[1] or paragraph.end) < span[0]:
            current = next(inside, None)
        if current is None or span[1] is None or span[1] < current[0]:
            kept.append(span)
    return sorted(kept, key=lambda each: each[0])
