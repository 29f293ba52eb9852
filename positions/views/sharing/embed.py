"""The cards that other sites show in a frame: a statement's words, and who stands where.

They are the only pages that may be framed.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from positions.models import IndexEntry, Proposition, Stakeholder, Topic
from positions.records import fetch_propositions
from positions.records.byline import STANDING_BYLINE
from positions.records.proposition import SUBJECT, subject_record
from positions.records.stakeholder import PARTY, party_record
from positions.views.current_positions import camps_of, newest_of
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.details.published import published
from positions.views.matrix import small
from positions.views.sharing.frame import (
    COLUMNS_SHOWN,
    LONGEST_GROUNDS,
    NAMES_SHOWN,
    POSITIONS_SHOWN,
    ROWS_SHOWN,
)
from positions.views.sharing.framing import drawn, framed
from positions.views.sharing.lead import UNREAD, card_lead_of

MOST_SILENCES = 40  # read to find the newest holders; one may have been silent several times


@framed
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of a statement, who, when, where given, and what they say on what."""
    shown = published(slug, STANDING_BYLINE, unread=UNREAD)
    lead = card_lead_of(shown)
    documents = {account.source.slug: account.source for account in shown.accounts}
    context = {
        "record": shown.record,
        "lead": lead,
        "given": lead.given,
        "document": lead.account.source if lead.account else None,
        "others": [
            (each, documents[each.quotation.source.slug] if each.quotation else None)
            for each in lead.others
        ],
        "most": LONGEST_GROUNDS,
        "who": shown.who,
    }
    return drawn(request, "statement", context)


@framed
@follow_moves
def proposition(request: HttpRequest, slug: str) -> HttpResponse:
    """Who stands where on a proposition today: of each stance how many, and the newest names."""
    shown = find_by_slug(Proposition.objects.all(), slug)
    today = timezone.localdate()
    [record] = fetch_propositions([shown.pk], today)
    camps = [
        (
            stance.value,
            camp.n_holders,
            [(row.holder.short_name, row.directness.value) for row in camp.newest],
        )
        for stance, camp in camps_of(shown.pk, record, today, NAMES_SHOWN).items()
    ]
    silent = IndexEntry.objects.unanswered(today).filter(proposition=shown)
    silent = silent.order_by("-earliest", "-statement_id", "voice_id")
    voices = [entry.voice for entry in silent.select_related("voice")[:MOST_SILENCES]]
    names = [(voice.short_name, "") for voice in dict.fromkeys(voices)][:NAMES_SHOWN]
    context = {
        "record": record,
        "camps": [camp for camp in [*camps, ("", record.silent, names)] if camp[1]],
        "day": today,
    }
    return drawn(request, "proposition", context)


@framed
@follow_moves
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Where an organisation stands today, the newest of its positions first."""
    organisations = Stakeholder.objects.public().organisations()
    row = find_by_slug(organisations.values("pk", *PARTY), slug)
    today = timezone.localdate()
    positions, n_positions = newest_of(row["pk"], today, POSITIONS_SHOWN)
    context = {
        "record": party_record(row),
        "positions": positions,
        "n_positions": n_positions,
        "day": today,
    }
    return drawn(request, "organisation", context)


@framed
@follow_moves
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The beginning of the matrix of a topic, as of today."""
    record = subject_record(find_by_slug(Topic.objects.values(*SUBJECT), slug))
    context = {
        "record": record,
        "matrix": small(ROWS_SHOWN, COLUMNS_SHOWN, record.slug),
        "day": timezone.localdate(),
    }
    return drawn(request, "topic", context)
