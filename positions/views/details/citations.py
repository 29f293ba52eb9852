"""How a statement is cited: what its citation says, and the files for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from positions import citing
from positions.choices import AttributionRole, StatementKind
from positions.citing import Author, Citable, Document, as_bibtex, as_csl, as_ris
from positions.citing.citable import MOST_NAMED
from positions.models import Attribution, Statement
from positions.naming import fold
from positions.records.voices import First, Rule, agents, credited, first_of
from positions.views.data import for_scripts
from positions.views.details.accounts import Account, accounts_of
from positions.views.details.moved import follow_moves
from positions.views.details.published import published

# What a citation reads of the voices under a statement.
CITED: Mapping[Rule, int] = {agents: MOST_NAMED, credited: MOST_NAMED}
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
    shown = published(slug)
    cited = citable(request, shown, first_of(shown.pk, CITED), accounts_of(shown))
    return HttpResponse(
        write(cited, timezone.localdate()),
        content_type=media_type,
        headers={"Content-Disposition": f'inline; filename="{cited.slug}.{suffix}"'},
    )


def citable(
    request: HttpRequest, shown: Statement, voices: Mapping[Rule, First], accounts: list[Account]
) -> Citable:
    """What a citation of the statement needs; no query. ``voices`` are read with CITED."""
    read, document = None, None
    if accounts:
        read, document = accounts[0].source, document_of(accounts[0])
    return Citable(
        slug=shown.slug,
        title=shown.title,
        kind=StatementKind(shown.kind),
        date=shown.date,
        agents=[_author(request, each) for each in voices[agents].shown],
        speaking=[_author(request, each) for each in voices[credited].shown],
        n_others=voices[credited].n_more,
        document=document,
        url=request.build_absolute_uri(reverse("statement-detail", args=[shown.slug])),
        original=next(
            (each.source.url for each in accounts if each.source.is_primary and each.source.url),
            "",
        )
        if read and not read.is_primary
        else "",
        other_dates=[
            (account.teller, account.date)
            for account in accounts
            if account.date and account.date.edtf != shown.date_edtf
        ],
        words=[each.quotation.words for each in accounts[0].given if each.in_words]
        if accounts
        else (),
    )


def document_of(account: Account) -> Document:
    """The source of an account, as a citation names it; no query."""
    read = account.source
    publisher = read.publisher.name if read.publisher else ""
    return Document(
        *(read.title, publisher, read.date, read.url, read.title_is_ours),
        *(account.in_words, read.archived_url, read.is_primary),
    )


def _author(request: HttpRequest, attribution: Attribution) -> Author:
    """The person who speaks; a spokesperson without a name, as the source calls them.

    Where the source calls them nothing, the organisation itself that is spoken for.
    """
    voice, behalf = attribution.stakeholder, attribution.speaks_for
    name = voice.name
    if behalf is not None and not voice.is_person:
        name = _spokesperson(attribution)
        voice = behalf
    return Author(
        name=name or voice.name,
        is_person=voice.is_person,
        url=request.build_absolute_uri(voice.get_absolute_url()),
        speaks_for=behalf.name if behalf and name else "",
        called=vars(attribution).get("called") or "",
    )


def _spokesperson(attribution: Attribution) -> str:
    """“AWS spokesperson”, where the source says so; "" where it gives the organisation's name."""
    if attribution.role != AttributionRole.SPOKESPERSON:
        return ""
    printed = _ARTICLE.sub("", attribution.name_printed.strip(), count=1)
    parties = (attribution.stakeholder, attribution.on_behalf_of)
    names = {fold(each.name) for each in parties if each}
    return "" if fold(printed) in names else printed[:1].upper() + printed[1:]
