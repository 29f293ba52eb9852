"""Stage 1: a copy of the pasted text of the same length, easier to read, and what to skip in it."""

import re
from dataclasses import dataclass

from positions.extraction.lexicon import CAPITALS
from positions.extraction.text.releases import SENDER

_PLAIN = {
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t"), " "),
    **dict.fromkeys(map(ord, "\u2028\u2029\u0085\x0b\x0c\x1c\x1d\x1e\r"), "\n"),
    **dict.fromkeys(map(ord, "\x02\x03"), " "),
    ord("„"): "“",
    ord("‟"): "“",
    ord("‚"): "‘",
    ord("‛"): "‘",
    ord("`"): "‘",
    ord("´"): "’",
    ord("＂"): '"',
    ord("―"): "—",
}
_TYPED_TWICE = re.compile(r"(?<!['‘’`])(?:''|‘‘|’’|``)(?!['‘’`])")
_FOOTNOTE = re.compile(r"(?<=[.,!?\"”’])(?:[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])(?!\w)")

_TWO_DASHES = re.compile(r"(?<=\s)--(?=\s)|(?<=[\w,.”\"])--(?=[\w“\"])")
_DASH = re.compile(r"(?<=\S )-(?= \S)")
_INLINE = re.compile(r"\{[a-z_]{3,20}\}")
_LINE = re.compile(
    rf"^(?:by [{CAPITALS}][\w.'’-]+(?: [{CAPITALS}][\w.'’-]+){{0,3}}(?: and [{CAPITALS}].{{0,40}})?"
    r"(?:,.{0,60})?"
    r"|(?:first )?(?:published|updated?|posted|last (?:updated|modified))\s*[:,].{0,80}"
    r"|(?:read|see|load|learn|find out|show) (?:more|also|next|all)\b.{0,80}"
    r"|(?:read also|also read|related|recommended|more from|tags?|topics?|filed under)\b"
    r"[: ].{0,120}"
    r"|(?:most (?:popular|read|viewed)|trending|advertisement|sponsored|subscribe|sign up"
    r"|newsletter|share(?: this)?|follow us|comments|click here|watch:|listen:|photo:"
    r"|image:|picture:"
    r"|photograph:|get our)\b.{0,160}"
    r"|(?:image|photo|picture) (?:credit|caption|source)\b.{0,160}"
    r"|(?:abstract|full text|(?:corrections?|clarifications?)(?: appended)?|editor['’]s note)[:.]?"
    r"|.{0,60}\bnewsletter\b.{0,80}|©.{0,120}|all rights reserved.{0,40})$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"^(?:[{CAPITALS}][{CAPITALS} .'’-]{{2,40}}(?:, [{CAPITALS}\d][\w. ]{{1,20}})?(?:, \d{{4}})?"
    r"(?: \([^()\n]{1,20}\))?"
    rf"|[{CAPITALS}][\w.'’-]{{1,20}}(?: [{CAPITALS}][\w.'’-]{{1,20}}){{0,2}}"
    rf"(?:(?:, [{CAPITALS}][\w. ]{{1,20}}){{1,2}}(?:, \d{{4}})?|,? \([A-Z][A-Za-z/ ]{{1,20}}\)))"
    rf" (?:—|–|--|-) (?=[{CAPITALS}“\"'‘])",
    re.MULTILINE,
)
_HEAD = 3000  # characters in which a dateline is looked for
_NICKNAME = re.compile(
    rf"""(\b[{CAPITALS}][\w’'-]{{1,40}}+ )"""
    rf"""(["“‘'][{CAPITALS}][\w.-]*(?: [{CAPITALS}][\w-]*){{0,2}}["”’'])(?= [{CAPITALS}]\w)"""
)
_DEGREE = re.compile(
    rf"(?:(?<=[^\W\d_{CAPITALS}])|(?<=\.))(?:, (?=[A-Z])| \()"
    r"(?:Ph\.? ?D|M\.?D|J\.D|D\.?Phil|Ed\.D|Psy\.D|LL\.[BMD]|M\.?[PB]\.?[AH]|D\.V\.M|D\.D\.S|R\.N"
    r"|DVM|DDS|RN|CPA|Esq|[OMC]BE|FRS|[KQ]C)(?![\w’'-])(?:\.(?=[,)]| [a-z]))?\)?"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The pasted text to the byte, its readable copy of the same length, and ranges to skip."""

    source: str
    text: str
    skipped: tuple[tuple[int, int], ...]
    dateline: str = ""
    """The place and perhaps the day that a report begins with: AMBER, 6 May 2024 –."""


def clean(source: str) -> Cleaned:
    """Make the copy that the later stages read; nothing is deleted. Linear in the length."""
    text = _TYPED_TWICE.sub(_one_mark, source).translate(_PLAIN)
    text = _DASH.sub("–", text)
    text = _TWO_DASHES.sub("— ", text)
    skipped: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare and len(bare) < 240 and _LINE.match(bare):
            skipped.append((position, position + len(line)))
        position += len(line) + 1
    skipped += _boilerplate(text)
    inline = [found.span() for found in _INLINE.finditer(text)]
    text = _INLINE.sub(lambda found: " " * len(found.group()), text)
    text = _NICKNAME.sub(lambda found: found[1] + " " * len(found[2]), text)
    text = _DEGREE.sub(lambda found: " " * len(found.group()), text)
    text = _FOOTNOTE.sub(lambda found: " " * len(found.group()), text)
    dateline = ""
    if found := _DATELINE.search(text, 0, _HEAD):
        dateline = found.group()
        text = text[: found.start()] + " " * len(dateline) + text[found.end() :]
    return Cleaned(source, text, tuple(sorted(skipped + inline)), dateline)


def _boilerplate(text: str) -> list[tuple[int, int]]:
    """Give what a release tells of who sends it: from "About N" or its contact to the end."""
    found = SENDER.search(text, len(text) // 3)
    return [(found.start(), len(text))] if found else []


def _one_mark(found: re.Match[str]) -> str:
    """Give a blank and a mark, or a mark and a blank, as the place asks for."""
    after = found.string[found.end() : found.end() + 1]
    before = found.string[found.start() - 1 : found.start()] if found.start() else " "
    opens = before.isspace() or before in "([{—–-"
    return " “" if opens and after and not after.isspace() else "” "
