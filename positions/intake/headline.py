"""What a pasted text says of itself: title, byline, date and address, where they stand (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from positions.dates import Understood, understand
from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.words import BODIES
from positions.extraction.text.releases import CONTACTS, LABEL

HEAD = 12  # lines that are not blank, at the beginning, among which all of it is looked for
TITLE = 200  # characters; a longer line is a paragraph

_ADDRESS = re.compile(r"https?://\S{4,600}")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?![\w])")
_BYLINE = re.compile(r"[Bb]y (?=[^\W\d_])(?P<names>[^|•·\n]{2,150}?)(?:\s*[|•·].*)?")
_DATE_LABEL = re.compile(
    r"\A(?:(?:first )?published|posted|updated|last updated|date)\s*+(?:on\b)?[:\s]*+",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\s,])[\s,]*+(?:at\s++)?\d{1,2}[:.]\d{2}\s*+(?:[ap]\.?m\.?)?\s*+(?:[A-Z]{2,4})?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"[{CAPITALS}](?:[^\W\d_]|[.' -]){{2,40}}[,(] ?"
    r"(?P<day>[A-Za-z0-9. ,]{4,24}?)\)? ?(?:—|–|--|-) "
)
_CLOCK_BEFORE = re.compile(
    r"\A(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|noon|midnight)"
    r"(?: [A-Z]{2,4}\b)?,?(?: on)? ",
    re.IGNORECASE,
)
_EMBARGO = re.compile(r"\bembargo|\bbefore\b", re.IGNORECASE)
_SEPARATORS = ":|–—-•· "
_SUBJECT = re.compile(r"\A(?:subject|headline|title|re)\s?: *+(?=\S)", re.IGNORECASE)
_CONTACT = re.compile(
    rf"{CONTACTS}\s?:"
    r"|(?:tel|phone|email|fax)\b|[^@]{1,80}@\w|[^\d]{0,60}\+?\d[\d ()-]{6,20}$",
    re.IGNORECASE,
)
_SMALL = frozenset(["of", "for", "the", "and", "in", "on", "to"])
_PARTED = re.compile(r"(?<!\s)\s++[|•·]\s*+|[|•·]\s*+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_STOP = (".", ":", ";", ",", "…", ".”", '."', ",”", ',"')


@dataclass(frozen=True, slots=True)
class Headline:
    """What was found; empty where it does not stand in the text. ``date`` is as printed."""

    title: str = ""
    byline: str = ""
    date: str = ""
    url: str = ""


def read_headline(text: str) -> Headline:
    """What stands in the first lines, and an address in the last. Costs the same for any text."""
    lines = _lines(text[: HEAD * TITLE])
    url = next((line for line in [*lines, *_lines(text[-TITLE:])[-2:]] if _is_address(line)), "")
    rest = [line for line in lines if not _is_address(line)]
    byline = date = until = ""
    for line in rest:
        if not byline and (named := _BYLINE.fullmatch(line)):
            byline = named["names"].strip(" ,")
        labelled = _behind_label(line)
        printed = _printed_date(line if labelled is None else labelled)
        if labelled is not None and _EMBARGO.search(line[:TITLE]):
            until = until or printed
        else:
            date = date or printed
    return Headline(_title(rest), byline, date or until or _day_in(url), url)


def _day_in(url: str) -> str:
    """The day that an address has between strokes (/2015/11/06/), "" where it has none."""
    found = _DAY_IN_ADDRESS.search(url)
    day = found.group().removeprefix("/") if found else ""
    return day if isinstance(understand(day, None), Understood) else ""


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := each.strip())][:HEAD]


def _is_address(line: str) -> bool:
    return _ADDRESS.fullmatch(line) is not None


def _title(lines: list[str]) -> str:
    """The first line, where it is short, no sentence, and something follows it.

    Dates may stand above it, and so may the label of a release and whom to ask about it.
    """
    labelled = False
    for at, line in enumerate(lines[:-1]):
        behind = _behind_label(line)
        labelled = labelled or behind is not None
        title = line if behind is None else behind
        if not title or _is_dated(title) or (labelled and _CONTACT.match(title)):
            continue
        title = _title_of_release(title, lines[at + 1 :]) if labelled else title
        return title if _may_be_title(title) else ""
    return ""


def _title_of_release(first: str, below: list[str]) -> str:
    """The first line below the label, or the third where its sender and date stand above it."""
    title = _SUBJECT.sub("", first, count=1)
    signed = len(below) > 2 and _is_body(title) and _is_dated(below[0])
    return below[1] if signed and _may_be_title(below[1]) else title


def _may_be_title(line: str) -> bool:
    return len(line) <= TITLE and not line.endswith(_STOP) and not _BYLINE.fullmatch(line)


def _is_dated(line: str) -> bool:
    """Whether a line prints a date and nothing else but its label: Published: 14 May 2024."""
    date = _printed_date(line)
    return bool(date) and _without_clock(line) == date


def _is_body(line: str) -> bool:
    """Whether a line is the name of an organisation: Example Anglers’ Union of the North."""
    words = line.split()
    head = words[: next((at for at, word in enumerate(words) if word in _SMALL and at), None)]
    capital = all(word[:1].isupper() or word in _SMALL for word in words)
    return capital and bool(head) and head[-1].lower() in BODIES


def _behind_label(line: str) -> str | None:
    """What stands behind PRESS RELEASE, EMBARGOED UNTIL and the like; None where none does.

    A title may begin with the same words: Press release rules are too strict.
    """
    rest, labelled = line[: TITLE * 2], False
    while rest and (label := LABEL.match(rest)):
        behind = rest[label.end() :]
        bare = behind.lstrip(_SEPARATORS)
        parted = behind[: len(behind) - len(bare)].strip() or label.group().rstrip()[-1] == ":"
        if bare and not parted and not _printed_date(bare) and not LABEL.match(bare):
            break
        rest, labelled = bare, True
    return rest if labelled else None


def _printed_date(line: str) -> str:
    """A whole date that a short line, a part of it, or a dateline prints, as it prints it."""
    if not _YEAR.search(line[:TITLE]):
        return ""
    if dateline := _DATELINE.match(line):
        parts = [dateline["day"]]
    elif len(line) <= 90:
        parts = _PARTED.split(line)
    else:
        return ""
    for part in parts:
        bare = _without_clock(part)
        whole = _YEAR.search(bare) and len(bare) <= 40
        if whole and isinstance(understand(bare, None), Understood):
            return bare
    return ""


def _without_clock(line: str) -> str:
    """A printed date without what it is called, and without the time of day at either end."""
    bare = _CLOCK.sub("", _DATE_LABEL.sub("", line, count=1)).strip(" ,")
    return _CLOCK_BEFORE.sub("", bare, count=1)
