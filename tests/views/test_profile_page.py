"""The pages of organisations and people."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.choices import AffiliationKind, Stance, StatementKind, WorkflowState
from positions.models import Stakeholder
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    PersonFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.views.pages import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def union() -> Stakeholder:
    return StakeholderFactory.create(name="Example Union", slug="union")


def test_page_says_who_they_are(union: Stakeholder) -> None:
    union.description, union.size_note = "Unites examples.", "19 groups"
    union.save()
    AliasFactory.create(stakeholder=union, name="Examples United", kind="former")
    AffiliationFactory.create(
        member=PersonFactory.create(name="Robin Rivera"), group=union, role="counsel"
    )
    text = opened("/organisations/union/").text
    for known in ("Unites examples.", "19 groups", "Examples United former name"):
        assert known in text
    assert "Robin Rivera counsel" in text


def test_page_of_a_person_says_where_they_belong() -> None:
    rivera = PersonFactory.create(name="Robin Rivera", slug="rivera")
    group = StakeholderFactory.create(name="Example Union")
    AffiliationFactory.create(member=rivera, group=group, role="counsel", from_edtf="2018-05")
    assert "Example Union counsel, from May 2018" in opened("/people/rivera/").text


def test_current_position_leads_to_its_words(union: Stakeholder) -> None:
    proposition = PropositionFactory.create(short_label="Sales", slug="sales")
    statement = said(union, on={proposition: Stance.OPPOSES})
    page = opened("/organisations/union/")
    assert "Sales opposes 15 June 2018" in page.text
    assert f"{statement.get_absolute_url()}#stance-sales" in page.links


def test_earlier_position_and_shift_are_shown(union: Stakeholder) -> None:
    proposition = PropositionFactory.create(short_label="Sales")
    said(union, on={proposition: Stance.SUPPORTS}, date_edtf="2017-01-02")
    said(union, on={proposition: Stance.OPPOSES}, date_edtf="2018-01-02")
    text = opened("/organisations/union/").text
    assert "opposes shifted from “supports”" in text
    assert "Earlier positions" in text
    assert "2 January 2017 until 2 January 2018" in text


def test_position_of_a_group_is_held_through_it_and_not_ones_own(union: Stakeholder) -> None:
    coalition = StakeholderFactory.create(name="Example Coalition")
    AffiliationFactory.create(member=union, group=coalition, kind=AffiliationKind.SIGNATORY_OF)
    said(coalition, on={PropositionFactory.create(short_label="Sales"): Stance.OPPOSES})
    text = opened("/organisations/union/").text
    own, _, through = text.partition("Through others")
    assert "Sales" not in own
    assert "Example Coalition Sales opposes" in through


def test_position_of_an_employer_is_not_shown_as_held_through_it() -> None:
    rivera = PersonFactory.create(slug="rivera")
    employer = StakeholderFactory.create()
    AffiliationFactory.create(member=rivera, group=employer, kind=AffiliationKind.WORKS_FOR)
    said(employer, on={PropositionFactory.create(short_label="Sales"): Stance.OPPOSES})
    assert "Sales" not in opened("/people/rivera/").text


def test_silence_is_shown_and_is_no_position(union: Stakeholder) -> None:
    silence = said(union, kind=StatementKind.NO_REPLY, title="No reply to Herald")
    page = opened("/organisations/union/")
    assert "No position of its own is on record" in page.text
    assert "asked, no reply No reply to Herald" in page.text
    assert silence.get_absolute_url() in page.links


def test_statements_and_sources_of_theirs_are_listed(union: Stakeholder) -> None:
    said(union, title="A letter of theirs")
    said(union, title="A secret of theirs", state=WorkflowState.DRAFT)
    SourceFactory.create(publisher=union, title="A blog post of theirs")
    page = opened("/organisations/union/")
    assert "A letter of theirs" in page.text
    assert "A secret of theirs" not in page.html
    assert "A blog post of theirs" in page.text
    assert "/statements/?organisation=union" in page.links


def test_person_is_not_found_among_organisations() -> None:
    PersonFactory.create(slug="rivera")
    assert opened("/people/rivera/").status == 200
    assert opened("/organisations/rivera/").status == 404


def test_former_slug_leads_to_the_present_one(union: Stakeholder) -> None:
    union.slug = "new-union"
    union.save()
    answer = Client().get("/organisations/union/")
    assert (answer.status_code, answer["Location"]) == (301, "/organisations/new-union/")


def test_queries_do_not_grow_with_what_is_known(union: Stakeholder) -> None:
    _fill(union, 2)
    few = _queries()
    _fill(union, 12)
    assert _queries() == few


def _fill(union: Stakeholder, number: int) -> None:
    for _ in range(number):
        proposition = PropositionFactory.create()
        said(union, on={proposition: Stance.SUPPORTS}, date_edtf="2017")
        said(union, on={proposition: Stance.OPPOSES}, date_edtf="2018")
        said(union, kind=StatementKind.NO_REPLY)
        group = StakeholderFactory.create()
        AffiliationFactory.create(member=union, group=group, kind=AffiliationKind.MEMBER_OF)
        AffiliationFactory.create(group=union)
        said(group, on={proposition: Stance.OPPOSES})
        SourceFactory.create(publisher=union)
        AliasFactory.create(stakeholder=union)


def _queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        assert opened("/organisations/union/").status == 200
    return len(captured)
