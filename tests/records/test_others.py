"""Organisations, people, propositions, topics, sources and positions as they leave."""

from __future__ import annotations

from datetime import date

import pytest

from positions.choices import Stance
from positions.models import Position
from positions.records import (
    HolderCounts,
    fetch_organisations,
    fetch_people,
    fetch_positions,
    fetch_propositions,
    fetch_sources,
    fetch_topics,
)
from tests.cast import Cast
from tests.factories import said

pytestmark = pytest.mark.usefixtures("cast")

NOW = date(2020, 1, 1)
THEN = date(2018, 7, 1)


def test_an_organisation_stands_as_of_the_day(cast: Cast) -> None:
    [then] = fetch_organisations([cast.aclu.pk], THEN)
    [now] = fetch_organisations([cast.aclu.pk], NOW)
    assert [(s.proposition.slug, s.stance) for s in then.positions] == [
        ("sales", Stance.STRONGLY_OPPOSES)
    ]
    assert [(s.proposition.slug, s.stance) for s in now.positions] == [
        ("sales", Stance.OPPOSES),
        ("law", Stance.SUPPORTS),
    ]
    assert now.n_statements == 2
    assert now.newest is not None
    assert now.newest.text == "7 February 2019"


def test_an_organisation_that_never_spoke_has_nothing_newest(cast: Cast) -> None:
    [record] = fetch_organisations([cast.paper.pk], NOW)
    assert (record.n_statements, record.newest, record.positions) == (0, None, [])


def test_a_person_has_ties_and_other_names(cast: Cast) -> None:
    [record] = fetch_people([cast.guliani.pk], NOW)
    [tie] = record.affiliations
    assert (tie.group.slug, tie.role, tie.since) == ("aclu", "counsel", None)
    assert record.aliases == ["Giuliani"]
    assert record.url == "/people/guliani/"
    assert [stand.proposition.slug for stand in record.positions] == ["toys"]


def test_a_proposition_counts_holders_and_silence_apart(cast: Cast) -> None:
    sales, law = fetch_propositions([cast.sales.pk, cast.law.pk], NOW)
    assert sales.holders == HolderCounts(strongly_opposes=1, opposes=1, mixed=1)
    assert (law.holders.supports, law.silent) == (2, 0)  # Amazon has spoken since it was asked
    [asked] = fetch_propositions([cast.law.pk], date(2018, 6, 18))
    assert (asked.holders, asked.silent) == (HolderCounts(), 1)
    [before] = fetch_propositions([cast.law.pk], date(2018, 6, 17))
    assert (before.holders, before.silent) == (HolderCounts(), 0)


def test_holders_are_counted_by_every_stance() -> None:
    assert set(HolderCounts.__struct_fields__) == set(Stance.values)


def test_a_topic_lists_its_propositions_in_order(cast: Cast) -> None:
    [record] = fetch_topics([cast.faces.pk])
    assert [proposition.slug for proposition in record.propositions] == ["sales", "law"]
    assert record.n_statements == 5


def test_a_source_counts_what_was_published_from_it(cast: Cast) -> None:
    cast.statements["plea"].quotations.filter(source=cast.letter).update(
        check_result="exact", checked_at="2020-01-01T00:00:00Z"
    )
    [record] = fetch_sources([cast.letter.pk])
    assert (record.n_quotations, record.n_checked) == (2, 1)


def test_a_position_may_be_later_than_the_day_asked(cast: Cast) -> None:
    position = Position.objects.get(holder=cast.guliani)
    [early] = fetch_positions([position.pk], date(2018, 5, 10))
    [late] = fetch_positions([position.pk], date(2018, 5, 31))
    assert (early.may_be_later, late.may_be_later) == (True, False)


def test_a_position_leads_to_its_words(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.assessments.update(quotation=plea.quotations.get(source=cast.article))
    [position] = Position.objects.filter(holder=cast.caucus)
    [record] = fetch_positions([position.pk], NOW)
    assert record.words == "Stop selling this, we plead."
    assert record.source is not None
    assert record.source.address == cast.article.url
    assert record.url == "/statements/plea/#stance-sales"
    assert (record.stance, record.previous_stance) == (Stance.STRONGLY_OPPOSES, None)


def test_a_paraphrase_is_not_given_as_words(cast: Cast) -> None:
    guidelines = cast.statements["guidelines"]
    guidelines.assessments.update(quotation=guidelines.quotations.get())
    ids = [position.pk for position in Position.objects.filter(statement=guidelines)]
    records = fetch_positions(ids, NOW)
    assert [record.words for record in records] == ["", ""]
    assert [record.paraphrase for record in records] == ["It asked for a law."] * 2
    assert {record.source.slug for record in records if record.source} == {"article"}


def test_a_position_without_a_best_quotation_has_no_words_and_no_source(cast: Cast) -> None:
    [record] = fetch_positions([Position.objects.get(holder=cast.guliani).pk], NOW)
    assert (record.words, record.paraphrase, record.source) == ("", "", None)
    assert record.reason == "The example words say so."


def test_a_position_of_open_beginning_has_no_first_day(cast: Cast) -> None:
    said(cast.rivera, on={cast.toys: Stance.OPPOSES}, date_edtf="../2018-01")
    [record] = fetch_positions([Position.objects.get(holder=cast.rivera).pk], NOW)
    assert record.held_from is None
    assert record.date.text == "by January 2018"


def test_the_newest_statement_is_that_as_of_the_day(cast: Cast) -> None:
    then, now = (fetch_propositions([cast.sales.pk], day)[0].newest for day in (THEN, NOW))
    assert then is not None
    assert now is not None
    assert (then.edtf, now.edtf) == ("2018-06", "2019-02-07")
    [record] = fetch_organisations([cast.aclu.pk], THEN)
    assert record.newest is not None
    assert record.newest.edtf == "2018-05-24"
