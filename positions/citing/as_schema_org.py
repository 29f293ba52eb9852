"""A statement as schema.org data, for the machines that read its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from positions.choices import StatementKind
from positions.citing.citable import LICENCE, Author, Citable

_SCHEMA_TYPES = {
    StatementKind.BLOG_POST: "BlogPosting",
    StatementKind.EMAIL: "EmailMessage",
    StatementKind.LETTER: "Message",
    StatementKind.OPEN_LETTER: "Message",
    StatementKind.REPORT: "Report",
    StatementKind.SOCIAL_POST: "SocialMediaPosting",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a statement says on a proposition, in words; ``url`` is its place on the page."""

    proposition: str
    proposition_url: str
    stance: str
    reason: str
    url: str


def schema_org(
    cited: Citable, words: Sequence[tuple[str, str]], judged: Sequence[Judgement]
) -> dict[str, Any]:
    """JSON-LD of a statement: the act as a CreativeWork, each quotation as a Quotation.

    ``words`` gives (text, full address) of each quotation in the speaker's own; ``judged`` what is
    said on each proposition on which the statement bears. Each of these judgements is a work of the
    editors, at the place on the page where it stands. An act of which others tell has no author: it
    mentions those of whom it tells. Of very many authors the first are given.
    """
    told = cited.kind.told_by_others
    agents = [_agent(author) for author in cited.agents]
    made: dict[str, Any] = {
        "@type": _SCHEMA_TYPES.get(cited.kind, "CreativeWork"),
        "@id": cited.url,
        "url": cited.url,
        "name": cited.title,
        "mentions" if told else "author": agents,
        # Of these data about it; the act itself is its speaker's.
        "sdLicense": LICENCE,
    }
    if cited.calendar_date:
        made["datePublished"] = cited.calendar_date
    if judged:
        made["about"] = [
            {
                "@type": "Claim",
                "@id": each.proposition_url,
                "name": each.proposition,
                "text": each.proposition,
                "url": each.proposition_url,
            }
            for each in judged
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
            "@id": url,
            "url": url,
            "text": text,
            "isPartOf": {"@id": cited.url},
            **({} if told else {"creator": agents}),
            **citation,
        }
        for text, url in words
    ]
    stances = [
        {
            "@type": "CreativeWork",
            "@id": each.url,
            "url": each.url,
            "name": f"{each.stance}: {each.proposition}",
            "abstract": each.reason,
            "about": {"@id": each.proposition_url},
            "isBasedOn": {"@id": cited.url},
            "license": LICENCE,
        }
        for each in judged
    ]
    return {"@context": "https://schema.org", "@graph": [made | citation, *quotations, *stances]}


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
