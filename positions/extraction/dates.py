"""Stage 10: when something was said, as printed beside it, as an interval in EDTF."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from positions.extraction.lexicon.words import MONTHS, WEEKDAYS

_DAY = "|".join(name.capitalize() for name in WEEKDAYS)
_MONTH = "|".join(name.capitalize() for name in MONTHS) + (
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\."
)
_EXPRESSION = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?:(?:{_DAY}),? )?(?P<md>{_MONTH}) (?P<mdd>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?:,? (?P<mdy>\d{{4}}))?"
    rf"|(?:(?:{_DAY}),? )?(?P<dd>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<dm>{_MONTH})"
    rf"(?:,? (?P<dy>\d{{4}}))?"
    rf"|(?P<my>{_MONTH}),? (?:of )?(?P<myy>\d{{4}})"
    rf"|(?P<lastmonth>last|this) (?P<named>{_MONTH})\b"
    rf"|(?:(?:on|since|by|late|early|last|this) )?(?P<day>{_DAY})\b"
    rf"(?: (?:morning|afternoon|evening|night))?"
    rf"|(?P<rel>(?:earlier )?(?:last|this|the previous) (?P<unit>week|month|year|weekend|autumn"
    rf"|spring|summer|winter)|last night|yesterday|today|tonight|(?:this|earlier this) morning"
    rf"|this (?:afternoon|evening)"
    rf"|(?P<ago>a|two|three|four|five|six|\d{{1,2}}) (?P<agounit>day|week|month|year)s?"
    rf" (?:ago|earlier))\b"
    rf"|in (?P<month>{_MONTH})(?!\w)(?! \d)"
    rf"|in (?P<year>(?:19|20)\d\d)\b)"
)
_LESS_EXACT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_NUMBERS = {"a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}


@dataclass(frozen=True, slots=True)
class Expression:
    """A printed expression of time and what it means, given the day of publication."""

    start: int
    end: int
    text: str
    edtf: str


def day_of(published: str) -> date | None:
    """Read the day of publication (YYYY-MM-DD); None for anything less exact."""
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None


def printed_day(published: str) -> str:
    """Give the day, month or year of publication in EDTF; "" for what is none of them."""
    day = day_of(published)
    if day is not None:
        return day.isoformat()
    return published.strip() if _LESS_EXACT.fullmatch(published.strip()) else ""


def expressions(opaque: str, start: int, end: int, published: date | None) -> list[Expression]:
    """Find the expressions of time between two places of a masked text. Linear."""
    found = []
    for match in _EXPRESSION.finditer(opaque, start, end):
        edtf = "" if match.group().startswith(("since", "by")) else _meaning(match, published)
        if edtf:
            found.append(Expression(match.start(), match.end(), match.group(), edtf))
    return found


def _meaning(match: re.Match[str], published: date | None) -> str:
    try:
        return _exact(match, published) or (_relative(match, published) if published else "")
    except (ValueError, OverflowError):
        return ""


def _exact(match: re.Match[str], published: date | None) -> str:
    if match["iso"]:
        return date.fromisoformat(match["iso"]).isoformat()
    if match["md"] or match["dm"]:
        month = _number(match["md"] or match["dm"])
        number = int(match["mdd"] or match["dd"])
        year = match["mdy"] or match["dy"]
        if year:
            return date(int(year), month, number).isoformat()
        return _nearest(month, number, published) if published else ""
    if match["my"]:
        return f"{match['myy']}-{_number(match['my']):02}"
    return match["year"] or ""


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))


def _nearest(month: int, number: int, published: date) -> str:
    """Give the last such day before publication; “3 May” in an article of June is of that year."""
    year = published.year
    if (month, number) > (published.month, published.day):
        year -= 1
    return date(year, month, number).isoformat()


def _relative(match: re.Match[str], published: date) -> str:
    if match["month"] or match["named"]:
        month = _number(match["month"] or match["named"])
        year = published.year - (month > published.month)
        if match["lastmonth"] == "last" and month == published.month:
            year -= 1
        return f"{year}-{month:02}"
    if match["day"]:
        back = (published.weekday() - WEEKDAYS.index(match["day"].lower())) % 7
        if match.group().startswith("last ") and not back:
            back = 7
        return (published - timedelta(days=back)).isoformat()
    if match["ago"]:
        return _ago(published, _NUMBERS.get(match["ago"]) or int(match["ago"]), match["agounit"])
    words = match["rel"]
    if words in {"yesterday", "last night"}:
        return (published - timedelta(days=1)).isoformat()
    if not match["unit"]:
        return published.isoformat()
    return _unit(published, match["unit"], previous="this" not in words)


def _ago(published: date, count: int, unit: str) -> str:
    if unit == "day":
        return (published - timedelta(days=count)).isoformat()
    if unit == "week":
        return _week(published - timedelta(weeks=count))
    months = published.year * 12 + published.month - 1 - count * (12 if unit == "year" else 1)
    return f"{months // 12:04}" if unit == "year" else f"{months // 12:04}-{months % 12 + 1:02}"


def _week(day: date, until: date | None = None) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(until or monday + timedelta(days=6)).isoformat()}"


def _unit(published: date, unit: str, *, previous: bool) -> str:
    if unit == "week":
        if previous:
            return _week(published - timedelta(weeks=1))
        return _week(published, published) if published.weekday() else published.isoformat()
    if unit == "weekend":
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "month":
        return _ago(published, int(previous), "month")
    if unit == "year":
        return _ago(published, int(previous), "year")
    year = published.year
    last_month = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}[unit]
    if previous and (published.month <= last_month or unit == "winter"):
        year -= 1
    return f"{year}-{_SEASONS[unit]}"
