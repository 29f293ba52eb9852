"""A statement as it leaves: complete, in order, and published."""

from __future__ import annotations

import msgspec
import pytest

from positions.choices import QuotationCheck
from positions.records import fetch_statements
from tests.cast import Cast, assembled

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return assembled()


def test_records_come_in_the_order_asked(cast: Cast) -> None:
    ids = [cast.statements[name].pk for name in ("defence", "plea", "silence")]
    assert [record.slug for record in fetch_statements(ids)] == ["defence", "plea", "silence"]


def test_a_draft_never_leaves(cast: Cast) -> None:
    assert fetch_statements([cast.statements["draft"].pk]) == []


def test_a_statement_says_who_spoke_for_whom(cast: Cast) -> None:
    [record] = fetch_statements([cast.statements["counsel"].pk])
    [voice] = record.voices
    assert voice.on_behalf_of is not None
    assert (voice.stakeholder.slug, voice.on_behalf_of.slug) == ("guliani", "aclu")
    assert voice.on_behalf_of.short_name == "ACLU"
    assert [(stance.proposition.slug, stance.stance.side) for stance in record.stances] == [
        ("sales", "against"),
        ("law", "for"),
    ]


def test_a_statement_names_each_source_once_and_all_its_words(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.quotations.create(source=cast.article, kind="fragment", exact="plead", order=9)
    [record] = fetch_statements([plea.pk])
    assert [source.slug for source in record.sources] == ["article", "letter"]
    assert len(record.quotations) == 3
    assert record.quotations[0].check == QuotationCheck.NOT_CHECKED
    assert record.quotations[0].checked_on is None


def test_silence_names_what_was_asked(cast: Cast) -> None:
    statement = cast.statements["silence"]
    statement.addressees.set([cast.paper])
    [record] = fetch_statements([statement.pk])
    assert [asked.label for asked in record.asked_about] == ["Law"]
    assert record.stances == []
    assert [to.name for to in record.addressees] == ["Example Herald"]


def test_a_date_is_no_more_exact_than_it_is_known(cast: Cast) -> None:
    [record] = fetch_statements([cast.statements["private"].pk])
    assert record.date.text == "about May 2018"
    assert str(record.date.latest) == "2018-05-31"


def test_addresses_are_paths_on_pages_and_absolute_in_data(cast: Cast) -> None:
    ids = [cast.statements["plea"].pk]
    assert fetch_statements(ids)[0].url == "/statements/plea/"
    [record] = fetch_statements(ids, "https://tracker.example")
    texts = msgspec.json.encode(record).decode()
    assert record.url == "https://tracker.example/statements/plea/"
    assert '"url":"/' not in texts
    assert texts.count("https://tracker.example/") == 9
