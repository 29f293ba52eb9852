"""oEmbed: what to put into a page for the address of a statement or a proposition.

Source: https://oembed.com, version 1.0. Keys that it does not name are left alone, for consumers
add some of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils import timezone

from positions.citing import SITE
from positions.formats import as_json, picture
from positions.models import Proposition
from positions.numbers import whole_number
from positions.records import fetch_propositions
from positions.records.byline import STANDING_BYLINE
from positions.views.data import for_scripts
from positions.views.details.lookup import Moved, Withdrawn, find_by_slug
from positions.views.details.published import published
from positions.views.sharing import frame
from positions.views.sharing.frame import Frame
from positions.views.sharing.lead import UNREAD
from positions.views.sharing.offer import proposition_frame, statement_frame

CACHE_AGE = 24 * 3600  # seconds for which a consumer may keep the answer
LARGEST = 100_000  # pixels that a consumer may ask for


class NotEmbeddable(Exception):
    """A question that cannot be answered: which key, its value, why, and the status to say so."""

    def __init__(self, key: str, value: str, message: str, status: int) -> None:
        self.key, self.value, self.message, self.status = key, value[:200], message, status
        super().__init__(message)


@for_scripts
def oembed(request: HttpRequest) -> HttpResponseBase:
    """The card of the page at ``url``: rich content, in a frame no larger than asked."""
    try:
        return JsonResponse(_answer(request), json_dumps_params={"ensure_ascii": False})
    except NotEmbeddable as refused:
        return as_json.unanswered(refused.value, refused.message, refused.status, refused.key)


def _answer(request: HttpRequest) -> dict[str, Any]:
    wanted = request.GET.get("format", "json")
    if wanted != "json":
        raise NotEmbeddable("format", wanted, "The answer is JSON alone: leave “format” out.", 501)
    most_wide, most_high = _most(request, "maxwidth"), _most(request, "maxheight")
    card, author = _card(request, min(frame.WIDTH, most_wide))
    sized = replace(card, height=min(card.height, most_high))
    answer: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": sized.title,
        "provider_name": SITE,
        "provider_url": request.build_absolute_uri(reverse("home")),
        "cache_age": CACHE_AGE,
        "html": sized.markup,
        "width": sized.width,
        "height": sized.height,
    }
    if author:
        answer["author_name"] = author
    if most_wide >= picture.WIDTH and most_high >= picture.HEIGHT:
        answer |= {
            "thumbnail_url": sized.url.removesuffix("embed/") + "card.png",
            "thumbnail_width": picture.WIDTH,
            "thumbnail_height": picture.HEIGHT,
        }
    return answer


def _card(request: HttpRequest, width: int) -> tuple[Frame, str]:
    """The card that is asked for, and the author of what it shows; "" where that is nobody."""
    noun, slug = _asked_for(request)
    read = {"statement": _statement, "proposition": _proposition}[noun]
    try:
        try:
            return read(request, slug, width)
        except Moved as moved:
            return read(request, moved.slug, width)
    except (Http404, Withdrawn):
        message = f"There is no {noun} “{slug}” here. It may have been taken back."
        raise NotEmbeddable("url", request.GET["url"], message, 404) from None


def _statement(request: HttpRequest, slug: str, width: int) -> tuple[Frame, str]:
    shown = published(slug, STANDING_BYLINE, unread=UNREAD)
    frame = statement_frame(request, shown, width)
    return frame, "" if shown.record.is_told else shown.who


def _proposition(request: HttpRequest, slug: str, width: int) -> tuple[Frame, str]:
    shown = find_by_slug(Proposition.objects.all(), slug)
    [record] = fetch_propositions([shown.pk], timezone.localdate())
    return proposition_frame(request, record, width), ""


def _asked_for(request: HttpRequest) -> tuple[str, str]:
    """The noun and the slug that the address ``url`` is of."""
    url = request.GET.get("url", "").strip()
    example = request.build_absolute_uri(reverse("statement-detail", args=["a-slug"]))
    if not url:
        raise NotEmbeddable("url", "", f"Give the address of a page, as in url={example}.", 400)
    try:
        parts = urlsplit(url)
        host, scheme = parts.netloc.lower(), parts.scheme.lower()
    except ValueError:
        host = scheme = ""
    if not host or scheme not in {"http", "https"}:
        message = f"This is no whole address. Write it encoded, with its scheme, as in {example}."
        raise NotEmbeddable("url", url, message, 400)
    if host != request.get_host().lower():
        raise NotEmbeddable("url", url, f"Only pages of {request.get_host()} can be embedded.", 404)
    prefix = get_script_prefix()
    try:
        match = resolve(f"/{parts.path.removeprefix(prefix)}", urlconf=None)
    except Resolver404:
        match = None
    noun, _, page = (match.url_name or "").partition("-") if match else ("", "", "")
    if match is None or noun not in {"statement", "proposition"} or page not in {"detail", "embed"}:
        raise NotEmbeddable("url", url, "Only statements and propositions can be embedded.", 404)
    return noun, str(match.kwargs["slug"])


def _most(request: HttpRequest, key: str) -> int:
    """The most pixels that are wanted."""
    text = request.GET.get(key, "").strip()
    if not text:
        return LARGEST
    number = whole_number(text)
    if not number:
        raise NotEmbeddable(key, text, "Write a whole number of pixels, as in 600.", 400)
    return min(number, LARGEST)
