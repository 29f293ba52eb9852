"""A citation as CSL-JSON, which reference managers read (Citation Style Language 1.0.2)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from positions.choices import StatementKind
from positions.citing.citable import SITE, Citable
from positions.dates import UncertainDate
from positions.naming import PersonName

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"

# Of a document of the speaker's own. No letter here is “personal communication”, which styles leave
# out of lists of references because nobody else can read it: all that is cited has been published.
_TYPES = {
    StatementKind.BLOG_POST: "post-weblog",
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

    Words that are known from another's document are a part of it, as in “In ‘Title’. The Herald.”:
    that is its ``container-title``, ``publisher`` and ``URL``. The title says what they are.
    """
    item: dict[str, Any] = {"id": cited.slug, "title": cited.entitled}
    if container := cited.container:
        item |= {"type": "document", "container-title": container.entitled}
    else:
        item |= {"type": _TYPES.get(cited.kind, "document"), "genre": str(cited.kind.label)}
    names = [_name(name) for name in cited.names]
    if n_others := cited.named[1]:
        # CSL has no word for it: styles that print all names print this one last.
        names.append({"literal": f"{n_others:,} others"})
    if names:
        item["author"] = names
    if cited.publisher:
        item["publisher"] = cited.publisher
    if cited.date:
        item["issued"] = date_variable(cited.date)
    item |= {
        "note": cited.annotation,
        "source": SITE,
        "URL": cited.address,
        "accessed": {"date-parts": [[read_on.year, read_on.month, read_on.day]]},
    }
    return [item]


def _name(name: str | PersonName) -> dict[str, str]:
    if isinstance(name, str):
        return {"literal": name}
    parts = {"given": name.given, "family": name.family, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


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
