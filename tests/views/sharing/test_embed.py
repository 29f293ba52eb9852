"""Cards for other sites' frames: what they show, what they lead to, and the policy they have."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions import derivation
from positions.choices import Directness, Stance, StatementKind, WorkflowState
from tests.cast import Cast
from tests.factories import (
    AssessmentFactory,
    PropositionFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.views.pages import Page

pytestmark = pytest.mark.usefixtures("cast")

CARDS = [
    *("/statements/plea/embed/", "/statements/silence/embed/", "/propositions/sales/embed/"),
    *("/organisations/amazon/embed/", "/topics/faces/embed/"),
]


def asked(address: str) -> Any:
    return Client().get(address)


def card(address: str) -> Page:
    return Page(asked(address).content.decode())


def test_card_of_a_statement_has_the_words_who_when_where_and_what_they_say(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.assessments.update(quotation=plea.quotations.first())
    text = card("/statements/plea/embed/").text
    assert "“Stop selling this, we plead.”" in text
    assert "ACLU, CBC Open letter, 24 May 2018" in text
    assert "strongly opposes: Sales" in text
    assert "Not checked Method of checking words As given in Example Herald, 18 June 2018" in text


def test_a_stance_never_stands_under_words_that_do_not_carry_it(cast: Cast) -> None:
    plea = cast.statements["plea"]
    page = card("/statements/plea/embed/")  # its judgement names no words: the reason stands there
    [judged] = plea.assessments.all()
    assert "“Stop selling this" not in page.text
    assert judged.reason in page.text
    other = AssessmentFactory.create(
        statement=plea,
        proposition=PropositionFactory.create(short_label="Other"),
        directness=Directness.IMPLIED,
        stance=Stance.OPPOSES,
        reason="It follows from the plea.",
    )
    other.quotation = plea.quotations.get(exact="Stop selling this, we plead.")
    other.save()
    lead, _, further = card("/statements/plea/embed/").text.partition("strongly opposes: Sales")
    assert "“Stop selling this, we plead.”" in lead
    assert "opposes, implied: Other" in lead
    assert judged.reason in further


def test_card_of_a_silence_has_nobody_s_words() -> None:
    page = card("/statements/silence/embed/")
    assert "theirs" not in page.html
    assert "Amazon Asked, no reply, 18 June 2018" in page.text
    assert "asked, no reply: Law" in page.text
    assert "From Example Herald" in page.text


def test_card_of_a_proposition_counts_and_names_each_stance(cast: Cast) -> None:
    text = card("/propositions/sales/embed/").text
    assert "opposes 1 ACLU" in text
    assert "strongly opposes 1 CBC" in text
    assert "mixed or conditional 1 Amazon" in text
    silent = said(cast.caucus, kind=StatementKind.NO_REPLY, date_edtf="2020", derive=False)
    silent.asked_about.set([cast.law])
    derivation.refresh([silent.pk])
    # Amazon, asked in 2018, has spoken since.
    assert card("/propositions/law/embed/").text.count("asked, no reply 1 CBC") == 1


def test_card_names_the_newest_and_counts_the_others(cast: Cast) -> None:
    many = [StakeholderFactory.create(name=f"Group {n}") for n in range(11)]
    said(*many, on={cast.sales: Stance.SUPPORTS}, date_edtf="2026")
    text = card("/propositions/sales/embed/").text
    assert "supports 11" in text
    assert text.count("Group") == 8
    assert "and 3 more" in text


def test_card_of_a_proposition_without_positions_says_so(cast: Cast) -> None:
    PropositionFactory.create(slug="new", topic=cast.faces)
    assert "Nobody is on record yet" in card("/propositions/new/embed/").text


@pytest.mark.parametrize("address", CARDS)
def test_any_site_may_frame_a_card_and_it_only_tells_how_high_it_is(address: str) -> None:
    answer = asked(address)
    policy = dict(
        part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "*",
    }
    assert "X-Frame-Options" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=600"
    assert answer["Vary"] == "Accept-Encoding"  # and of no cookie
    assert not answer.cookies
    html = answer.content.decode()
    assert html.count("<script") == html.count("/card") == 1
    for element in ("<form", "<iframe"):
        assert element not in html
    dark = asked(f"{address}?theme=dark").content.decode()
    assert 'data-theme="dark"' in dark
    assert "data-theme" not in html
    assert asked(f"{address}?theme=blue").status_code == 400


def test_other_pages_are_framed_by_nobody() -> None:
    for address in ("/", "/statements/plea/", "/propositions/sales/", "/statements/"):
        answer = asked(address)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", CARDS)
def test_links_of_a_card_open_outside_of_the_frame(address: str) -> None:
    html = asked(address).content.decode()
    assert html.count("<a ") == html.count('target="_blank" rel="noopener') >= 2


@pytest.mark.parametrize("address", CARDS)
def test_search_engines_are_sent_to_the_whole_page(address: str) -> None:
    html = asked(address).content.decode()
    whole = address.removesuffix("embed/")
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{whole}">' in html


@pytest.mark.parametrize("noun", ["statements", "propositions", "organisations", "topics"])
def test_card_that_is_not_there_is_as_dark_as_its_host_asks(noun: str) -> None:
    answer = asked(f"/{noun}/nothing/embed/?theme=dark")
    assert answer.status_code == 404
    assert 'data-theme="dark"' in answer.content.decode()


def test_card_of_what_is_not_published_says_so_in_the_frame(cast: Cast) -> None:
    draft = StatementFactory.create(state=WorkflowState.DRAFT, title="Unpublished title")
    for address in (f"{draft.get_absolute_url()}embed/", "/propositions/nothing/embed/"):
        answer = asked(address)
        assert answer.status_code == 404
        assert "frame-ancestors *" in answer["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer
        assert "no longer, published" in answer.content.decode()
        assert "Unpublished title" not in answer.content.decode()


def test_card_of_an_organisation_says_where_it_stands_and_of_a_topic_who_does(cast: Cast) -> None:
    text = card("/organisations/amazon/embed/").text
    assert "mixed or conditional Sales" in text
    table = card("/topics/faces/embed/").text
    assert "Who stands where: Facial recognition" in table
    assert "ACLU Sales opposes" in table
    for address, shown in (("/organisations/aclu/", "organisations/aclu"), ("/", "topics/faces")):
        html = asked(address).content.decode()
        assert f'property="og:image" content="http://testserver/{shown}/card.png"' in html
    for address in ("/positions/", "/topics/faces/"):
        html = asked(address).content.decode()
        assert "/topics/faces/card.png" in html
        assert "/topics/faces/embed/" in html
