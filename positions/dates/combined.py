"""What words around a date make of it, in EDTF: about it, since it, from it to another."""

from __future__ import annotations

from datetime import date, timedelta

from positions.dates.edtf import parse
from positions.dates.meanings import ago
from positions.dates.phrase import Meaning, Unclear

LONG = 300  # days: from a day of one month to an earlier day of the same, a year later


def some(fewer: int, more: int, unit: str, day: date) -> str:
    """Two or three units ago."""
    return joined(ago(max(fewer, more), unit, day), ago(min(fewer, more), unit, day))


def about(meaning: Meaning, day: date) -> str:
    """The same time, approximately."""
    return marked(meaning(day), "~")


def marked(edtf: str, mark: str) -> str:
    """The same date with a qualifier on each end; about and uncertain together are %."""
    return "/".join(_qualified(end, mark) for end in edtf.split("/"))


def _qualified(end: str, mark: str) -> str:
    if end in ("", ".."):
        return end
    if "T" in end:
        end = end[:10]
    if end[-1] in "?~%":
        return f"{end[:-1]}{mark if end[-1] == mark else '%'}"
    return f"{end}{mark}"


def joined(start: str, end: str) -> str:
    """From the beginning of one date to the end of another."""
    first, last = _end(start, 0), _end(end, -1)
    if first == last:
        return first
    known, until = parse(first), parse(last)
    if known.earliest and until.latest and known.earliest > until.latest:
        raise Unclear(f"{known.printed} comes after {until.printed}")
    return f"{first}/{last}"


def since(meaning: Meaning, day: date) -> str:
    """From a time on."""
    return f"{_end(meaning(day), 0)}/.."


def until(meaning: Meaning, day: date) -> str:
    """Up to a time, and within it."""
    return f"../{_end(meaning(day), -1)}"


def after(meaning: Meaning, day: date) -> str:
    """Later than a time."""
    latest = parse(meaning(day)).latest
    if latest is None:
        raise Unclear("it has no end")
    return f"{latest + timedelta(1)}/.."


def before(meaning: Meaning, day: date) -> str:
    """Earlier than a time."""
    earliest = parse(meaning(day)).earliest
    if earliest is None:
        raise Unclear("it has no beginning")
    return f"../{earliest - timedelta(1)}"


def between(start: Meaning, end: Meaning, floats: bool, day: date) -> str:
    """From one time to another; a start that floats is the latest before the end."""
    last = end(day)
    begin = parse(last).earliest
    first = start(begin - timedelta(1) if floats and begin else day)
    known, ended = parse(first), parse(last)
    if floats and known.earliest and ended.latest:
        length = ended.latest - known.earliest
        if "day" in (known.precision, ended.precision) and length.days > LONG:
            raise Unclear(f"{known.printed} comes after {ended.printed}, or lies a year before it")
    return joined(first, last)


def _end(edtf: str, which: int) -> str:
    """One end of an interval, or the date itself; a decade is its first or last year there."""
    end = edtf.split("/")[which]
    if "X" in end:
        known = parse(end)
        bound = known.latest if which else known.earliest
        return f"{bound.year:04}" if bound else end
    return end
