"""The page of a statement: the words, who and when, what they answer, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.choices import stance_in_words
from positions.citing import Judgement, coins, plain, quotation, schema_org
from positions.models import Proposition
from positions.records import DateRecord, StatementRecord
from positions.records.accounts import Account
from positions.records.byline import BYLINE, STANDING_BYLINE, byline_of
from positions.records.voices import First, Rule, everyone, speaking
from positions.views.details.citations import CITED, citable, document_of
from positions.views.details.lookup import follow_moves
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
    """One published statement. Eighteen queries, however much was said."""
    shown = published(slug, SHOWN)
    record, sentences = shown.record, _sentences(shown.record)
    cited = citable(request, shown)
    best = shown.accounts[0] if shown.accounts else None
    context = {
        "record": record,
        "entered": shown.entered,
        "sentences": sentences,
        "accounts": shown.accounts,
        "best": best,
        "offer": of_statement(request, shown),
        "others": shown.accounts[1:],
        "by_line": byline_of(shown.voices[speaking]),
        **_names(shown.voices[everyone]),
        "thread": thread_of(shown.pk),
        "copies": {
            given.quotation.anchor: quotation(
                given.quotation.words,
                shown.who,
                _when(record.date, account),
                document_of(account),
                f"{cited.url}#{given.quotation.anchor}",
            )
            for account in shown.accounts
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
                    sentences[judged.proposition.slug],
                    request.build_absolute_uri(judged.proposition.url),
                    stance_in_words(judged.stance, judged.directness),
                    judged.reason,
                    f"{cited.url}#stance-{judged.proposition.slug}",
                )
                for judged in record.stances
            ],
        ),
    }
    return render(request, "details/statement.html", context)


def _sentences(record: StatementRecord) -> dict[str, str]:
    """The propositions on which a statement bears, in full, by slug. One query."""
    named = [*(each.proposition for each in record.stances), *record.asked_about]
    rows = Proposition.objects.filter(slug__in={each.slug for each in named})
    return dict(rows.values_list("slug", "text"))


def _names(first: First) -> dict[str, Any]:
    """The names that stand on the page itself, and how many there are."""
    return {"voices": first.shown[: FIRST_NAMES if first.n_more else None], "n_voices": first.n}


def _when(said: DateRecord, account: Account) -> list[str]:
    """The date of a statement, and the one that an account gives where it is another."""
    other = account.other_date(said)
    return [said.text, *([f"{account.source.teller} gives {other.text}"] if other else [])]
