"""What pages offer to those who pass them on: feeds, a card, a picture, and where to find each."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories import said
from tests.views.pages import opened

pytestmark = pytest.mark.usefixtures("cast")

FEEDS = {
    "/organisations/aclu/": ["/statements.atom?organisation=aclu"],
    "/people/guliani/": ["/statements.atom?person=guliani"],
    "/topics/faces/": ["/statements.atom?topic=faces"],
    "/sources/article/": ["/statements.atom?source=article"],
    "/propositions/sales/": [
        "/statements.atom?proposition=sales",
        "/positions.atom?proposition=sales",
    ],
}


@pytest.mark.parametrize(("address", "feeds"), FEEDS.items())
def test_page_offers_the_feed_of_what_it_shows(address: str, feeds: list[str]) -> None:
    page = opened(address)
    head = re.findall(
        r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)"', page.html
    )
    assert head == feeds
    assert [link for link in page.links if ".atom" in link] == feeds
    for feed in feeds:
        answer = Client().get(feed)
        assert answer.status_code == 200
        assert b"<entry>" in answer.content


def meta(html: str, name: str) -> str:
    found = re.search(rf'<meta (?:property|name)="{name}" content="([^"]*)"', html)
    return unescape(found[1]) if found else ""


def test_statement_shows_its_picture_to_other_sites(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.assessments.update(quotation=plea.quotations.first())
    html = opened("/statements/plea/").html
    assert meta(html, "og:image") == "http://testserver/statements/plea/card.png"
    assert (meta(html, "og:image:width"), meta(html, "og:image:height")) == ("1200", "630")
    assert meta(html, "og:image:alt") == (
        "“Stop selling this, we plead.” ACLU, CBC, 24 May 2018. strongly opposes: Sales."
    )
    assert meta(html, "twitter:card") == "summary_large_image"


def test_proposition_shows_its_picture_to_other_sites() -> None:
    html = opened("/propositions/sales/").html
    assert meta(html, "og:image") == "http://testserver/propositions/sales/card.png"
    assert meta(html, "og:image:alt").endswith(
        "How many organisations and people hold which stance."
    )


@pytest.mark.parametrize("address", ["/statements/plea/", "/propositions/sales/"])
def test_oembed_is_discovered(address: str) -> None:
    html = opened(address).html
    found = re.search(r'type="application/json\+oembed" href="([^"]+)"', html)
    assert found
    there = unescape(found[1])
    assert there.startswith("http://testserver/oembed.json?url=")
    assert f"http://testserver{address}embed/" in Client().get(there).json()["html"]


def test_markup_to_copy_is_that_of_oembed_whatever_the_title() -> None:
    statement = said(title='“A” & "B" </textarea><b>')
    address = statement.get_absolute_url()
    html = opened(address).html
    shown = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    assert shown
    asked = {"url": f"http://testserver{address}"}
    assert unescape(shown[1]) == Client().get("/oembed.json", asked).json()["html"]


def test_buttons_that_need_a_script_are_hidden_without_one() -> None:
    for address in ("/statements/plea/", "/propositions/sales/", "/organisations/aclu/"):
        buttons = re.findall(r"<button[^>]*data-copy[^>]*>", opened(address).html)
        assert buttons
        assert all(" hidden" in button for button in buttons)
