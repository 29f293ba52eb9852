"""A statement as schema.org data, for the machines that read its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from positions.choices import StatementKind
from positions.citing.citable import Author, Citable

_SCHEMA_TYPES = {
    StatementKind.BLOG_POST: "BlogPosting",
    StatementKind.EMAIL: "EmailMessage",
    StatementKind.LETTER: "Message",
    StatementKind.OPEN_LETTER: "Message",
    StatementKind.REPORT: "Report",
    StatementKind.SOCIAL_POST: "SocialMediaPosting",
}


def schema_org(
    cited: Citable, words: Sequence[str], about: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """JSON-LD of a statement: the act as a CreativeWork, each quotation as a Quotation.

    ``words`` are the speaker's own; ``about`` gives (text, full address) of each proposition on
    which the statement bears, whatever it says of it. An act of which others tell has no author:
    it mentions those of whom it tells. Of very many authors the first are given.
    """
    told = cited.kind.told_by_others
    agents = [_agent(author) for author in cited.agents]
    made: dict[str, Any] = {
        "@type": _SCHEMA_TYPES.get(cited.kind, "CreativeWork"),
        "@id": cited.url,
        "url": cited.url,
        "name": cited.title,
        "mentions" if told else "author": agents,
    }
    if cited.calendar_date:
        made["datePublished"] = cited.calendar_date
    if about:
        made["about"] = [
            {"@type": "Claim", "name": text, "text": text, "url": url} for text, url in about
        ]
    citation: dict[str, Any] = {}
    if document := cited.document:
        citation = {"citation": {"@type": "CreativeWork", "name": document.title}}
        if document.url:
            citation["citation"]["url"] = document.url
        if document.archived:
            citation["citation"]["archivedAt"] = document.archived
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
    """A person, or the organisation itself where its spokesperson has no name."""
    made: dict[str, Any] = {
        "@type": "Person" if author.is_person else "Organization",
        "name": author.name if author.is_person else author.speaks_for or author.name,
        "url": author.url,
    }
    if author.is_person and author.speaks_for:
        made["affiliation"] = {"@type": "Organization", "name": author.speaks_for}
    return made
