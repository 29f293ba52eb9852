"""Stage 10: the times that an article prints, read as of its day by the one reader of dates."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from positions.dates import EdtfError, UncertainDate, Understood, find, parse

_DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0\d|1\d)(?:-\d\d)?)?[?~%]?", re.ASCII)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\A[A-Z][a-z]{2,8}day,? ")
_LABEL = re.compile(r"\A(?:first )?(?:published|posted|dated?|issued)(?: on)?:? +", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![ ,|·–—-])[ ,|·–—-]++(?:at )?\d{1,2}[:.]\d\d.{0,20}\Z")
_DAY = len("2024-05-08")
_HEAD, _DATE_LINE = 10, 40  # lines at the head of a text, and characters of one that dates it


@dataclass(frozen=True, slots=True)
class Expression:
    """A printed expression of time and what it means; without ``edtf`` it has to be asked."""

    start: int
    end: int
    text: str
    edtf: str

    @property
    def is_day(self) -> bool:
        """Whether it names a single day."""
        return len(self.edtf) == _DAY


class Expressions:
    """The expressions of time of a text that can date something said, in order."""

    def __init__(self, opaque: str, published: UncertainDate | None) -> None:
        self._found: list[Expression] = []
        for each in find(opaque, published):
            meaning = each.meaning
            if isinstance(meaning, Understood):
                # "Since Friday" says when something began, and "by Friday" when it was over.
                if meaning.relation == "at":
                    edtf = meaning.date.edtf
                    self._found.append(Expression(each.start, each.end, each.text, edtf))
            elif meaning.cause in ("unclear", "unknown"):
                self._found.append(Expression(each.start, each.end, each.text, ""))
        self._starts = [each.start for each in self._found]

    def between(self, start: int, end: int) -> list[Expression]:
        """Those that lie between two places of the text."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [each for each in self._found[first:last] if each.end <= end]


def dateline_date(dateline: str) -> UncertainDate | None:
    """The day of a dateline that prints its year, the report's own; None for any other."""
    if _YEAR.search(dateline) is None:
        return None
    meanings = (each.meaning for each in find(dateline, None))
    days = (each.date for each in meanings if isinstance(each, Understood))
    return next((each for each in days if len(each.edtf) == _DAY), None)


def line_date(lines: Iterable[str]) -> UncertainDate | None:
    """The day that one of the first lines of a text gives alone, the text's own; None for none.

    A label (Published: …) and a time of day may stand beside it.
    """
    for line in islice(lines, _HEAD):
        said = _CLOCK.sub("", _LABEL.sub("", line.strip(" .,")))
        if len(said) <= _DATE_LINE and _YEAR.search(said) is not None:
            found = list(find(said, None))
            whole = len(found) == 1 and _WEEKDAY.sub("", said[: found[0].start]) == ""
            meaning = found[0].meaning if whole and found[0].end == len(said) else None
            if isinstance(meaning, Understood) and len(meaning.date.edtf) == _DAY:
                return meaning.date
    return None


def published_date(published: str) -> UncertainDate | None:
    """The day, month or year of publication (YYYY-MM-DD, YYYY-MM, YYYY); None for anything else.

    Of a moment, the day.
    """
    text = published.strip()
    text = text[:_DAY] if len(text) > _DAY and text[_DAY] in " T" else text
    if _DAY_MONTH_OR_YEAR.fullmatch(text) is None:
        return None
    try:
        return parse(text)
    except EdtfError:
        return None
