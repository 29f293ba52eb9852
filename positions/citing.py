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
    """The source in which the act was read; ``url`` is "" where none is known.

    ``title_is_ours``: it has no title of its own. ``gives_words``: it quotes the speaker.
    """

    title: str
    publisher: str
    date: UncertainDate | None
    url: str
    title_is_ours: bool = False
    gives_words: bool = True

    @property
    def given(self) -> str:
        """How the citation leads to it."""
        return "As given in" if self.gives_words else "Reported in"


@dataclass(frozen=True, slots=True)
class Citable:
    """A statement with what a citation needs; ``url`` is its full address on this site.

    ``original`` is the address of the speaker's own document where ``document`` is another's
    account, else "". ``other_dates`` are (who gives it, date) where sources differ from ``date``.
    """

    slug: str
    title: str
    kind: StatementKind
    date: UncertainDate | None
    authors: Sequence[Author]
    document: Document | None
    url: str
    original: str = ""
    other_dates: Sequence[tuple[str, UncertainDate]] = ()


def plain(cited: Citable, read_on: date) -> str:
    """The citation in words; no date is printed more exactly than it is known."""
    names = [str(author) for author in _credited(cited)]
    parts = [f"{_joined(names)}."] if names else []
    parts.append(f"[{cited.title}].")
    when = cited.date.printed if cited.date else "no date"
    differing = f" ({'; '.join(_differing(cited))})" if cited.other_dates else ""
    parts.append(f"{cited.kind.label}, {when}{differing}.")
    if document := cited.document:
        title = f"[{document.title}]" if document.title_is_ours else f"“{document.title}”"
        given = [title, document.publisher, document.date.printed if document.date else ""]
        parts.append(f"{document.given} {', '.join(filter(None, [*given, document.url]))}.")
    if cited.original:
        parts.append(f"Document: {cited.original}.")
    parts.append(f"{SITE}, {cited.url} (read {read_on.day} {read_on:%B %Y}).")
    return " ".join(parts)


def bibtex(cited: Citable, read_on: date) -> str:
    """A BibTeX entry in UTF-8; ``date`` holds EDTF, as biblatex reads it, beside the plain year."""
    names = [
        _tex(author.name) if author.is_person else f"{{{_tex(author.name)}}}"
        for author in _credited(cited)
    ]
    names += [f"{{{_tex(name)}}}" for name in _spoken_for(cited)]
    fields = {"author": " and ".join(names), "title": f"{{[{_tex(cited.title)}]}}"}
    if cited.date:
        fields["date"] = cited.date.edtf
        if cited.date.earliest:
            fields["year"] = f"{cited.date.earliest.year:04}"
    fields["howpublished"] = _tex(str(cited.kind.label))
    fields["note"] = _tex("; ".join(_notes(cited)))
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
    which the statement bears, whatever it says of it. An act of which others tell has no author:
    it mentions those of whom it tells.
    """
    told = cited.kind.told_by_others
    agents = [_agent(author) for author in _once(cited.authors)]
    made: dict[str, Any] = {
        "@type": _SCHEMA_TYPES.get(cited.kind, "CreativeWork"),
        "@id": cited.url,
        "url": cited.url,
        "name": cited.title,
        "mentions" if told else "author": agents,
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
            "isPartOf": {"@id": cited.url},
            **({} if told else {"creator": agents}),
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


def _credited(cited: Citable) -> list[Author]:
    """Whom the citation names: each author once, and none beside those who speak for it.

    Of an act that others tell of, it is the publisher who tells, never the one told of.
    """
    if cited.kind.told_by_others:
        publisher = cited.document.publisher if cited.document else ""
        return [Author(publisher, False, "")] if publisher else []
    principals = {author.speaks_for for author in cited.authors}
    return [author for author in _once(cited.authors) if author.name not in principals]


def _once(authors: Sequence[Author]) -> list[Author]:
    return list({author.url: author for author in authors}.values())


def _spoken_for(cited: Citable) -> list[str]:
    """Each organisation once for which one of those credited speaks."""
    return list(dict.fromkeys(a.speaks_for for a in _credited(cited) if a.speaks_for))


def _differing(cited: Citable) -> list[str]:
    return [f"{name} gives {given.printed}" for name, given in cited.other_dates]


def _notes(cited: Citable) -> list[str]:
    """What BibTeX has no field for: where the act was read, its own document, other dates."""
    notes = []
    if document := cited.document:
        title = f"[{document.title}]" if document.title_is_ours else document.title
        given = [title, document.publisher, document.date.printed if document.date else ""]
        notes.append(f"{document.given}: {', '.join(filter(None, given))}")
    if cited.original:
        notes.append(f"Document: {cited.original}")
    return notes + _differing(cited)


def _joined(names: Sequence[str]) -> str:
    """Names in a row, "A, B and C"; more than five are cut short."""
    if len(names) > 5:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _tex(text: str) -> str:
    return text.translate(_TEX)
