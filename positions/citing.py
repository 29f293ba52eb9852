"""How to cite a statement: in words, as BibTeX, and as schema.org data for machines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from positions.choices import StatementKind
from positions.dates import UncertainDate

SITE = "Stakeholder Position Tracker"

# What TeX would take as a command.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

_SCHEMA_TYPES = {
    StatementKind.BLOG_POST: "BlogPosting",
    StatementKind.EMAIL: "EmailMessage",
    StatementKind.LETTER: "Message",
    StatementKind.OPEN_LETTER: "Message",
    StatementKind.REPORT: "Report",
    StatementKind.SOCIAL_POST: "SocialMediaPosting",
}


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a statement; ``speaks_for`` is for whom a person speaks, or ""."""

    name: str
    is_person: bool
    url: str
    speaks_for: str = ""

    def __str__(self) -> str:
        return f"{self.name} (for {self.speaks_for})" if self.speaks_for else self.name


@dataclass(frozen=True, slots=True)
class Document:
    """The source in which the words were read; ``url`` is "" where none is known."""

    title: str
    publisher: str
    date: UncertainDate | None
    url: str


@dataclass(frozen=True, slots=True)
class Citable:
    """A statement with what a citation needs; ``url`` is its full address on this site."""

    slug: str
    title: str
    kind: StatementKind
    date: UncertainDate | None
    authors: Sequence[Author]
    document: Document | None
    url: str


def plain(cited: Citable, read_on: date) -> str:
    """The citation in words; no date is printed more exactly than it is known."""
    parts = [f"{_joined([str(author) for author in cited.authors])}. “{_closed(cited.title)}”"]
    when = cited.date.printed if cited.date else "no date"
    parts.append(f"{cited.kind.label}, {when}.")
    if document := cited.document:
        given = [f"“{document.title}”", document.publisher]
        given += [document.date.printed if document.date else "", document.url]
        parts.append(f"As given in {', '.join(part for part in given if part)}.")
    parts.append(f"{SITE}, {cited.url} (read {read_on.day} {read_on:%B %Y}).")
    return " ".join(parts)


def bibtex(cited: Citable, read_on: date) -> str:
    """A BibTeX entry in UTF-8; ``date`` holds EDTF, as biblatex reads it, beside the plain year."""
    names = [
        _tex(author.name) if author.is_person else f"{{{_tex(author.name)}}}"
        for author in cited.authors
    ]
    names += [f"{{{_tex(name)}}}" for name in _spoken_for(cited)]
    fields = {"author": " and ".join(names), "title": f"{{{_tex(cited.title)}}}"}
    if cited.date:
        fields["date"] = cited.date.edtf
        if cited.date.earliest:
            fields["year"] = f"{cited.date.earliest.year:04}"
    fields["howpublished"] = _tex(str(cited.kind.label))
    if document := cited.document:
        given = [document.title, document.publisher, document.date.printed if document.date else ""]
        fields["note"] = f"As given in: {_tex(', '.join(part for part in given if part))}"
    fields["organization"] = SITE
    fields["url"] = cited.url
    fields["urldate"] = read_on.isoformat()
    rows = [f"  {name:<12} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{cited.slug},\n" + ",\n".join(rows) + "\n}\n"


def schema_org(
    cited: Citable, words: Sequence[str], about: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """JSON-LD of a statement: the act as a CreativeWork, each quotation as a Quotation.

    ``words`` are the speaker's own; ``about`` gives (text, full address) of each proposition on
    which the statement bears, whatever it says of it.
    """
    authors = [_agent(author) for author in cited.authors]
    made: dict[str, Any] = {
        "@type": _SCHEMA_TYPES.get(cited.kind, "CreativeWork"),
        "@id": cited.url,
        "url": cited.url,
        "name": cited.title,
        "author": authors,
    }
    if cited.date and _DAY.fullmatch(cited.date.edtf) and cited.date.precision != "season":
        made["datePublished"] = cited.date.edtf
    if about:
        made["about"] = [
            {"@type": "Claim", "name": text, "text": text, "url": url} for text, url in about
        ]
    citation: dict[str, Any] = {}
    if document := cited.document:
        citation = {"citation": {"@type": "CreativeWork", "name": document.title}}
        if document.url:
            citation["citation"]["url"] = document.url
    quotations = [
        {
            "@type": "Quotation",
            "text": text,
            "creator": authors,
            "isPartOf": {"@id": cited.url},
            **citation,
        }
        for text in words
    ]
    return {"@context": "https://schema.org", "@graph": [made | citation, *quotations]}


def _agent(author: Author) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@type": "Person" if author.is_person else "Organization",
        "name": author.name,
        "url": author.url,
    }
    if author.speaks_for:
        made["affiliation"] = {"@type": "Organization", "name": author.speaks_for}
    return made


def _spoken_for(cited: Citable) -> list[str]:
    """Each organisation once that somebody speaks for and that is not an author itself."""
    named = {author.name for author in cited.authors}
    return list(
        dict.fromkeys(
            author.speaks_for
            for author in cited.authors
            if author.speaks_for and author.speaks_for not in named
        )
    )


def _joined(names: Sequence[str]) -> str:
    """Names in a row, "A, B and C"; more than five are cut short."""
    if len(names) > 5:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _closed(title: str) -> str:
    return title if title.endswith(("?", "!", ".", "…")) else f"{title}."


def _tex(text: str) -> str:
    return text.translate(_TEX)
