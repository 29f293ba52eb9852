"""The page of a statement: the words, who and when, what they answer, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import Stance, stance_in_words
from positions.citing import Judgement, coins, plain, quotation, schema_org
from positions.models import Statement
from positions.records import challenges_of, corrections_of
from positions.records.byline import BYLINE, STANDING_BYLINE, byline_of
from positions.records.voices import First, Rule, everyone, first_of, speaking, standing
from positions.views.details.accounts import Account, accounts_of
from positions.views.details.citations import CITED, citable, document_of
from positions.views.details.moved import follow_moves
from positions.views.details.published import published
from positions.views.details.thread import thread_of
from positions.views.sharing.offer import of_statement

# Names beside the words; of more the first, with a link to the page of all.
MOST_NAMES, FIRST_NAMES = 50, 15
# What is read of the voices: for these names, the by-lines, and the citation.
SHOWN: Mapping[Rule, int] = {everyone: MOST_NAMES, **BYLINE, **STANDING_BYLINE, **CITED}


@require_safe
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """One published statement. Nineteen queries, however much was said."""
    shown = published(slug)
    voices = first_of(shown.pk, SHOWN)
    accounts = accounts_of(shown)
    cited = citable(request, shown, voices, accounts)
    best = accounts[0] if accounts else None
    context = {
        "statement": shown,
        "best": best,
        "offer": of_statement(request, shown, accounts, str(byline_of(voices[standing]))),
        "others": accounts[1:],
        "by_line": byline_of(voices[speaking]),
        **_names(voices[everyone]),
        "thread": thread_of(shown),
        "corrections": corrections_of([shown.pk])[shown.pk],
        "challenges": challenges_of([shown.pk])[shown.pk],
        "copies": {
            given.quotation.pk: quotation(
                given.quotation.words,
                str(byline_of(voices[standing])),
                _when(shown, account),
                document_of(account),
                f"{cited.url}#{given.quotation.anchor}",
            )
            for account in accounts
            for given in account.given
            if given.in_words
        },
        "citation": plain(cited, timezone.localdate()),
        "coins": coins(cited),
        "data": schema_org(
            cited,
            [
                (given.quotation.words, f"{cited.url}#{given.quotation.anchor}")
                for given in (best.given if best else [])
                if given.in_words
            ],
            [
                Judgement(
                    judged.proposition.text,
                    request.build_absolute_uri(judged.proposition.get_absolute_url()),
                    stance_in_words(Stance(judged.stance), judged.directness),
                    judged.reason,
                    f"{cited.url}#stance-{judged.proposition.slug}",
                )
                for judged in shown.assessments.all()
            ],
        ),
    }
    return render(request, "details/statement.html", context)


def _names(first: First) -> dict[str, Any]:
    """The names that stand on the page itself, and how many there are."""
    return {"voices": first.shown[: FIRST_NAMES if first.n_more else None], "n_voices": first.n}


def _when(shown: Statement, account: Account) -> list[str]:
    """The date of a statement, and the one that an account gives where it is another."""
    known = [shown.date.printed if shown.date else "no date"]
    if account.date and account.date.edtf != shown.date_edtf:
        known.append(f"{account.teller} gives {account.date.printed}")
    return known
