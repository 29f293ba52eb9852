"""The pages of propositions, topics and sources."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from positions import derivation
from positions.choices import QuotationCheck, Stance, StatementKind, WorkflowState
from positions.models import Proposition
from positions.views.details.proposition import MOST
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.views.pages import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def sales() -> Proposition:
    return PropositionFactory.create(
        text="Sales should end.", short_label="End sales", slug="sales", topic__slug="faces"
    )


def test_proposition_sets_each_side_apart(sales: Proposition) -> None:
    for stance in Stance:
        said(StakeholderFactory.create(name=f"Holder {stance.value}"), on={sales: stance})
    text = opened("/propositions/sales/").text
    order = ["strongly_supports", "supports", "strongly_opposes", "opposes"]
    order += ["mixed", "neutral", "unclear"]
    places = [text.index(f"Holder {value}") for value in order]
    assert places == sorted(places)


def test_proposition_shows_the_words_of_each(sales: Proposition) -> None:
    statement = said(on={sales: Stance.OPPOSES}, words="Let us go on.")
    judged = statement.assessments.get()
    judged.quotation = statement.quotations.get()
    judged.save()
    assert "“Let us go on.”" in opened("/propositions/sales/").text


def test_proposition_names_who_was_silent(sales: Proposition) -> None:
    silence = said(
        StakeholderFactory.create(name="Silent Company"), kind=StatementKind.NO_REPLY, derive=False
    )
    silence.asked_about.add(sales)
    derivation.refresh([silence.pk])
    text = opened("/propositions/sales/").text
    assert "Asked, but silent asked, no reply 1 Silent Company" in text


def test_proposition_on_which_nobody_spoke_says_so(sales: Proposition) -> None:
    page = opened("/propositions/sales/")
    assert page.text.count("Nobody on record.") == 3
    assert "Asked, but silent" not in page.text


def test_crowded_side_leads_to_the_list_of_all(sales: Proposition) -> None:
    for _ in range(MOST + 3):
        said(on={sales: Stance.OPPOSES})
    page = opened("/propositions/sales/")
    assert f"All {MOST + 3} holders: opposes" in page.text
    assert "/positions/list/?proposition=sales&stance=opposes" in page.links


def test_topic_lists_its_propositions_and_statements(sales: Proposition) -> None:
    said(title="A letter", on={sales: Stance.SUPPORTS})
    PropositionFactory.create(text="Another subject entirely.")
    page = opened("/topics/faces/")
    assert "Sales should end. supports 1" in page.text
    assert "A letter" in page.text
    assert "Another subject" not in page.text


def test_source_shows_what_was_taken_and_checked() -> None:
    source = SourceFactory.create(title="What they said", url="https://news.example/1")
    statement = said(title="A letter")
    QuotationFactory.create(
        statement=statement,
        source=source,
        exact="Stop it.",
        check_result=QuotationCheck.EXACT,
        checked_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
    page = opened(source.get_absolute_url())
    assert "“Stop it.” Matches exactly, 21 November 2026" in page.text
    assert "A letter" in page.text
    assert "https://news.example/1#:~:text=Stop%20it." in page.links


def test_source_keeps_captures_and_drafts_to_the_editors() -> None:
    source = SourceFactory.create()
    CaptureFactory.create(source=source, text="The whole private text.")
    draft = StatementFactory.create(state=WorkflowState.DRAFT, title="Secret")
    QuotationFactory.create(statement=draft, source=source, exact="Secret words.")
    html = opened(source.get_absolute_url()).html
    assert "private" not in html
    assert "Secret" not in html
