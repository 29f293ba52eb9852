"""The pages of all nouns but statements, and what a change of one carries along."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.choices import QuotationCheck, StakeholderKind, Stance
from positions.models import IndexEntry, Person, Source, Stakeholder
from tests.admin.forms import errors_of, messages_of, opened
from tests.factories import (
    AliasFactory,
    AttributionFactory,
    CaptureFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)


def change(noun: str, pk: int) -> str:
    return f"/admin/positions/{noun}/{pk}/change/"


def suggestions(client: Client, term: str, model: str, field: str) -> list[str]:
    answer = client.get(
        "/admin/autocomplete/",
        {"term": term, "app_label": "positions", "model_name": model, "field_name": field},
    )
    return [each["text"] for each in answer.json()["results"]]


@pytest.mark.parametrize("term", ["Exam", "elu", "libert", "union exam", "shor"])
def test_stakeholder_is_completed_by_any_of_its_names_and_told_by_kind(
    editor: Client, term: str
) -> None:
    group = StakeholderFactory.create(
        name="Example Liberties Union", abbreviation="ELU", kind=StakeholderKind.ADVOCACY
    )
    AliasFactory.create(stakeholder=group, name="Shorter")
    found = suggestions(editor, term, "attribution", "stakeholder")
    assert found == ["Example Liberties Union (ELU) · Advocacy group"]


def test_source_is_completed_with_its_date(editor: Client) -> None:
    SourceFactory.create(title="Example article", date_edtf="2018-06")
    assert suggestions(editor, "article", "quotation", "source") == ["Example article · June 2018"]


def test_index_offers_organisations_and_people_but_not_the_table_behind_them(
    editor: Client,
) -> None:
    page = editor.get("/admin/").content.decode()
    assert "/admin/positions/organisation/" in page
    assert "/admin/positions/person/" in page
    assert "/admin/positions/stakeholder/" not in page


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


def test_changed_topic_of_a_proposition_reaches_the_index_of_lists(editor: Client) -> None:
    proposition, topic = PropositionFactory.create(), TopicFactory.create()
    said(on={proposition: Stance.OPPOSES})
    address = change("proposition", proposition.pk)
    editor.post(address, {**opened(editor, address), "topic": topic.pk})
    assert IndexEntry.objects.get().topic == topic


def test_stakeholder_who_made_a_statement_is_not_deleted(administrator: Client) -> None:
    made = AttributionFactory.create()
    address = f"/admin/positions/organisation/{made.stakeholder_id}/delete/"
    administrator.post(address, {"post": "yes"})
    assert Stakeholder.objects.filter(pk=made.stakeholder_id).exists()


def test_text_pasted_to_a_source_checks_all_its_quotations(editor: Client) -> None:
    source = SourceFactory.create()
    there, not_there = (
        QuotationFactory.create(source=source, exact=words)
        for words in ("Example words.", "Words of another.")
    )
    address = change("source", source.pk)
    fields = {**opened(editor, address), "captures-0-text": "Before.\r\nExample words."}
    page = editor.post(address, fields, follow=True)
    assert "matches exactly: 1, not found: 1" in messages_of(page)
    there.refresh_from_db()
    not_there.refresh_from_db()
    assert (there.check_result, there.start) == (QuotationCheck.EXACT, 8)
    assert not_there.check_result == QuotationCheck.NOT_FOUND


def test_same_text_is_kept_once(editor: Client) -> None:
    capture = CaptureFactory.create(text="Example text.")
    address = change("source", capture.source_id)
    fields = opened(editor, address)
    row = int(fields["captures-INITIAL_FORMS"])
    page = editor.post(address, {**fields, f"captures-{row}-text": "Example text."})
    assert "kept already" in errors_of(page)
    assert capture.source.captures.count() == 1


def test_second_source_at_an_address_is_refused_with_a_link(editor: Client) -> None:
    known = SourceFactory.create(url="https://example.org/a")
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "Same", "kind": "article"}
    page = editor.post(add, {**fields, "url": "http://www.example.org/a/"})
    assert f'href="{change("source", known.pk)}"' in page.content.decode()
    assert Source.objects.count() == 1


def test_printed_date_without_anything_to_relate_it_to_asks_for_more(editor: Client) -> None:
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "New", "kind": "article", "date_edtf": "last month"}
    assert "“last month” was not understood by itself" in errors_of(editor.post(add, fields))


def test_words_typed_into_a_refused_date_are_shown_as_text(editor: Client) -> None:
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "", "date_edtf": "May 2018"}
    page = editor.post(add, fields).content.decode()
    assert "“May 2018” was understood as May 2018 (2018-05)." in page


@pytest.mark.parametrize(
    "noun", ["organisation", "person", "source", "topic", "proposition", "stakeholder"]
)
def test_lists_cost_the_same_for_more_rows(editor: Client, noun: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as run:
            assert editor.get(f"/admin/positions/{noun}/").status_code == 200
        return len(run)

    def more() -> None:
        said(StakeholderFactory.create(), on={PropositionFactory.create(): Stance.OPPOSES})
        said(PersonFactory.create())
        SourceFactory.create(publisher=StakeholderFactory.create())

    more()
    cost()
    first = cost()
    for _ in range(3):
        more()
    assert cost() == first


def test_statement_page_costs_the_same_for_more_signatories(editor: Client) -> None:
    def cost(count: int) -> int:
        statement = said(*StakeholderFactory.create_batch(count))
        with CaptureQueriesContext(connection) as run:
            page = editor.get(change("statement", statement.pk)).content.decode()
        assert page.count("selected>Example Organisation") == count
        return len(run)

    cost(1)
    assert cost(12) == cost(2)
