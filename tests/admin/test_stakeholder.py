"""Organisations and people: two lists over one table."""

from __future__ import annotations

from django.test import Client

from positions.choices import StakeholderKind
from positions.models import IndexEntry, Person, Stakeholder
from tests.admin.forms import errors_of, opened
from tests.factories import (
    AliasFactory,
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
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


def completed(editor: Client, model: str, field: str, typed: str) -> list[str]:
    """What a box that completes names offers for what is typed."""
    asked = {"app_label": "positions", "model_name": model, "field_name": field, "term": typed}
    results = editor.get("/admin/autocomplete/", asked).json()["results"]
    return [result["id"] for result in results]


def test_boxes_complete_names_by_the_words_that_readers_find_them_by(editor: Client) -> None:
    made = StakeholderFactory.create(name="Société Example-Union", abbreviation="SEU")
    AliasFactory.create(stakeholder=made, name="The old name")
    for typed in ("societe", "exam", "union société", "seu", "old na"):
        assert completed(editor, "attribution", "stakeholder", typed) == [str(made.pk)], typed
    for typed in ("nion", "old -name", "-old", "("):
        assert completed(editor, "attribution", "stakeholder", typed) == [], typed
    law = PropositionFactory.create(text="Zebras need a licence.")
    assert completed(editor, "assessment", "proposition", "licen") == [str(law.pk)]


def test_an_alias_that_is_taken_away_finds_nobody_any_more(editor: Client) -> None:
    made = StakeholderFactory.create(name="Example Union")
    AliasFactory.create(stakeholder=made, name="The old name")
    address = change("organisation", made.pk)
    fields = opened(editor, address)
    assert editor.post(address, {**fields, "aliases-0-name": "Another"}).status_code == 302
    assert completed(editor, "attribution", "stakeholder", "another") == [str(made.pk)]
    assert completed(editor, "attribution", "stakeholder", "old") == []
    fields = opened(editor, address)
    assert editor.post(address, {**fields, "aliases-0-DELETE": "on"}).status_code == 302
    assert completed(editor, "attribution", "stakeholder", "another") == []


def test_a_name_that_is_brought_back_is_found_again(editor: Client) -> None:
    made = StakeholderFactory.create(name="Before")
    made.name = "After"
    made.save()
    first = made.history.earliest().history_date.isoformat()
    editor.post(f"/admin/positions/organisation/{made.pk}/history/{first}/")
    assert completed(editor, "attribution", "stakeholder", "before") == [str(made.pk)]
    assert completed(editor, "attribution", "stakeholder", "after") == []
