"""The front page, and the rows that lists have in common with it."""

from __future__ import annotations

import pytest

from positions.choices import QuotationKind, Stance
from positions.models import Proposition
from positions.views.home import MOST_COLUMNS, MOST_ROWS
from tests.factories import (
    PropositionFactory,
    QuotationFactory,
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


def test_home_shows_who_stands_where(sales: Proposition) -> None:
    said(StakeholderFactory.create(name="Example Union"), on={sales: Stance.SUPPORTS})
    text = opened("/").text
    assert "Example Union supports 1 statement, 15 June 2018" in text
    assert "End sales" in text


def test_home_leads_with_the_newest_whole_sentence() -> None:
    said(words="An older sentence.", date_edtf="2017")
    said(words="A newer sentence.", date_edtf="2018")
    said(words="A newer sentence, too long to lead. " * 20, date_edtf="2019")
    assert opened("/").text.index("“A newer sentence.”") < opened("/").text.index(
        "Where they stand"
    )


def test_home_does_not_lead_with_a_piece_of_a_sentence() -> None:
    said(words="An older sentence.", date_edtf="2017")
    said(words="and a newer piece of one", date_edtf="2018")
    lead, _, _ = opened("/").text.partition("Where they stand")
    assert "“An older sentence.”" in lead
    assert "newer" not in lead


def test_home_begins_the_table_and_leads_to_the_whole_of_it(sales: Proposition) -> None:
    for _ in range(MOST_ROWS + 1):
        said(StakeholderFactory.create(), on={sales: Stance.SUPPORTS})
    for _ in range(MOST_COLUMNS):
        PropositionFactory.create(topic=sales.topic)
    page = opened("/")
    assert sum("/positions/evidence/" in link for link in page.links) == 2 * MOST_ROWS
    assert f"All {MOST_COLUMNS + 1} propositions" in page.text
    assert "/positions/" in page.links


def test_home_shows_the_latest_shifts(sales: Proposition) -> None:
    union = StakeholderFactory.create(name="Example Union")
    said(union, on={sales: Stance.SUPPORTS}, date_edtf="2018")
    assert "Nobody on record has changed sides yet" in opened("/").text
    said(union, on={sales: Stance.OPPOSES}, date_edtf="2019-05")
    page = opened("/")
    assert "between 2018 and May 2019" in page.text
    assert "/shifts/" in page.links


def test_home_names_the_other_topics(sales: Proposition) -> None:
    other = PropositionFactory.create().topic
    said(on={sales: Stance.SUPPORTS})
    assert other.get_absolute_url() in opened("/").links


def test_statement_row_leads_with_whole_words_never_with_a_fragment() -> None:
    statement = StatementFactory.create()
    for kind, words in (
        (QuotationKind.FRAGMENT, "a fragment of theirs"),
        (QuotationKind.PARAPHRASE, "They worry."),
    ):
        QuotationFactory.create(statement=statement, kind=kind, exact=words)
    text = opened("/").text
    assert "They worry." in text
    assert "fragment of theirs" not in text
    QuotationFactory.create(statement=statement, exact="We worry.")
    text = opened("/").text
    assert "“We worry.”" in text
    assert "They worry." not in text


def test_row_parts_the_stance_from_the_label(sales: Proposition) -> None:
    said(on={sales: Stance.SUPPORTS})
    for address in ("/statements/", "/organisations/", "/positions/list/"):
        assert "supports: End sales" in opened(address).text


def test_home_of_an_empty_record_says_so() -> None:
    page = opened("/")
    assert page.status == 200
    assert "Nobody’s position is on record yet." in page.text
