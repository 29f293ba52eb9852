"""The pages of organisations and people."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from django.test import Client

from positions import derivation
from positions.choices import (
    AffiliationKind,
    Capacity,
    QuotationKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from positions.models import Stakeholder
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)
from tests.views.pages import opened

module = import_module("positions.views.details.stakeholder")
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
    _, _, earlier = text.partition("Earlier words on these propositions")
    assert "Sales supports 2 January 2017 counted until the next words" in earlier


def test_of_many_positions_the_newest_are_shown_and_all_are_led_to(
    union: Stakeholder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_POSITIONS", 1)
    for number in range(2):
        said(union, on={PropositionFactory.create(): Stance.OPPOSES}, date_edtf=f"201{number}")
    page = opened(union.get_absolute_url())
    assert "The newest 1 of 2. All of them" in page.text
    assert f"/positions/list/?organisation={union.slug}" in page.links
    past = opened(f"{union.get_absolute_url()}?as_of=2015-01-01")
    assert f"/positions/list/?organisation={union.slug}&as_of=2015-01-01" in past.links


def test_reaffirmed_position_counts_its_statements(union: Stakeholder) -> None:
    proposition = PropositionFactory.create(short_label="Sales", slug="sales")
    for day in ("2017-01-02", "2018-01-02"):
        said(union, on={proposition: Stance.OPPOSES}, date_edtf=day)
    page = opened("/organisations/union/")
    assert "Sales opposes 2 January 2018 2 statements on it" in page.text
    assert "/statements/?organisation=union&proposition=sales" in page.links


def test_position_of_a_group_is_held_through_it_and_not_ones_own(union: Stakeholder) -> None:
    coalition = StakeholderFactory.create(name="Example Coalition")
    AffiliationFactory.create(member=union, group=coalition, kind=AffiliationKind.SIGNATORY_OF)
    said(coalition, on={PropositionFactory.create(short_label="Sales"): Stance.OPPOSES})
    text = opened("/organisations/union/").text
    own, _, through = text.partition("Through others")
    assert "Sales" not in own
    assert "Sales through Example Coalition opposes" in through


def test_words_of_ones_own_for_a_group_are_not_repeated_as_held_through_it() -> None:
    rivera = PersonFactory.create(slug="rivera")
    coalition = StakeholderFactory.create(name="Example Coalition")
    AffiliationFactory.create(member=rivera, group=coalition, kind=AffiliationKind.MEMBER_OF)
    statement = said(coalition, on={PropositionFactory.create(): Stance.OPPOSES})
    signed = AttributionFactory.create(
        statement=statement, stakeholder=rivera, on_behalf_of=coalition, order=2
    )
    derivation.refresh([statement.pk])
    assert "Through others" not in opened("/people/rivera/").text
    signed.withdrawn_on = date(2018, 7, 1)
    signed.save()
    assert "through Example Coalition opposes" in opened("/people/rivera/").text


def test_position_of_a_statement_made_together_is_shown_once(union: Stakeholder) -> None:
    coalition = StakeholderFactory.create(name="Example Coalition")
    AffiliationFactory.create(member=union, group=coalition, kind=AffiliationKind.SIGNATORY_OF)
    said(union, coalition, on={PropositionFactory.create(): Stance.OPPOSES})
    said(coalition, on={PropositionFactory.create(short_label="Law"): Stance.SUPPORTS})
    text = opened("/organisations/union/").text
    assert text.count("through Example Coalition") == 1
    assert "through Example Coalition supports" in text


def test_paraphrase_stands_where_there_are_no_words(union: Stakeholder) -> None:
    statement = said(union, on={PropositionFactory.create(slug="sales"): Stance.OPPOSES})
    paraphrase = QuotationFactory.create(
        statement=statement, kind=QuotationKind.PARAPHRASE, exact="They want it ended."
    )
    statement.assessments.update(quotation=paraphrase)
    for address in ("/organisations/union/", "/propositions/sales/", "/positions/list/"):
        page = opened(address)
        assert "They want it ended." in page.text
        assert "“They want it ended.”" not in page.text


def test_what_is_addressed_to_them_is_listed(union: Stakeholder) -> None:
    for title, state in (("A plea", WorkflowState.PUBLISHED), ("A secret", WorkflowState.DRAFT)):
        said(title=title, state=state).addressees.add(union)
    page = opened("/organisations/union/")
    assert "Why it is listed No statement of its own is on record." in page.text
    assert "Addressed to it" in page.text
    assert "A plea" in page.text
    assert "A secret" not in page.html


def test_profile_of_somebody_nowhere_named_says_so() -> None:
    PersonFactory.create(slug="rivera")
    assert "They are kept for reference." in opened("/people/rivera/").text


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
    assert "asked, no reply: No reply to Herald" in page.text
    assert silence.get_absolute_url() in page.links


def test_statements_and_sources_of_theirs_are_listed(union: Stakeholder) -> None:
    said(union, title="A letter of theirs")
    said(union, title="A secret of theirs", state=WorkflowState.DRAFT)
    post = SourceFactory.create(publisher=union, title="A blog post of theirs")
    QuotationFactory.create(source=post)
    page = opened("/organisations/union/")
    assert "A letter of theirs" in page.text
    assert "A secret of theirs" not in page.html
    assert "A blog post of theirs" in page.text
    assert "/statements/?organisation=union" in page.links


def test_slug_that_comes_back_leads_in_no_circle(union: Stakeholder) -> None:
    for slug in ("new-union", "union"):
        union.slug = slug
        union.save()
    assert Client().get("/organisations/union/").status_code == 200
    answer = Client().get("/organisations/new-union/?as_of=2019-01-01")
    assert answer["Location"] == "/organisations/union/?as_of=2019-01-01"


def test_whoever_was_asked_for_an_organisation_alone_is_not_silent_on_any_page(
    union: Stakeholder,
) -> None:
    jobs = PropositionFactory.create(slug="jobs")
    officer = PersonFactory.create(name="Pat Officer", slug="pat-officer")
    asked = said(union, kind=StatementKind.NO_REPLY, date_edtf="2018-06-18", derive=False)
    asked.asked_about.set([jobs])
    AttributionFactory.create(
        statement=asked, stakeholder=officer, on_behalf_of=union, capacity=Capacity.ORGANISATIONAL
    )
    derivation.refresh([asked.pk])
    silence = f"no reply: {asked.title}"
    assert silence in opened("/organisations/union/").text
    assert silence not in opened("/people/pat-officer/").text
    of_officer = opened("/positions/evidence/?person=pat-officer&proposition=jobs").text
    assert asked.title in opened("/positions/evidence/?organisation=union&proposition=jobs").text
    assert asked.title not in of_officer
    assert "Previous change 18 June 2018" in opened("/organisations/union/").text
    assert "Previous change" not in opened("/people/pat-officer/?as_of=2020-01-01").text
