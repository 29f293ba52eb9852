"""What a pasted text says of itself: title, byline, date and address, where they stand (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from positions.dates import Understood, understand

HEAD = 12  # lines that are not blank, at the beginning, among which all of it is looked for
TITLE = 200  # characters; a longer line is a paragraph

_ADDRESS = re.compile(r"https?://\S{4,600}")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?![\w])")
_BYLINE = re.compile(r"[Bb]y (?=[^\W\d_])(?P<names>[^|•·\n]{2,150}?)(?:\s*[|•·].*)?")
_LABEL = re.compile(
    r"(?:(?:first )?published|posted|updated|last updated|date)\s*+(?:on\b)?[:\s]*+", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<![\s,])[\s,]*+(?:at\s++)?\d{1,2}[:.]\d{2}\s*+(?:[ap]\.?m\.?)?\s*+(?:[A-Z]{2,4})?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Za-z.' -]{2,40}[,(] ?)(?P<day>[A-Za-z0-9. ,]{4,24}?)\)? ?(?:—|–|--|-) "
)
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
    byline = date = ""
    for line in rest:
        if not byline and (named := _BYLINE.fullmatch(line)):
            byline = named["names"].strip(" ,")
        date = date or _printed_date(line)
    return Headline(_title(rest), byline, date or _day_in(url), url)


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
    """The first line, where it is short, no sentence, and something follows it."""
    if len(lines) < 2 or len(lines[0]) > TITLE or lines[0].endswith(_STOP):
        return ""
    first = lines[0]
    return "" if _BYLINE.fullmatch(first) or _printed_date(first) == first else first


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
        bare = _CLOCK.sub("", _LABEL.sub("", part, count=1)).strip(" ,")
        whole = _YEAR.search(bare) and len(bare) <= 40
        if whole and isinstance(understand(bare, None), Understood):
            return bare
    return ""
