"""The page of a statement: the words, who and when, what they answer, and where they stand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import StatementKind
from positions.citing import Author, Citable, Document, plain, schema_org
from positions.citing import bibtex as bibtex_entry
from positions.models import Attribution, Statement
from positions.views.details.accounts import Account, accounts_of
from positions.views.details.moved import follow_moves, found
from positions.views.details.thread import thread_of


@require_safe
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """One published statement. Fourteen queries, however much was said."""
    shown = _read(slug)
    accounts = accounts_of(shown)
    cited = _citable(request, shown, accounts)
    best = accounts[0] if accounts else None
    context = {
        "statement": shown,
        "best": best,
        "others": accounts[1:],
        "thread": thread_of(shown),
        "citation": plain(cited, timezone.localdate()),
        "data": schema_org(
            cited,
            [given.quotation.exact for given in best.given if given.in_words] if best else [],
            [
                (
                    judged.proposition.text,
                    request.build_absolute_uri(judged.proposition.get_absolute_url()),
                )
                for judged in shown.assessments.all()
            ],
        ),
    }
    return render(request, "details/statement.html", context)


@require_safe
@follow_moves
def bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    """The same statement as a BibTeX entry."""
    shown = _read(slug)
    cited = _citable(request, shown, accounts_of(shown))
    return HttpResponse(
        bibtex_entry(cited, timezone.localdate()),
        content_type="application/x-bibtex; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{shown.slug}.bib"'},
    )


def _read(slug: str) -> Statement:
    rows = Statement.objects.published().select_related("topic")
    return found(
        rows.prefetch_related(
            "attributions__stakeholder",
            "attributions__on_behalf_of",
            "addressees",
            "asked_about",
            "quotations__source__publisher",
            "assessments__proposition",
            "assessments__quotation__source",
        ),
        slug,
    )


def _citable(request: HttpRequest, shown: Statement, accounts: list[Account]) -> Citable:
    read, document = None, None
    if accounts:
        read = accounts[0].source
        publisher = read.publisher.name if read.publisher else ""
        document = Document(
            read.title, publisher, read.date, read.url, read.title_is_ours, accounts[0].in_words
        )
    return Citable(
        slug=shown.slug,
        title=shown.title,
        kind=StatementKind(shown.kind),
        date=shown.date,
        authors=[_author(request, attribution) for attribution in shown.attributions.all()],
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
