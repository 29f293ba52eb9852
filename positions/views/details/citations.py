"""How a statement is cited: what its citation says, and the files for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from positions import citing
from positions.choices import AttributionRole
from positions.citing import Author, Citable, Document, as_bibtex, as_csl, as_ris
from positions.citing.citable import MOST_NAMED
from positions.dates import parse
from positions.naming import fold
from positions.records.accounts import Account
from positions.records.statement import Part
from positions.records.voices import CalledVoice, Rule, agents, credited
from positions.views.data import for_scripts
from positions.views.details.lookup import follow_moves
from positions.views.details.published import Published, published

# What a citation reads of the voices under a statement.
CITED: Mapping[Rule, int] = {agents: MOST_NAMED, credited: MOST_NAMED}
# What a citation does not tell.
UNREAD: Collection[Part] = (
    *("stances", "addressees", "asked_about"),
    *("corrections", "challenges"),
)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


@for_scripts
@follow_moves
def bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement as a BibTeX entry."""
    return _file(request, slug, "bib", as_bibtex.MEDIA_TYPE, citing.bibtex)


@for_scripts
@follow_moves
def ris(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement as a RIS file."""
    return _file(request, slug, "ris", as_ris.MEDIA_TYPE, citing.ris)


@for_scripts
@follow_moves
def csl(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement as a CSL-JSON file of one item."""
    return _file(request, slug, "json", as_csl.MEDIA_TYPE, _csl)


def _csl(cited: Citable, read_on: date) -> str:
    return json.dumps(citing.csl(cited, read_on), ensure_ascii=False)


def _file(
    request: HttpRequest,
    slug: str,
    suffix: str,
    media_type: str,
    write: Callable[[Citable, date], str],
) -> HttpResponse:
    """The citation as somebody's reference manager reads it, named after the statement."""
    cited = citable(request, published(slug, CITED, unread=UNREAD))
    return HttpResponse(
        write(cited, timezone.localdate()),
        content_type=media_type,
        headers={"Content-Disposition": f'inline; filename="{cited.slug}.{suffix}"'},
    )


def citable(request: HttpRequest, shown: Published) -> Citable:
    """What a citation of the statement needs, which was read with CITED; no query."""
    record, voices, accounts = shown.record, shown.voices, shown.accounts
    read, document = None, None
    if accounts:
        read, document = accounts[0].source, document_of(accounts[0])
    return Citable(
        slug=record.slug,
        title=record.title,
        kind=record.kind,
        date=parse(record.date.edtf),
        agents=[_author(request, each) for each in voices[agents].shown],
        speaking=[_author(request, each) for each in voices[credited].shown],
        n_others=voices[credited].n_more,
        document=document,
        url=request.build_absolute_uri(record.url),
        original=next(
            (
                each.source.address
                for each in accounts
                if each.source.primary and each.source.address
            ),
            "",
        )
        if read and not read.primary
        else "",
        other_dates=[
            (account.source.teller, parse(other.edtf))
            for account in accounts
            if (other := account.other_date(record.date))
        ],
        words=[each.quotation.words for each in accounts[0].given if each.in_words]
        if accounts
        else (),
    )


def document_of(account: Account) -> Document:
    """The source of an account, as a citation names it; no query."""
    read = account.source
    publisher = read.publisher.name if read.publisher else ""
    dated = parse(read.date.edtf) if read.date else None
    return Document(
        *(read.title, publisher, dated, read.address, read.title_is_ours),
        *(account.in_words, read.archived, read.primary),
    )


def _author(request: HttpRequest, voice: CalledVoice) -> Author:
    """The person who speaks; a spokesperson without a name, as the source calls them.

    Where the source calls them nothing, the organisation itself that is spoken for.
    """
    who, behalf = voice.stakeholder, voice.on_behalf_of
    name = who.name
    if behalf is not None and not who.is_person:
        name = _spokesperson(voice)
        who = behalf
    return Author(
        name=name or who.name,
        is_person=who.is_person,
        url=request.build_absolute_uri(who.url),
        speaks_for=behalf.name if behalf and name else "",
        called=voice.called,
    )


def _spokesperson(voice: CalledVoice) -> str:
    """“AWS spokesperson”, where the source says so; "" where it gives the organisation's name."""
    if voice.role != AttributionRole.SPOKESPERSON:
        return ""
    printed = _ARTICLE.sub("", voice.name_printed.strip(), count=1)
    parties = (voice.stakeholder, voice.on_behalf_of)
    names = {fold(each.name) for each in parties if each}
    return "" if fold(printed) in names else printed[:1].upper() + printed[1:]
