"""Organisations and people: two lists over one table."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import StakeholderKind
from positions.models import IndexEntry, Person, Stakeholder
from tests.admin.forms import errors_of, fields_of, messages_of, opened
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


@pytest.mark.parametrize("typed", ["Amazon Inc.", "the amazon, inc", "A.Z.N.", "amazn", "AMAZON"])
def test_boxes_complete_whom_a_text_means_and_else_who_is_called_alike(
    editor: Client, typed: str
) -> None:
    made = StakeholderFactory.create(name="Amazon", abbreviation="AZN")
    StakeholderFactory.create(name="Example Anglers", abbreviation="")
    assert completed(editor, "attribution", "stakeholder", typed) == [str(made.pk)]
    suggested = editor.get("/admin/desk/names/", {"q": typed}).json()["results"]
    assert [each["value"] for each in suggested] == ["Amazon"]


def test_whom_a_text_means_stands_before_those_that_have_its_words(editor: Client) -> None:
    other = StakeholderFactory.create(name="Amazing Works Union", abbreviation="")
    meant = StakeholderFactory.create(name="Works Union, Inc.", abbreviation="")
    found = completed(editor, "attribution", "stakeholder", "works union")
    assert found == [str(meant.pk), str(other.pk)]


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


ADD = "/admin/positions/organisation/add/"


@pytest.mark.parametrize(
    "name", ["AMAZON", "Amazon Inc.", "Amazon.com, Inc.", "A.Z.W.", "the shop", "Amázon"]
)
def test_a_second_organisation_of_a_name_is_refused_with_a_link_to_the_first(
    editor: Client, name: str
) -> None:
    first = StakeholderFactory.create(name="Amazon", abbreviation="AZW")
    AliasFactory.create(stakeholder=first, name="The Shop")
    fields = {**opened(editor, ADD), "name": name, "kind": "company", "different": "on"}
    page = editor.post(ADD, fields)
    assert "This is a name of" in errors_of(page)
    link = f'<a href="{change("organisation", first.pk)}">Amazon</a>'
    assert link in page.content.decode()
    assert Stakeholder.objects.count() == 1


def test_a_name_a_letter_off_is_asked_about_and_can_be_kept(editor: Client) -> None:
    first = StakeholderFactory.create(name="Amazon", abbreviation="")
    sent = {**opened(editor, ADD), "name": "Amazone", "kind": "company"}
    page = editor.post(ADD, sent)
    shown = page.content.decode()
    assert "Did you mean" in errors_of(page)
    assert change("organisation", first.pk) in shown
    assert Stakeholder.objects.count() == 1
    kept = fields_of(page)
    assert kept["name"] == "Amazone"
    assert 'type="checkbox" name="different"' in shown
    editor.post(ADD, {**kept, "different": "on"})
    assert Stakeholder.objects.get(name="Amazone").kind == StakeholderKind.COMPANY


def test_an_abbreviation_that_another_has_is_asked_about(editor: Client) -> None:
    StakeholderFactory.create(name="American Example Union", abbreviation="AEU")
    fields = {**opened(editor, ADD), "name": "Anglers of Example", "abbreviation": "A.E.U."}
    page = editor.post(ADD, {**fields, "kind": "advocacy"})
    assert "Did you mean" in errors_of(page)


def test_two_people_may_have_one_name_once_that_was_said(editor: Client) -> None:
    PersonFactory.create(name="Jane Example", abbreviation="")
    add = "/admin/positions/person/add/"
    page = editor.post(add, {**opened(editor, add), "name": "jane example"})
    assert "Did you mean" in errors_of(page)
    editor.post(add, {**fields_of(page), "different": "on"})
    assert Person.objects.count() == 2


def test_whoever_keeps_the_name_is_not_asked(editor: Client) -> None:
    twins = StakeholderFactory.create_batch(2, name="Example Twins")
    address = change("organisation", twins[0].pk)
    sent = {**opened(editor, address), "description": "Changed."}
    assert editor.post(address, sent).status_code == 302
    page = editor.post(address, {**opened(editor, address), "name": "EXAMPLE TWINS"})
    assert "This is a name of" in errors_of(page)


def test_numbered_locals_are_not_taken_for_misprints(editor: Client) -> None:
    StakeholderFactory.create(name="Example Local 12")
    fields = {**opened(editor, ADD), "name": "Example Local 13", "kind": "advocacy"}
    assert editor.post(ADD, fields).status_code == 302


def test_a_name_with_its_abbreviation_is_read_as_lists_read_it(editor: Client) -> None:
    fields = {**opened(editor, ADD), "name": "EWN (Example Works Network)", "kind": "advocacy"}
    page = editor.post(ADD, fields, follow=True)
    assert not errors_of(page)
    assert "was read as the name Example Works Network and its abbreviation EWN" in messages_of(
        page
    )
    made = Stakeholder.objects.get()
    assert (made.name, made.abbreviation) == ("Example Works Network", "EWN")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("AEU (American Example Union)", "This is a name of"),
        ("American Example Union (AEU)", "This is a name of"),
        ("Anglers of Example (AEU)", "Did you mean"),
        ("American Example Union (The Example Union)", "This is a name of"),
    ],
)
def test_a_name_with_its_abbreviation_is_held_against_both_that_are_known(
    editor: Client, name: str, told: str
) -> None:
    first = StakeholderFactory.create(name="American Example Union", abbreviation="AEU")
    AliasFactory.create(stakeholder=first, name="The Example Union")
    page = editor.post(ADD, {**opened(editor, ADD), "name": name, "kind": "advocacy"})
    assert told in errors_of(page)
    assert change("organisation", first.pk) in page.content.decode()
    assert Stakeholder.objects.count() == 1
