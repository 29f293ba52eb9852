"""The cards that other sites show in a frame: a statement's words, and who stands where.

They are the only pages that may be framed, and so have a policy of their own: no script, no form,
no cookie, nothing but text, our style sheets and links that open outside of the frame.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import cast

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from positions.models import IndexEntry, Proposition
from positions.records import fetch_propositions
from positions.views.details.accounts import accounts_of
from positions.views.details.moved import follow_moves, found
from positions.views.details.published import published
from positions.views.sharing.frame import NAMES_SHOWN
from positions.views.sharing.lead import byline, leading
from positions.views.standing import camps_of

Page = Callable[[HttpRequest, str], HttpResponse]

POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}
MINUTES = 10 * 60  # seconds for which a reader's browser keeps a card
MOST_SILENCES = 40  # read to find the newest holders; one may have been silent several times


# As django-csp types it, a view takes nothing from its address.
with_policy = cast("Callable[[Page], Page]", csp(POLICY))


def framed(page: Page) -> Page:
    """Let any site show the page in a frame, and answer there too when nothing is to be shown."""

    @wraps(page)
    def answered(request: HttpRequest, slug: str) -> HttpResponse:
        try:
            response = page(request, slug)
        except Http404:
            response = render(request, "embed/gone.html", status=404)
        if response.status_code == HTTPStatus.GONE:  # in a frame there is no room to say why
            response = render(request, "embed/gone.html", status=HTTPStatus.GONE)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    kept = cache_control(public=True, max_age=MINUTES)(xframe_options_exempt(answered))
    return require_safe(with_policy(kept))


def failed(request: HttpRequest, status: int, said: str) -> HttpResponse:
    """Why there is no card, in a frame that has room for a sentence; never kept by browsers."""

    @csp(POLICY)
    @xframe_options_exempt
    def answered(request: HttpRequest) -> HttpResponse:
        return render(request, "embed/gone.html", {"said": said}, status=status)

    response = cast("HttpResponse", answered(request))
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@framed
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of a statement, who, when, where given, and what they say on what."""
    shown = published(slug)
    accounts = accounts_of(shown)
    given, account = leading(shown, accounts) or (None, accounts[0] if accounts else None)
    context = {
        "statement": shown,
        "given": given,
        "account": account,
        "who": byline(shown),
    }
    return render(request, "embed/statement.html", context)


@framed
@follow_moves
def proposition(request: HttpRequest, slug: str) -> HttpResponse:
    """Who stands where on a proposition today: of each stance how many, and the newest names."""
    shown = found(Proposition.objects.select_related("topic"), slug)
    today = timezone.localdate()
    [record] = fetch_propositions([shown.pk], today)
    camps = [
        (stance.value, camp.n_holders, [row.holder.short_name for row in camp.newest])
        for stance, camp in camps_of(shown.pk, record, today, NAMES_SHOWN).items()
    ]
    silent = IndexEntry.objects.unanswered(today).filter(proposition=shown)
    silent = silent.order_by("-earliest", "-statement_id", "voice_id")
    voices = [entry.voice for entry in silent.select_related("voice")[:MOST_SILENCES]]
    names = [voice.short_name for voice in dict.fromkeys(voices)][:NAMES_SHOWN]
    context = {
        "proposition": shown,
        "camps": [camp for camp in [*camps, ("", record.silent, names)] if camp[1]],
        "day": today,
    }
    return render(request, "embed/proposition.html", context)
