"""A statement as it leaves: complete, in order, and published."""

from __future__ import annotations

import msgspec
import pytest

from positions.choices import QuotationCheck
from positions.records import fetch_statements
from tests.cast import Cast
from tests.factories import ReplyFactory

pytestmark = pytest.mark.usefixtures("cast")


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


def test_words_say_where_they_stand_and_what_date_their_source_gives(cast: Cast) -> None:
    counsel = cast.statements["counsel"]
    given = counsel.quotations.get()
    given.prefix, given.suffix, given.start, given.end = "said: ", " Then", 6, 32
    given.date_edtf, given.date_basis = "2019-02-06", "reported"
    given.save()
    [record] = fetch_statements([counsel.pk])
    [quotation] = record.quotations
    assert (quotation.prefix, quotation.suffix) == ("said: ", " Then")
    assert (quotation.start, quotation.end) == (6, 32)
    assert quotation.date is not None
    assert quotation.date.text == "6 February 2019"
    assert quotation.source.address == cast.article.url
    assert record.stances[0].reason == "The example words say so."


def test_a_statement_names_what_it_answers_and_what_answers_it(cast: Cast) -> None:
    names = ("plea", "defence", "guidelines", "draft")
    plea, defence, guidelines, draft = (cast.statements[name] for name in names)
    ReplyFactory.create(from_statement=defence, to_statement=plea)
    ReplyFactory.create(from_statement=guidelines, to_statement=defence, kind="clarifies")
    ReplyFactory.create(from_statement=draft, to_statement=plea)
    ReplyFactory.create(from_statement=plea, to_statement=draft)
    first, second = fetch_statements([plea.pk, defence.pk])
    assert (first.answers, [each.statement.slug for each in first.answered_by]) == ([], ["defence"])
    assert [(each.kind, each.statement.slug) for each in second.answers] == [("answers", "plea")]
    assert [(each.kind, each.statement.slug) for each in second.answered_by] == [
        ("clarifies", "guidelines")
    ]


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
    assert texts.count("https://tracker.example/") == 12


def test_what_was_not_read_is_never_taken_for_empty(cast: Cast) -> None:
    [record] = fetch_statements([cast.statements["plea"].pk], unread=["addressees"])
    with pytest.raises(TypeError, match="was not read"):
        bool(record.addressees)
    with pytest.raises(TypeError, match="not iterable"):
        list(record.addressees)
    with pytest.raises(TypeError, match="unsupported"):
        msgspec.json.encode(record)
