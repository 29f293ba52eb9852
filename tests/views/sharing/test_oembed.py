"""oEmbed answers with the card of an address as the specification has it, or says why not."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from positions.choices import WorkflowState
from tests.cast import Cast
from tests.factories import StatementFactory, said

pytestmark = pytest.mark.usefixtures("cast")

PLEA = "http://testserver/statements/plea/"


def asked(**given: str) -> Any:
    return Client().get("/oembed.json", given)


class Frames(HTMLParser):
    """The attributes of the frames in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.found.append(dict(attrs))


def test_address_of_a_statement_gives_its_card() -> None:
    answer = asked(url=PLEA)
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    found = answer.json()
    [frame] = Frames(found.pop("html")).found
    assert frame["src"] == f"{PLEA}embed/"
    assert frame["title"] == "Act of plea"
    assert (frame["width"], frame["height"]) == (str(found["width"]), str(found["height"]))
    assert 150 < found.pop("height") < 400
    assert found == {
        "version": "1.0",
        "type": "rich",
        "title": "Act of plea",
        "author_name": "ACLU, CBC",
        "provider_name": "Stakeholder Position Tracker",
        "provider_url": "http://testserver/",
        "cache_age": 86400,
        "width": 600,
        "thumbnail_url": f"{PLEA}card.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }


def test_address_of_a_proposition_gives_its_card(cast: Cast) -> None:
    found = asked(url="https://TESTSERVER/propositions/sales/?as_of=2018#side-1").json()
    assert found["title"] == cast.sales.text
    assert "author_name" not in found
    assert 'src="http://testserver/propositions/sales/embed/"' in found["html"]


def test_silence_has_no_author() -> None:
    assert "author_name" not in asked(url="http://testserver/statements/silence/").json()


def test_frame_is_no_larger_than_asked() -> None:
    small = asked(url=PLEA, maxwidth="320", maxheight="100").json()
    assert (small["width"], small["height"]) == (320, 100)
    assert "thumbnail_url" not in small
    narrow = asked(url=PLEA, maxwidth="300").json()
    wide = asked(url=PLEA, maxwidth="5000").json()
    assert narrow["height"] > wide["height"]
    assert wide["width"] == 600


def test_title_cannot_leave_its_attribute() -> None:
    statement = said(title='"><script>alert(1)</script>')
    found = asked(url=f"http://testserver{statement.get_absolute_url()}").json()
    assert "<script" not in found["html"]
    [frame] = Frames(found["html"]).found
    assert frame["title"] == statement.title


def test_former_address_gives_the_present_card(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.slug = "appeal"
    plea.save()
    assert "/statements/appeal/embed/" in asked(url=PLEA).json()["html"]


def test_card_s_own_address_is_understood_too() -> None:
    assert asked(url=f"{PLEA}embed/").json() == asked(url=PLEA).json()


def test_keys_of_consumers_are_left_alone() -> None:
    assert asked(url=PLEA, dnt="1", format="json").status_code == 200


@pytest.mark.parametrize(
    ("given", "status", "key", "said"),
    [
        ({}, 400, "url", "Give the address of a page, as in url=http://testserver/statements/"),
        ({"url": "plea"}, 400, "url", "This is no whole address."),
        ({"url": "javascript:alert(1)"}, 400, "url", "This is no whole address."),
        ({"url": "http://[half"}, 400, "url", "This is no whole address."),
        ({"url": "http://elsewhere.example/statements/plea/"}, 404, "url", "Only pages of"),
        ({"url": "http://testserver/statements/never-said/"}, 404, "url", "There is no statement"),
        ({"url": "http://testserver/nowhere"}, 404, "url", "Only statements and propositions"),
        ({"url": "http://testserver/organisations/aclu/"}, 404, "url", "Only statements and"),
        ({"url": "http://testserver/statements/"}, 404, "url", "Only statements and"),
        ({"url": PLEA, "format": "xml"}, 501, "format", "The answer is JSON alone"),
        ({"url": PLEA, "maxwidth": "wide"}, 400, "maxwidth", "Write a whole number of pixels"),
        ({"url": PLEA, "maxheight": "0"}, 400, "maxheight", "Write a whole number of pixels"),
        ({"url": PLEA, "maxheight": "-5"}, 400, "maxheight", "Write a whole number of pixels"),
        ({"url": PLEA, "maxwidth": "٣"}, 400, "maxwidth", "Write a whole number of pixels"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_cure(
    given: dict[str, str], status: int, key: str, said: str
) -> None:
    answer = asked(**given)
    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    [problem] = answer.json()["problems"]
    assert (problem["key"], problem["value"]) == (key, given.get(key, ""))
    assert problem["message"].startswith(said)


def test_draft_has_no_card(cast: Cast) -> None:
    draft = StatementFactory.create(state=WorkflowState.DRAFT, title="Unpublished title")
    answer = asked(url=f"http://testserver{draft.get_absolute_url()}")
    assert answer.status_code == 404
    assert "Unpublished title" not in answer.content.decode()
