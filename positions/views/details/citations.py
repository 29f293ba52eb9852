"""How a statement is cited: what its citation says, and the files for reference managers."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions import citing
from positions.choices import StatementKind
from positions.citing import Author, Citable, Document
from positions.citing.as_csl import MEDIA_TYPE
from positions.citing.citable import MOST_NAMED
from positions.models import Attribution, Statement
from positions.records.voices import First, Rule, agents, credited, first_of
from positions.views.data import for_scripts
from positions.views.details.accounts import Account, accounts_of
from positions.views.details.moved import follow_moves
from positions.views.details.published import published

# What a citation reads of the voices under a statement.
CITED: Mapping[Rule, int] = {agents: MOST_NAMED, credited: MOST_NAMED}


@require_safe
@follow_moves
def bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement as a BibTeX entry."""
    shown = published(slug)
    cited = citable(request, shown, first_of(shown.pk, CITED), accounts_of(shown))
    return HttpResponse(
        citing.bibtex(cited, timezone.localdate()),
        content_type="application/x-bibtex; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{shown.slug}.bib"'},
    )


@for_scripts
@follow_moves
def csl(request: HttpRequest, slug: str) -> HttpResponse:
    """A statement as a CSL-JSON file of one item."""
    shown = published(slug)
    cited = citable(request, shown, first_of(shown.pk, CITED), accounts_of(shown))
    return JsonResponse(
        citing.csl(cited, timezone.localdate()),
        safe=False,  # the file is an array, as its schema says
        json_dumps_params={"ensure_ascii": False},
        content_type=MEDIA_TYPE,
        headers={"Content-Disposition": f'inline; filename="{shown.slug}.json"'},
    )


def citable(
    request: HttpRequest, shown: Statement, voices: Mapping[Rule, First], accounts: list[Account]
) -> Citable:
    """What a citation of the statement needs; no query. ``voices`` are read with CITED."""
    read, document = None, None
    if accounts:
        read = accounts[0].source
        publisher = read.publisher.name if read.publisher else ""
        document = Document(
            *(read.title, publisher, read.date, read.url, read.title_is_ours),
            *(accounts[0].in_words, read.archived_url),
        )
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
    )


def _author(request: HttpRequest, attribution: Attribution) -> Author:
    """The person who speaks; an organisation's spokesperson without a name counts as itself."""
    voice, behalf = attribution.stakeholder, attribution.speaks_for
    if behalf is not None and not voice.is_person:
        voice, behalf = behalf, None
    return Author(
        name=voice.name,
        is_person=voice.is_person,
        url=request.build_absolute_uri(voice.get_absolute_url()),
        speaks_for=behalf.name if behalf else "",
    )
