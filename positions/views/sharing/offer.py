"""What a page offers to those who pass it on: feeds, a card to embed, a picture for links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from positions.choices import stance_in_words
from positions.formats.picture import HEIGHT, WIDTH
from positions.listing import address
from positions.listing.address import Parameters
from positions.records import DocumentRecord, PartyRecord, PropositionRecord, SubjectRecord
from positions.views.sharing import frame
from positions.views.sharing.frame import POSITIONS_SHOWN, Frame
from positions.views.sharing.lead import card_lead_of

if TYPE_CHECKING:  # its page makes the offer
    from positions.views.details.published import Published

LONGEST_ALT = 300  # characters of the words, in the text that stands for a picture


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: of what, in a word for its link and in full for whoever reads that alone."""

    url: str
    of: str
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a link to the page shows on other sites."""

    url: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Offer:
    """All of it; ``url`` is the full address of the page."""

    url: str
    feeds: tuple[Feed, ...] = ()
    frame: Frame | None = None
    picture: Picture | None = None
    oembed_url: str = ""

    @property
    def data_url(self) -> str:
        """The full address of the record of what the page is about."""
        return f"{self.url.rstrip('/')}.json"


def of_statement(request: HttpRequest, shown: Published) -> Offer:
    """Of a statement, whose voices were read with ``STANDING_BYLINE``; no query."""
    return Offer(
        url=request.build_absolute_uri(shown.record.url),
        frame=statement_frame(request, shown),
        picture=Picture(
            request.build_absolute_uri(reverse("statement-card", args=[shown.record.slug])),
            _spoken(shown),
        ),
        oembed_url=_oembed_url(request, shown.record.url),
    )


def of_proposition(
    request: HttpRequest, shown: PropositionRecord, day: date | None = None
) -> Offer:
    """Of a proposition, from its record as of a day, None where that is today; no query."""
    return Offer(
        url=request.build_absolute_uri(shown.url),
        feeds=(
            _feed("statement", "proposition", shown.slug, f"Statements on: {shown.label}"),
            _feed("position", "proposition", shown.slug, f"Positions on: {shown.label}"),
        ),
        frame=proposition_frame(request, shown),
        picture=Picture(
            _card(request, "proposition", shown.slug, day),
            f"{shown.text} How many organisations and people hold which stance.",
        ),
        oembed_url=_oembed_url(request, shown.url),
    )


def of_stakeholder(
    request: HttpRequest, shown: PartyRecord, positions: int, day: date | None = None
) -> Offer:
    """Of an organisation with so many positions as of a day, None for today, or of a person."""
    key = "person" if shown.is_person else "organisation"
    url, title = shown.url, f"Statements of {shown.name}"
    followed = _followed(request, url, key, shown.slug, title)
    if shown.is_person:
        return followed
    height = frame.organisation_height(frame.WIDTH, shown.name, min(positions, POSITIONS_SHOWN))
    card = request.build_absolute_uri(reverse("organisation-embed", args=[shown.slug]))
    return replace(
        followed,
        frame=Frame(card, f"Where {shown.name} stands", frame.WIDTH, height),
        picture=Picture(
            _card(request, "organisation", shown.slug, day),
            f"{shown.name}. On how many propositions it takes which stance.",
        ),
    )


def of_topic(request: HttpRequest, shown: SubjectRecord) -> Offer:
    """Of a topic."""
    slug, name = shown.slug, shown.name
    return replace(
        _followed(request, shown.url, "topic", slug, f"Statements on {name}"),
        frame=topic_frame(request, slug, name),
        picture=of_matrix(request, slug, name),
    )


def topic_frame(request: HttpRequest, slug: str, name: str) -> Frame:
    """The matrix of a topic as a card."""
    card = request.build_absolute_uri(reverse("topic-embed", args=[slug]))
    return Frame(card, f"Who stands where: {name}", frame.WIDTH, frame.MATRIX_HEIGHT)


def of_matrix(request: HttpRequest, slug: str, name: str, day: date | None = None) -> Picture:
    """The picture of who stands where on a topic, as the front page and the matrix show it."""
    return Picture(
        _card(request, "topic", slug, day),
        f"Who stands where: {name}. How many positions are of which stance.",
    )


def _card(request: HttpRequest, noun: str, slug: str, day: date | None) -> str:
    """The full address of a picture as of a day; None is today, whenever that is."""
    as_of = {"as_of": [day.isoformat()]} if day else {}
    path = address(reverse(f"{noun}-card", args=[slug]), as_of)
    return request.build_absolute_uri(path)


def of_comparison(request: HttpRequest, parameters: Parameters) -> Picture:
    """The picture of a comparison."""
    path = address(reverse("compare-card"), parameters)
    return Picture(
        request.build_absolute_uri(path), "On how many propositions they agree, and differ."
    )


def of_source(request: HttpRequest, shown: DocumentRecord) -> Offer:
    """Of a source."""
    return _followed(
        request, shown.url, "source", shown.slug, f"Statements taken from “{shown.title}”"
    )


def statement_frame(request: HttpRequest, shown: Published, width: int = frame.WIDTH) -> Frame:
    """The card of a statement at a width."""
    lead, record = card_lead_of(shown), shown.record
    words = lead.given.quotation.words if lead.given else lead.ours or record.summary
    judged = [
        f"△ {stance_in_words(each.stance, each.directness)}: {each.proposition.label}"
        for each in record.stances
    ]
    asked = [f"△ {stance_in_words(None)}: {each.label}" for each in record.asked_about]
    further = [each.theirs or each.ours for each in lead.others]
    below = f"{shown.who} {record.kind.label}, {record.date.edtf}"
    return Frame(
        request.build_absolute_uri(reverse("statement-embed", args=[record.slug])),
        record.title,
        width,
        frame.statement_height(width, record.title, words, below, [*judged, *asked], further),
    )


def proposition_frame(
    request: HttpRequest, record: PropositionRecord, width: int = frame.WIDTH
) -> Frame:
    """The card of a proposition at a width."""
    return Frame(
        request.build_absolute_uri(reverse("proposition-embed", args=[record.slug])),
        record.text,
        width,
        frame.proposition_height(width, record),
    )


def _followed(request: HttpRequest, url: str, key: str, slug: str, title: str) -> Offer:
    return Offer(url=request.build_absolute_uri(url), feeds=(_feed("statement", key, slug, title),))


def _feed(noun: str, key: str, slug: str, title: str) -> Feed:
    path = reverse(f"{noun}-list-data", args=["atom"])
    return Feed(f"{path}?{urlencode({key: slug})}", f"{noun}s", title)


def _oembed_url(request: HttpRequest, path: str) -> str:
    asked = urlencode({"url": request.build_absolute_uri(path)})
    return request.build_absolute_uri(f"{reverse('oembed')}?{asked}")


def _spoken(shown: Published) -> str:
    """What the picture of a statement says, for those who do not see it."""
    lead, record = card_lead_of(shown), shown.record
    said = shorten(lead.ours, LONGEST_ALT, placeholder=" …") or record.title
    if lead.given:
        said = f"“{shorten(lead.given.quotation.words, LONGEST_ALT, placeholder=' …')}”"
    stances = [
        f" {stance_in_words(each.stance, each.directness)}: {each.proposition.label}."
        for each in lead.carried
    ]
    ends = "." if stances else ""
    return f"{said} {shown.who}, {record.date.text}{ends}{''.join(stances)}"
