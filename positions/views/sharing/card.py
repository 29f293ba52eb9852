"""The pictures that links to pages show on other sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from positions.choices import Directness, Stance
from positions.formats.picture import (
    PropositionCard,
    StatementCard,
    proposition_picture,
    statement_picture,
)
from positions.models import IndexEntry, Position, Proposition, Stakeholder, Topic
from positions.records import fetch_propositions
from positions.records.byline import STANDING_BYLINE
from positions.records.proposition import SUBJECT, subject_record
from positions.records.stakeholder import PARTY, party_record
from positions.templatetags.jinja import day
from positions.views.current_positions import SIDES
from positions.views.days import day_asked
from positions.views.details.lookup import find_by_slug, follow_moves
from positions.views.details.published import published
from positions.views.sharing.lead import UNREAD, CardLead, card_lead_of

HOUR = 3600  # seconds for which others may keep a picture


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """The words of a statement, who said them, when and by which source, and what they say."""
    del request  # the picture is the same for everybody
    shown = published(slug, STANDING_BYLINE, unread=UNREAD)
    lead, record = card_lead_of(shown), shown.record
    judged = [(each.stance, each.directness, each.proposition.label) for each in lead.carried]
    asked = [(None, "", each.label) for each in record.asked_about]
    card = StatementCard(
        words=lead.given.quotation.words if lead.given else "",
        ours=lead.ours or record.title,
        who=shown.who,
        when=f"{record.kind.label}, {record.date.text}{_given_in(lead)}",
        stances=(*judged, *asked),
        more=len(lead.others),
    )
    return png(statement_picture(card))


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def proposition(request: HttpRequest, slug: str) -> HttpResponse:
    """A proposition, and how many hold which stance on it as of a day."""
    shown = find_by_slug(Proposition.objects.all(), slug)
    asked = day_asked(request)
    [record] = fetch_propositions([shown.pk], asked)
    counts = [
        (stance, getattr(record.holders, stance.value), getattr(record.implied, stance.value))
        for stance in SIDES
    ]
    silent = (None, record.silent, 0)
    return _drawn(record.text, record.topic.label, asked, [*counts, silent])


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """An organisation, and on how many propositions it takes which stance as of a day."""
    organisations = Stakeholder.objects.public().organisations()
    row = find_by_slug(organisations.values("pk", *PARTY), slug)
    record, asked = party_record(row), day_asked(request)
    return _counted(record.name, record.kind.label, asked, "holder", "voice", row["pk"])


@require_safe
@cache_control(public=True, max_age=HOUR)
@follow_moves
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic, and how many positions on it are of which stance as of a day."""
    row = find_by_slug(Topic.objects.values("pk", *SUBJECT), slug)
    record, asked = subject_record(row), day_asked(request)
    above = "Who stands where"
    return _counted(record.name, above, asked, "proposition__topic", "topic", row["pk"])


def _counted(
    title: str, above: str, asked: date, of_position: str, of_entry: str, pk: int
) -> HttpResponse:
    """The picture of how many positions there are of each stance on that day. Two queries."""
    held = Position.objects.as_of(asked).filter((of_position, pk))
    said = Counter(held.order_by().values_list("stance", "directness"))
    silent = IndexEntry.objects.unanswered(asked).filter((of_entry, pk), proposition__isnull=False)
    counts = [
        (
            stance,
            sum(said[stance.value, each.value] for each in Directness),
            said[stance.value, Directness.IMPLIED.value],
        )
        for stance in SIDES
    ]
    n_silent = silent.order_by().values("voice", "proposition").distinct().count()
    return _drawn(title, above, asked, [*counts, (None, n_silent, 0)])


def _drawn(
    text: str, above: str, asked: date, counts: Sequence[tuple[Stance | None, int, int]]
) -> HttpResponse:
    """The picture of (stance, how many, how many of them implied); None is no reply."""
    card = PropositionCard(
        text=text,
        topic=above,
        day=day(asked),
        counts=tuple(each for each in counts if each[1]),
    )
    return png(proposition_picture(card))


def _given_in(lead: CardLead) -> str:
    """By which source the words are known, and its date."""
    if lead.account is None:
        return ""
    source = lead.account.source
    published = f", {source.date.text}" if source.date else ""
    return f"; {'as given in' if lead.given else 'from'} {source.teller}{published}"


def png(content: bytes) -> HttpResponse:
    """A picture that any site may show."""
    return HttpResponse(
        content,
        content_type="image/png",
        headers={"Cross-Origin-Resource-Policy": "cross-origin"},
    )
