"""The pictures that links to statements and propositions show on other sites."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from positions.choices import Stance, StatementKind
from positions.formats.picture import (
    PropositionCard,
    StatementCard,
    proposition_picture,
    statement_picture,
)
from positions.models import Proposition
from positions.records import fetch_propositions, standing_byline
from positions.templatetags.jinja import day
from positions.views.current_positions import SIDES
from positions.views.details.accounts import accounts_of
from positions.views.details.moved import follow_moves, found
from positions.views.details.published import published
from positions.views.sharing.lead import leading

HOUR = 3600  # seconds for which others may keep a picture


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of a statement, who said them and when, and what they say on what."""
    del request  # the picture is the same for everybody
    shown = published(slug)
    lead = leading(shown, accounts_of(shown))
    judged = [
        (Stance(each.stance), each.proposition.short_label) for each in shown.assessments.all()
    ]
    asked = [(None, each.short_label) for each in shown.asked_about.all()]
    dated = shown.date.printed if shown.date else "no date"
    card = StatementCard(
        words=lead[0].quotation.exact if lead else "",
        ours=shown.title,
        who=str(standing_byline(shown)),
        when=f"{StatementKind(shown.kind).label}, {dated}",
        stances=(*judged, *asked),
    )
    return _png(statement_picture(card))


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def proposition(request: HttpRequest, slug: str) -> HttpResponse:
    """A proposition, and how many hold which stance on it today."""
    del request
    shown = found(Proposition.objects.all(), slug)
    today = timezone.localdate()
    [record] = fetch_propositions([shown.pk], today)
    counts = [(stance, getattr(record.holders, stance.value)) for stance in SIDES]
    card = PropositionCard(
        text=record.text,
        topic=record.topic.label,
        day=day(today),
        counts=tuple((stance, n) for stance, n in [*counts, (None, record.silent)] if n),
    )
    return _png(proposition_picture(card))


def _png(content: bytes) -> HttpResponse:
    """Any site may show it."""
    return HttpResponse(
        content,
        content_type="image/png",
        headers={"Cross-Origin-Resource-Policy": "cross-origin"},
    )
