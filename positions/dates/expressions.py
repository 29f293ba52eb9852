"""Printed expressions of time ("Friday", "last month"): what they mean on a day."""

from __future__ import annotations

import re
from datetime import date

from positions.dates.edtf import EdtfError, UncertainDate, parse
from positions.dates.guesses import guess
from positions.dates.relative import RULES

# Two days that share neither year, month, day nor weekday: what means the same seen from both does
# not depend on when it was written.
FAR_APART = (date(1900, 1, 1), date(2100, 12, 31))

LONGEST = 300  # characters
_PUNCTUATION = re.compile(r"['’]s\b|[.,;:()“”\"]")  # as newspapers print it
_ABOUT = re.compile(r"(?:about|around|circa|approximately|roughly) ")
# Words that leave the unit they introduce as it is: "late last year" is known to the year.
_LEADING = re.compile(
    r"(?:on|in|at|during|throughout|over|back|of|the|early|late|mid|beginning|start|middle|end"
    r"|year) (?=.)"
)
_TIME_OF_DAY = re.compile(r"(?<=day) (?:morning|afternoon|evening|night)$")


def understand(printed: str, published: UncertainDate | None) -> UncertainDate | None:
    """What a printed expression means in a source published then; None where that is not clear.

    "Friday" is that day or the Friday before it; "May" the latest May that has begun; weeks run
    from Monday to Sunday. An EDTF text is itself. Whatever would need the publication's date more
    exactly than it is known is None, and so is what is longer than any date. It is a suggestion
    for an editor, never a false exact day.
    """
    if len(printed) > LONGEST:
        return None
    try:
        return parse(printed)
    except EdtfError:
        pass
    if absolute := _agreed(printed, *FAR_APART):
        return parse(absolute)
    if published is None or published.earliest is None or published.latest is None:
        return None
    relative = _agreed(printed, published.earliest, published.latest)
    if relative is None:
        return None
    if published.approximate:
        relative = _marked(relative, "~")
    return parse(_marked(relative, "?") if published.uncertain else relative)


def _agreed(printed: str, first: date, last: date) -> str | None:
    """The EDTF that the words mean on both days, or None where the two differ.

    Every rule follows the calendar forwards, so two days that agree agree with those between.
    """
    meaning = _meaning(printed, first)
    return meaning if first == last or meaning == _meaning(printed, last) else None


def _meaning(printed: str, day: date) -> str | None:
    words = " ".join(_PUNCTUATION.sub(" ", printed.lower()).replace("-", " ").split())
    about = _ABOUT.match(words)
    words = words[about.end() :] if about else words
    while lead := _LEADING.match(words):
        words = words[lead.end() :]
    words = _TIME_OF_DAY.sub("", words)
    for pattern, rule in RULES:
        if match := pattern.fullmatch(words):
            try:
                meaning = rule({k: v for k, v in match.groupdict().items() if v}, day)
                if meaning is not None:
                    parse(meaning)
            except (ValueError, OverflowError):  # 31 June; five years before the year 3
                return None
            break
    else:
        meaning = guess(printed, day)
    return _marked(meaning, "~") if meaning and about else meaning


def _marked(edtf: str, mark: str) -> str:
    """The same date with a qualifier on each end; about and uncertain together are %."""
    ends = edtf.split("/")
    return "/".join(
        f"{end[:-1]}{mark if end[-1] == mark else '%'}" if end[-1] in "?~%" else f"{end}{mark}"
        for end in ends
    )
