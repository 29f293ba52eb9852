"""A citation as a RIS file, which nearly every reference manager reads."""

from __future__ import annotations

from datetime import date

from positions.choices import StatementKind
from positions.citing.citable import SITE, Citable
from positions.naming import PersonName

MEDIA_TYPE = "application/x-research-info-systems; charset=utf-8"

# Of a document of the speaker's own.
_TYPES = {
    StatementKind.BLOG_POST: "BLOG",
    StatementKind.SOCIAL_POST: "ELEC",
    StatementKind.TESTIMONY: "HEAR",
    StatementKind.FINDING: "RPRT",
    StatementKind.REPORT: "RPRT",
}


def ris(cited: Citable, read_on: date) -> str:
    """The one reference of a RIS file, in UTF-8 with the line ends that the format asks for.

    What is known from another's document is CHAP, a part of that, whose title is T2.
    """
    container, when = cited.container, cited.date
    rows = [("TY", "CHAP" if container else _TYPES.get(cited.kind, "GEN"))]
    rows += [("AU", _name(name)) for name in cited.names]
    rows += [
        ("TI", cited.entitled),
        ("T2", container.entitled if container else ""),
        ("PB", cited.publisher),
        ("M3", "" if container else str(cited.kind.label)),
        ("PY", f"{when.earliest.year:04}" if when and when.earliest else ""),
        ("DA", _date(cited)),
        ("UR", cited.address),
        ("Y2", f"{read_on:%Y/%m/%d}"),
        ("N1", cited.annotation),
        ("DB", SITE),
    ]
    # A field is one line; of quoted words nothing else is changed.
    written = [f"{tag}  - {' '.join(value.splitlines())}\r\n" for tag, value in rows if value]
    return "".join(written) + "ER  - \r\n"


def _name(name: str | PersonName) -> str:
    """A comma tells the parts of a person's name apart, so that no organisation has one."""
    if isinstance(name, str):
        return name.replace(",", "")
    return ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _date(cited: Citable) -> str:
    """YYYY/MM/DD/, with nothing where nothing is known; what is no calendar date, in words."""
    if cited.calendar_date:
        year, month, day = f"{cited.calendar_date}--".split("-")[:3]
        return f"{year}/{month}/{day}/"
    if cited.date is None:
        return ""
    year = f"{cited.date.earliest.year:04}" if cited.date.earliest else ""
    return f"{year}///{cited.date.printed}"
