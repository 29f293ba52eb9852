"""Wherever a source is shown, it has a place or says that it has none; words have a seal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from positions import derivation
from positions.choices import QuotationKind, ReplyKind, Stance
from positions.models import OtherAddress, Source, Statement
from positions.quoting import NO_ADDRESS
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.views.pages import FOUND, opened

pytestmark = pytest.mark.django_db

LIVE, ARCHIVED = "https://herald.example/weir", "https://archive.example/weir"
# Every page and file of readers on which the place of a source stands.
SHOWN_ON = (
    "/statements/weir/",
    "/statements/weir/embed/",
    "/statements/weir/exchange/",
    "/statements/weir/cite.bib",
    "/statements/weir/cite.json",
    "/statements/weir/cite.ris",
    "/positions/evidence/?organisation=anglers&proposition=toll",
    "/shifts/",
    "/sources/",
    "/sources.atom",
    "/sources/herald/",
    "/search/?q=herald",
)
DATA = ("/statements.json", "/positions.json", "/shifts.json", "/sources.json", "/sources.csv")


@pytest.fixture
def source() -> Source:
    """The one source of two statements, of which the later turns round and answers the other."""
    anglers = StakeholderFactory.create(name="Anglers", slug="anglers")
    toll = PropositionFactory.create(slug="toll")
    herald = SourceFactory.create(slug="herald", title="The Herald on the weir", url="")
    then = said(anglers, on={toll: Stance.SUPPORTS}, date_edtf="2018")
    now = said(anglers, on={toll: Stance.OPPOSES}, date_edtf="2019", slug="weir")
    for statement in (then, now):
        statement.quotations.update(source=herald)
        statement.assessments.update(quotation=statement.quotations.get())
    ReplyFactory.create(from_statement=now, to_statement=then, kind=ReplyKind.ANSWERS)
    derivation.refresh([then.pk, now.pk])
    return herald


def at(source: Source, *, url: str = "", archived: str = "") -> None:
    source.url, source.archived_url = url, archived
    source.save()


def body(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200, address
    return response.getvalue().decode()


@pytest.mark.parametrize("address", SHOWN_ON)
def test_a_source_without_an_address_says_so(source: Source, address: str) -> None:
    assert NO_ADDRESS in body(address)
    at(source, url=LIVE)
    shown = body(address)
    assert LIVE in shown
    assert NO_ADDRESS not in shown


@pytest.mark.parametrize("address", [*SHOWN_ON, *DATA])
def test_an_archived_copy_is_offered_beside_the_live_page(source: Source, address: str) -> None:
    at(source, url=LIVE, archived=ARCHIVED)
    shown = body(address)
    assert LIVE in shown
    assert ARCHIVED in shown
    at(source, archived=ARCHIVED)
    assert ARCHIVED in body(address)


def test_a_source_says_where_else_it_is(source: Source) -> None:
    at(source, url=LIVE)
    OtherAddress.objects.create(source=source, url="https://mirror.example/weir")
    page = opened("/sources/herald/")
    assert "Also at https://mirror.example/weir" in page.text
    assert "https://mirror.example/weir" in page.links


def test_words_are_linked_to_only_in_a_document_that_has_them(source: Source) -> None:
    at(source, url=LIVE)
    addresses = ("/statements/weir/", "/sources/herald/", "/statements/weir/embed/")
    for address in addresses:
        assert ":~:text=" not in body(address)
    source.quotations.update(**FOUND)
    for address in addresses:
        assert f"{LIVE}#:~:text=" in body(address)
    source.quotations.update(kind=QuotationKind.PARAPHRASE)
    for address in addresses:
        assert ":~:text=" not in body(address)
    source.quotations.update(kind=QuotationKind.VERBATIM)
    at(source)
    for address in addresses:
        assert ":~:text=" not in body(address)
        assert "at these words" not in body(address).lower()


@pytest.mark.parametrize("address", ["/statements/weir/", "/sources/herald/"])
def test_a_seal_says_against_what_text_when_and_by_whom(source: Source, address: str) -> None:
    assert "Not checked Method of checking words" in opened(address).text
    source.quotations.update(**FOUND)
    page = opened(address)
    sealed = "Matches exactly, 21 November 2026 by the editors, against a text that is not kept"
    assert sealed in page.text
    assert "/about/method/#checks" in page.links
    on = FOUND["checked_at"]
    CaptureFactory.create(source=source, taken_at=on - timedelta(days=3))
    CaptureFactory.create(source=source, taken_at=on - timedelta(days=9))
    CaptureFactory.create(source=source, taken_at=on + timedelta(days=1))  # not held against it
    CaptureFactory.create(source=source, taken_at=None)  # a proposal that nobody took
    page = opened(address)
    sealed = "Matches exactly, 21 November 2026 by program, against the text taken on 18 November"
    assert sealed in page.text
    assert "checks" in opened("/about/method/").ids


def test_data_say_on_which_day_the_text_was_taken(source: Source) -> None:
    source.quotations.update(**FOUND)
    CaptureFactory.create(source=source, taken_at=datetime(2026, 11, 21, 9, tzinfo=UTC))
    [said_in, *_] = Client().get("/statements.json?sort=newest").json()["results"]
    [words] = said_in["quotations"]
    assert (words["check"], words["text_taken_on"]) == ("exact", "2026-11-21")


def test_paraphrases_are_not_counted_as_unchecked(source: Source) -> None:
    source.quotations.update(**FOUND)
    statement = Statement.objects.get(slug="weir")
    paraphrase = QuotationFactory.create(
        statement=statement, source=source, kind=QuotationKind.PARAPHRASE, order=900
    )
    text = opened("/sources/").text
    assert "2 quotations from it, 2 checked against its text; 1 paraphrase in our words" in text
    [said_in, *_] = Client().get("/statements.json?sort=newest").json()["results"]
    checks = {each["kind"]: each["check"] for each in said_in["quotations"]}
    assert checks == {"verbatim": "exact", "paraphrase": None}
    [of_source] = Client().get("/sources.json").json()["results"]
    counted = (of_source["n_quotations"], of_source["n_checked"], of_source["n_paraphrases"])
    assert counted == (3, 2, 1)
    source.quotations.exclude(pk=paraphrase.pk).update(kind=QuotationKind.PARAPHRASE)
    assert "3 paraphrases in our words" in opened("/sources/").text
