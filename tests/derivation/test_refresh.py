"""Positions and index entries kept in step: what is refreshed equals what is rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from positions import derivation
from positions.choices import AttributionRole, Capacity, QuotationKind, Stance, WorkflowState
from positions.models import (
    IndexEntry,
    Position,
    Proposition,
    Stakeholder,
    Statement,
    StatementText,
    Topic,
    TopicTotal,
)
from positions.records import fetch_statements, fetch_topics
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

DATES = [
    "2018",
    "2018-05",
    "2018-05-20",
    "2018-05-20/2018-06-02",
    "../2018-06",
    "2018-06/..",
    "2019-01-05",
]
STANCES = [Stance.SUPPORTS, Stance.OPPOSES, Stance.MIXED, Stance.UNCLEAR, Stance.STRONGLY_OPPOSES]


def rows(model: type[Position | IndexEntry | StatementText | TopicTotal]) -> list[dict[str, Any]]:
    fields = [field.attname for field in model._meta.concrete_fields if field.name != "id"]
    return sorted(model.objects.values(*fields), key=repr)


class History:
    """Does to statements what editors do, refreshing after each step."""

    def __init__(self) -> None:
        self.holders: list[Stakeholder] = StakeholderFactory.create_batch(3)
        self.propositions: list[Proposition] = PropositionFactory.create_batch(2)

    def joint_letter(self, draw: Callable[[Any], Any]) -> None:
        voices = draw(st.lists(st.sampled_from(self.holders), min_size=1, unique=True))
        on = draw(
            st.dictionaries(
                st.sampled_from(self.propositions), st.sampled_from(STANCES), max_size=2
            )
        )
        said(*voices, on=on, date_edtf=draw(st.sampled_from(DATES)))

    def edit(self, draw: Callable[[Any], Any]) -> None:
        statement = self._some(draw)
        if statement is None:
            return
        step = draw(st.sampled_from(["date", "stance", "state", "sign off", "sign", "drop"]))
        if step == "date":
            statement.date_edtf = draw(st.sampled_from(DATES))
        if step == "state":
            statement.state = draw(st.sampled_from(WorkflowState))
        statement.save()
        if step == "stance":
            for judged in statement.assessments.all():
                judged.stance = draw(st.sampled_from(STANCES))
                judged.condition = "in part"
                judged.save()
        if step == "drop":
            statement.assessments.filter(proposition=self.propositions[0]).delete()
        if step == "sign off":
            statement.attributions.order_by("-order")[:1].get().delete()
        if step == "sign":
            statement.attributions.update(
                withdrawn_on=draw(st.sampled_from([None, date(2018, 7, 1)]))
            )
        if not statement.attributions.exists():
            AttributionFactory.create(statement=statement, stakeholder=self.holders[0])
        derivation.refresh([statement.pk])

    def delete(self, draw: Callable[[Any], Any]) -> None:
        statement = self._some(draw)
        if statement is not None:
            gone, pairs = statement.pk, derivation.pairs_of([statement.pk])
            statement.delete()
            derivation.refresh([gone], also=pairs)

    def _some(self, draw: Callable[[Any], Any]) -> Statement | None:
        there = list(Statement.objects.order_by("pk"))
        return draw(st.sampled_from(there)) if there else None


class TestRefresh(TestCase):
    @given(st.data())
    def test_refreshed_rows_equal_rebuilt_ones_after_any_history(self, data: st.DataObject) -> None:
        history = History()
        for step in data.draw(
            st.lists(
                st.sampled_from(["joint_letter", "joint_letter", "edit", "delete"]), max_size=9
            )
        ):
            getattr(history, step)(data.draw)
        positions, entries, texts = rows(Position), rows(IndexEntry), rows(StatementText)
        totals = rows(TopicTotal)
        derivation.rebuild_all()
        assert rows(Position) == positions
        assert rows(IndexEntry) == entries
        assert rows(StatementText) == texts
        assert rows(TopicTotal) == totals
        counted = Count("index_entries__statement", distinct=True)
        topics = dict(Topic.objects.annotate(n=counted).order_by("pk").values_list("pk", "n"))
        assert [topic.n_statements for topic in fetch_topics(list(topics))] == [*topics.values()]


pytestmark = pytest.mark.django_db


def test_a_spokesperson_gives_the_position_to_whom_they_speak_for() -> None:
    company, person = StakeholderFactory.create(), PersonFactory.create()
    statement = said(company, on={PropositionFactory.create(): Stance.OPPOSES})
    statement.attributions.all().delete()
    AttributionFactory.create(
        statement=statement,
        stakeholder=person,
        role=AttributionRole.SPOKESPERSON,
        on_behalf_of=company,
    )
    derivation.refresh([statement.pk])
    assert [row.holder for row in Position.objects.all()] == [company]
    assert {entry.voice for entry in IndexEntry.objects.all()} == {person, company}


@pytest.mark.parametrize("capacity", [Capacity.PERSONAL, Capacity.AFFILIATION_ONLY])
def test_a_person_who_speaks_for_themselves_holds_the_position(capacity: Capacity) -> None:
    company, person = StakeholderFactory.create(), PersonFactory.create()
    statement = said(person, on={PropositionFactory.create(): Stance.OPPOSES})
    statement.attributions.update(capacity=capacity, on_behalf_of=company)
    derivation.refresh([statement.pk])
    assert [row.holder for row in Position.objects.all()] == [person]


def test_a_withdrawn_signature_holds_nothing_but_is_still_found() -> None:
    stayed, left = StakeholderFactory.create_batch(2)
    statement = said(stayed, left, on={PropositionFactory.create(): Stance.OPPOSES})
    statement.attributions.filter(stakeholder=left).update(withdrawn_on=date(2019, 1, 1))
    derivation.refresh([statement.pk])
    assert [row.holder for row in Position.objects.all()] == [stayed]
    assert list(IndexEntry.objects.filter(voice=left).values_list("stance", flat=True)) == [""]


@pytest.mark.parametrize(
    "state", [WorkflowState.DRAFT, WorkflowState.IN_REVIEW, WorkflowState.WITHDRAWN]
)
def test_only_published_statements_count(state: WorkflowState) -> None:
    said(on={PropositionFactory.create(): Stance.OPPOSES}, state=state)
    assert not Position.objects.exists()
    assert not IndexEntry.objects.exists()


def test_positions_as_of_a_day_are_those_that_held_then() -> None:
    company, proposition = StakeholderFactory.create(), PropositionFactory.create()
    said(company, on={proposition: Stance.SUPPORTS}, date_edtf="2018-05-01")
    said(company, on={proposition: Stance.OPPOSES}, date_edtf="2019-02-07")
    held = {
        day: list(Position.objects.as_of(date.fromisoformat(day)).values_list("stance", flat=True))
        for day in ("2018-04-30", "2018-05-01", "2019-02-06", "2019-02-07")
    }
    assert held == {
        "2018-04-30": [],
        "2018-05-01": ["supports"],
        "2019-02-06": ["supports"],
        "2019-02-07": ["opposes"],
    }
    assert [row.shift for row in Position.objects.filter(held_until=None)] == [True]


def test_unchanged_rows_keep_their_identity() -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    before = Position.objects.get()
    derivation.refresh([statement.pk])
    assert Position.objects.get().pk == before.pk


def test_silence_is_indexed_under_what_was_asked_and_holds_no_position() -> None:
    asked = PropositionFactory.create()
    statement = said(kind="no_reply")
    statement.asked_about.add(asked)
    derivation.refresh([statement.pk])
    assert not Position.objects.exists()
    assert list(IndexEntry.objects.values_list("proposition", "stance")) == [(asked.pk, "")]


def test_a_statement_is_indexed_under_its_own_topic_and_those_it_judges() -> None:
    own, judged = TopicFactory.create(), PropositionFactory.create()
    said(topic=own, on={judged: Stance.SUPPORTS})
    found = IndexEntry.objects.filter(Q(topic=own) | Q(topic=judged.topic))
    assert sorted(found.values_list("stance", flat=True)) == ["", "supports"]


def test_paraphrases_alone_are_not_verbatim() -> None:
    statement = said(words="A paraphrase of what was said")
    statement.quotations.update(kind=QuotationKind.PARAPHRASE)
    derivation.refresh([statement.pk])
    assert list(IndexEntry.objects.values_list("verbatim", flat=True)) == [False]


def test_queries_of_a_refresh_do_not_grow_with_the_statements_of_a_holder() -> None:
    company, proposition = StakeholderFactory.create(), PropositionFactory.create()

    def queries() -> int:
        newest = said(company, on={proposition: Stance.OPPOSES}, derive=False)
        with CaptureQueriesContext(connection) as captured:
            derivation.refresh([newest.pk])
        return len(captured)

    queries()
    few = queries()
    for number in range(12):
        said(company, on={proposition: Stance.OPPOSES}, date_edtf=f"20{10 + number}")
    assert queries() == few


def test_an_affiliation_named_for_identification_puts_no_words_under_the_organisation() -> None:
    company, person = StakeholderFactory.create(), PersonFactory.create()
    statement = said(person, on={PropositionFactory.create(): Stance.OPPOSES})
    statement.attributions.update(capacity=Capacity.AFFILIATION_ONLY, on_behalf_of=company)
    derivation.refresh([statement.pk])
    assert {entry.voice for entry in IndexEntry.objects.all()} == {person}
    (record,) = fetch_statements([statement.pk])
    (voice,) = record.voices
    assert voice.on_behalf_of is None
    assert voice.affiliation is not None
    assert voice.affiliation.slug == company.slug


def test_a_refresh_names_no_statements_of_the_archive_one_by_one() -> None:
    company, proposition = StakeholderFactory.create(), PropositionFactory.create()
    newest = said(company, on={proposition: Stance.OPPOSES}, derive=False)

    def longest() -> int:
        with CaptureQueriesContext(connection) as captured:
            derivation.refresh([newest.pk])
        return max(len(query["sql"].split("VALUES")[0]) for query in captured)

    longest()
    few = longest()
    for number in range(30):
        said(company, on={proposition: Stance.OPPOSES}, date_edtf=f"19{10 + number}")
    assert longest() <= few + 20
