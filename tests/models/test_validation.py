"""What the nouns refuse before the database has to, with the value and the cure named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from positions.choices import AttributionRole, Capacity, QuotationKind, Stance, StatementKind
from positions.models import Organisation, Person, Source, Statement, url_key
from positions.recording.publication import VOICE, WORDS, lacking
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    AttributionFactory,
    CaptureFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def complaint(made: models.Model) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        made.full_clean()
    return refused.value.message_dict


@pytest.mark.parametrize(
    "factory",
    [
        AffiliationFactory,
        AliasFactory,
        AssessmentFactory,
        AttributionFactory,
        CaptureFactory,
        PersonFactory,
        PropositionFactory,
        QuotationFactory,
        ReplyFactory,
        SourceFactory,
        StakeholderFactory,
        StatementFactory,
        TopicFactory,
    ],
)
def test_what_the_factories_make_is_valid_and_found_by_its_natural_key(factory: Any) -> None:
    made = factory.create()
    if not (made._meta.model_name == "attribution" and made.stakeholder.is_person):
        made.full_clean()
    if hasattr(made, "natural_key"):
        assert type(made)._default_manager.get_by_natural_key(*made.natural_key()) == made


def test_an_impossible_date_is_named() -> None:
    made = StatementFactory.build(date_edtf="2018-02-30")
    assert "2018-02-30" in complaint(made)["date_edtf"][0]


def test_a_published_statement_needs_a_date() -> None:
    assert "date_edtf" in complaint(StatementFactory.build(date_edtf="", date_basis=""))


def test_a_date_needs_its_basis_and_an_inferred_one_its_note() -> None:
    assert "date_basis" in complaint(StatementFactory.build(date_basis=""))
    assert "date_note" in complaint(StatementFactory.build(date_basis="inferred"))


def test_bounds_follow_the_date_whoever_assigns_it() -> None:
    made = StatementFactory.create(date_edtf="2018-05")
    assert (made.earliest, made.latest) == (date(2018, 5, 1), date(2018, 5, 31))
    made.date_edtf = "../2018-06"
    made.save()
    again = Statement.objects.get()
    assert (again.earliest, again.latest) == (None, date(2018, 6, 30))


def test_a_second_source_at_the_same_address_is_refused_and_names_the_first() -> None:
    first = SourceFactory.create(url="https://www.paper.example/story/")
    again = SourceFactory.build(url="http://paper.example/story?utm_source=feed#top")
    assert first.title in complaint(again)["url"][0]


def test_sources_without_an_address_do_not_collide() -> None:
    SourceFactory.create(url="")
    SourceFactory.create(url="")
    assert list(Source.objects.values_list("url_key", flat=True)) == [None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.paper.example/a", "https://paper.example/a/"),
        ("https://paper.example:443/a", "https://PAPER.example/a"),
        ("https://m.paper.example/a?b=2&a=1", "https://paper.example/a?a=1&b=2"),
        ("https://paper.example/a?utm_medium=x&fbclid=y", "https://paper.example/a"),
        ("https://paper.example/caf%C3%A9", "https://paper.example/café"),
    ],
)
def test_addresses_of_one_document_have_one_key(one: str, other: str) -> None:
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/a", "https://paper.example/A"),
        ("https://paper.example/?id=1", "https://paper.example/?id=2"),
        ("https://paper.example:8000/a", "https://paper.example/a"),
    ],
)
def test_addresses_of_two_documents_have_two_keys(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@given(st.text(max_size=40).map(lambda path: f"https://paper.example/{path}"))
def test_a_key_leads_to_itself(url: str) -> None:
    key = url_key(url)
    assert url_key(f"https://{key}") == key


@pytest.mark.parametrize("url", ["https://paper.example:port/", "http://[::1", "  "])
def test_what_is_no_address_is_refused_and_breaks_nothing(url: str) -> None:
    assert "url" in complaint(SourceFactory.build(url=url, slug="x"))


def test_a_conditional_stance_needs_its_condition() -> None:
    made = AssessmentFactory.create()
    made.stance = Stance.MIXED
    assert "condition" in complaint(made)


def test_silence_takes_no_side() -> None:
    made = AssessmentFactory.create()
    made.statement.kind = StatementKind.NO_REPLY
    assert "Silence takes no side" in complaint(made)["__all__"][0]


def test_a_best_quotation_is_one_of_the_same_statement() -> None:
    made = AssessmentFactory.create()
    made.quotation = QuotationFactory.create()
    assert "quotation" in complaint(made)


def test_a_reply_to_itself_is_refused() -> None:
    made = ReplyFactory.create()
    made.to_statement = made.from_statement
    assert "to_statement" in complaint(made)


def test_an_affiliation_with_itself_is_refused() -> None:
    made = AffiliationFactory.create()
    made.group = made.member
    assert "group" in complaint(made)


@pytest.mark.parametrize("words", ["“These words”", '"These words"'])
def test_enclosing_marks_stay_outside_the_words(words: str) -> None:
    made = QuotationFactory.create()
    made.exact = words
    assert "exact" in complaint(made)


def test_offsets_span_just_the_words_quoted() -> None:
    made = QuotationFactory.create(exact="be responsible", kind=QuotationKind.FRAGMENT)
    made.start, made.end = 10, 20
    assert "From 10 to 20 are not the 14 characters" in complaint(made)["end"][0]
    made.start, made.end = 10, None
    assert "end" in complaint(made)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"role": AttributionRole.SPOKESPERSON}, "on_behalf_of"),
        ({"capacity": Capacity.PERSONAL}, "capacity"),
    ],
)
def test_an_organisation_cannot_be_attributed_so(fields: dict[str, str], error: str) -> None:
    made = AttributionFactory.create()
    for field, value in fields.items():
        setattr(made, field, value)
    assert error in complaint(made)


def test_a_person_in_organisational_capacity_names_the_organisation() -> None:
    made = AttributionFactory.create(stakeholder=PersonFactory.create())
    assert "on_behalf_of" in complaint(made)


def test_nobody_speaks_on_their_own_behalf() -> None:
    made = AttributionFactory.create()
    made.on_behalf_of = made.stakeholder
    assert "on_behalf_of" in complaint(made)


def test_what_is_missing_for_publication_is_said() -> None:
    bare = StatementFactory.create()
    assert lacking([bare.pk]) == {bare.pk: [VOICE, WORDS]}


def test_organisations_and_people_are_views_of_one_table() -> None:
    company, person = StakeholderFactory.create(), PersonFactory.create()
    assert list(Organisation.objects.values_list("pk", flat=True)) == [company.pk]
    assert list(Person.objects.values_list("pk", flat=True)) == [person.pk]


def test_a_person_is_not_entered_as_an_organisation() -> None:
    assert "kind" in complaint(Organisation(name="Example Person", kind="person"))
