"""The page of a statement: the words, who and when, what they answer, and where they stand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.citing import plain, schema_org
from positions.models import Statement
from positions.records import challenges_of, corrections_of
from positions.views.details.accounts import accounts_of
from positions.views.details.citations import citable
from positions.views.details.moved import follow_moves
from positions.views.details.published import published
from positions.views.details.thread import thread_of
from positions.views.sharing.offer import of_statement

# Names beside the words; of more the first, with a link to the page of all.
MOST_NAMES, FIRST_NAMES = 50, 15


@require_safe
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """One published statement. Nineteen queries, however much was said."""
    shown = published(slug)
    accounts = accounts_of(shown)
    cited = citable(request, shown, accounts)
    best = accounts[0] if accounts else None
    context = {
        "statement": shown,
        "best": best,
        "offer": of_statement(request, shown, accounts),
        "others": accounts[1:],
        "names_shown": _names_shown(shown),
        "thread": thread_of(shown),
        "corrections": corrections_of([shown.pk])[shown.pk],
        "challenges": challenges_of([shown.pk])[shown.pk],
        "citation": plain(cited, timezone.localdate()),
        "data": schema_org(
            cited,
            [given.quotation.words for given in best.given if given.in_words] if best else [],
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


def _names_shown(statement: Statement) -> int:
    """How many names stand on the page itself; no query."""
    n_names = len(statement.attributions.all())
    return n_names if n_names <= MOST_NAMES else FIRST_NAMES
