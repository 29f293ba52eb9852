"""What something rests on is not deleted: its page leads there, and to what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance, WorkflowState
from tests.admin.editing.test_deleting import asked, confirmed, pages, text
from tests.factories import (
    AssessmentFactory,
    AttributionFactory,
    CaptureFactory,
    ChallengeFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.queries import counted

pytestmark = pytest.mark.django_db


def used() -> list[tuple[str, Callable[[], tuple[Any, Any]], str]]:
    """A noun, what makes one with a statement that rests on it, and what the page advises."""

    def voice() -> tuple[Any, Any]:
        statement = said(party := StakeholderFactory.create())
        return party, statement

    def addressee() -> tuple[Any, Any]:
        statement = said()
        statement.addressees.add(party := StakeholderFactory.create())
        return party, statement

    def source() -> tuple[Any, Any]:
        quotation = QuotationFactory.create(statement=said())
        return quotation.source, quotation.statement

    def judged() -> tuple[Any, Any]:
        statement = said(on={(proposition := PropositionFactory.create()): Stance.OPPOSES})
        return proposition, statement

    def asked_about() -> tuple[Any, Any]:
        statement = said()
        statement.asked_about.add(proposition := PropositionFactory.create())
        return proposition, statement

    def topic() -> tuple[Any, Any]:
        proposition = PropositionFactory.create()
        return proposition.topic, said(topic=proposition.topic)

    return [
        ("organisation", voice, "merge it"),
        ("organisation", addressee, "merge it"),
        ("source", source, "merge it"),
        ("proposition", judged, "Its wording can be changed"),
        ("proposition", asked_about, "Its wording can be changed"),
        ("topic", topic, "It can be renamed"),
    ]


@pytest.mark.parametrize(("noun", "make", "advice"), used())
def test_what_statements_rest_on_stays_and_the_page_leads_to_them(
    administrator: Client, noun: str, make: Callable[[], tuple[Any, Any]], advice: str
) -> None:
    thing, statement = make()
    for page in asked(administrator, thing, noun):
        assert f'<a href="{pages(statement, "statement")}/change/">{statement} (published)' in page
        assert advice in page
        assert ("/admin/housekeeping/merge/" in page) is (advice == "merge it")
        assert 'name="post"' not in page
    confirmed(administrator, thing, noun)
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_who_published_sources_or_disputes_something_is_led_to_these(
    administrator: Client,
) -> None:
    party = StakeholderFactory.create()
    source = SourceFactory.create(publisher=party)
    challenge = ChallengeFactory.create(statement=said(), challenger=party, challenger_name="")
    for page in asked(administrator, party, "organisation"):
        assert f'<a href="{pages(source, "source")}/change/">{source}' in page
        assert f'<a href="{pages(challenge, "challenge")}/change/">' in page


def test_the_page_that_asks_costs_as_many_queries_for_many_as_for_few(
    administrator: Client,
) -> None:
    statement, source = said(state=WorkflowState.DRAFT), SourceFactory.create()
    rests_on = StakeholderFactory.create()
    costs = []
    for _ in range(3):
        for _ in range(4):
            QuotationFactory.create(statement=statement, source=source)
            AssessmentFactory.create(statement=statement)
            AttributionFactory.create(
                statement=statement,
                stakeholder=PersonFactory.create(),
                on_behalf_of=StakeholderFactory.create(),
            )
            ReplyFactory.create(from_statement=statement, to_statement=said())
            CaptureFactory.create(source=source)
            ChallengeFactory.create(
                statement=said(rests_on), challenger=rests_on, challenger_name=""
            )
        with counted() as queries:
            for thing, noun in (
                (statement, "statement"),
                (source, "source"),
                (rests_on, "organisation"),
            ):
                text(administrator.get(f"{pages(thing, noun)}/delete/"))
        costs.append(queries.n)
    assert costs[1] == costs[2]
