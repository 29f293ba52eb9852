"""A citation as CSL-JSON, which reference managers read (Citation Style Language 1.0.2)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from positions.choices import StatementKind
from positions.citing.citable import SITE, Citable
from positions.dates import UncertainDate

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"

_TYPES = {
    StatementKind.LETTER: "personal_communication",
    StatementKind.BLOG_POST: "post-weblog",
    StatementKind.EMAIL: "personal_communication",
    StatementKind.TESTIMONY: "hearing",
    StatementKind.INTERVIEW: "interview",
    StatementKind.SPEECH: "speech",
    StatementKind.SOCIAL_POST: "post",
    StatementKind.FINDING: "report",
    StatementKind.REPORT: "report",
}
_CALENDAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_QUALIFIED = re.compile(r"[?~%]|-XX|T[^/]*+")
_SEASON = re.compile(r"([0-9]{4})-2([1-4])")


def csl(cited: Citable, read_on: date) -> list[dict[str, Any]]:
    """The one item of a CSL-JSON file.

    Every name is ``literal``: of a person the record keeps the name as they write it, and which
    part of that is the family's it does not say.
    """
    item: dict[str, Any] = {
        "id": cited.slug,
        "type": _TYPES.get(cited.kind, "document"),
        "title": f"[{cited.title}]",
        "genre": str(cited.kind.label),
    }
    named, n_others = cited.named
    names = [*(author.name for author in named), *cited.spoken_for]
    if n_others:  # CSL has no word for it: styles that print all names print this one last
        names.append(f"{n_others:,} others")
    if names:
        item["author"] = [{"literal": name} for name in names]
    if cited.date:
        item["issued"] = date_variable(cited.date)
    if cited.notes:
        item["note"] = "; ".join(cited.notes)
    item |= {
        "source": SITE,
        "URL": cited.url,
        "accessed": {"date-parts": [[read_on.year, read_on.month, read_on.day]]},
    }
    return [item]


def date_variable(known: UncertainDate) -> dict[str, Any]:
    """A date as CSL has it, no more exact than it is known.

    What has no parts in CSL (a decade, an interval with an open end or of seasons) is given in
    words. CSL has one mark, ``circa``, for what is approximate and for what is uncertain.
    """
    qualified = {"circa": True} if known.approximate or known.uncertain else {}
    text = _QUALIFIED.sub("", known.edtf)
    if season := _SEASON.fullmatch(text):
        year, number = season.groups()
        return {"date-parts": [[int(year)]], "season": int(number), **qualified}
    parts = [_CALENDAR.fullmatch(end) for end in text.split("/")]
    if not all(parts) or any(_SEASON.fullmatch(end) for end in text.split("/")):
        return {"literal": known.printed}
    return {
        "date-parts": [[int(part) for part in found.groups() if part] for found in parts if found],
        **qualified,
    }
