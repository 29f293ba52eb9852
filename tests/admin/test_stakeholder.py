"""Organisations and people: two lists over one table."""

from __future__ import annotations

from django.test import Client

from positions.choices import StakeholderKind
from positions.models import IndexEntry, Person, Stakeholder
from tests.admin.forms import errors_of, opened
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    StakeholderFactory,
    said,
)


def change(noun: str, pk: int) -> str:
    return f"/admin/positions/{noun}/{pk}/change/"


def test_organisations_and_people_are_listed_apart(editor: Client) -> None:
    group, person = StakeholderFactory.create(), PersonFactory.create()
    organisations = editor.get("/admin/positions/organisation/").content.decode()
    people = editor.get("/admin/positions/person/").content.decode()
    assert group.name in organisations
    assert person.name not in organisations
    assert person.name in people
    assert group.name not in people


def test_person_is_added_as_a_person_with_the_name_given_in_the_link(editor: Client) -> None:
    add = "/admin/positions/person/add/?name=Example+Person"
    fields = opened(editor, add)
    assert fields["name"] == "Example Person"
    page = editor.post(add, fields)
    assert page.status_code == 302, errors_of(page)
    assert Person.objects.get().kind == StakeholderKind.PERSON


def test_organisation_form_offers_no_person(editor: Client) -> None:
    page = editor.get("/admin/positions/organisation/add/").content.decode()
    assert '<option value="company">' in page
    assert '<option value="person">' not in page


def test_changed_kind_reaches_the_index_of_lists(editor: Client) -> None:
    group = StakeholderFactory.create(kind=StakeholderKind.COMPANY)
    said(group)
    address = change("organisation", group.pk)
    editor.post(address, {**opened(editor, address), "kind": "advocacy"})
    assert IndexEntry.objects.get().voice_kind == StakeholderKind.ADVOCACY


def test_stakeholder_who_made_a_statement_is_not_deleted(administrator: Client) -> None:
    made = AttributionFactory.create()
    address = f"/admin/positions/organisation/{made.stakeholder_id}/delete/"
    administrator.post(address, {"post": "yes"})
    assert Stakeholder.objects.filter(pk=made.stakeholder_id).exists()
