"""One object as data is the record that its list has, whatever the noun."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import CorrectionKind, WorkflowState
from positions.listing import AnyDeclaration
from positions.views.declarations import DECLARATIONS
from tests.cast import Cast
from tests.factories import CorrectionFactory, TopicFactory, said

pytestmark = pytest.mark.usefixtures("cast")

ADDRESSED = [each for each in DECLARATIONS if each.objects]
by_noun = pytest.mark.parametrize("declaration", ADDRESSED, ids=lambda each: each.noun)


def test_every_noun_with_pages_of_its_own_has_records_of_its_own() -> None:
    assert {each.noun for each in ADDRESSED} == {
        *("statement", "organisation", "person", "proposition", "topic", "source")
    }


@by_noun
def test_a_record_is_the_one_in_the_list(client: Client, declaration: AnyDeclaration) -> None:
    listed = client.get(declaration.data_url("json")).json()["results"]
    assert listed
    for record in listed:
        answer = client.get(declaration.record_url(record["slug"]))
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.json() == record
        assert (
            record["url"].rstrip("/") + ".json" == f"http://testserver{answer.request['PATH_INFO']}"
        )


@by_noun
def test_what_is_not_there_says_so_in_json(client: Client, declaration: AnyDeclaration) -> None:
    answer = client.get(declaration.record_url("nobody-of-that-name"))
    assert answer.status_code == 404
    assert "nobody-of-that-name" in answer.json()["problems"][0]["message"]


@by_noun
def test_a_key_that_changes_nothing_is_refused(client: Client, declaration: AnyDeclaration) -> None:
    [first, *_] = client.get(declaration.data_url("json")).json()["results"]
    answer = client.get(declaration.record_url(first["slug"]), {"topic": "faces"})
    assert answer.status_code == 400
    assert answer.json()["problems"][0]["key"] == "topic"


def test_a_record_is_read_as_of_the_day_asked(client: Client) -> None:
    for day, stands in (("2018-05-23", False), ("2019-01-01", True)):
        [listed] = [
            each
            for each in client.get("/organisations.json", {"as_of": day}).json()["results"]
            if each["slug"] == "aclu"
        ]
        record = client.get("/organisations/aclu.json", {"as_of": day}).json()
        assert record == listed
        assert bool(record["positions"]) == stands
    assert client.get("/organisations/aclu.json", {"as_of": "May"}).status_code == 400


def test_who_was_taken_for_the_other_kind_is_found_there(client: Client) -> None:
    answer = client.get("/organisations/guliani.json")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/guliani.json")


def test_a_former_name_leads_to_the_present_record(client: Client) -> None:
    topic = TopicFactory.create(slug="once")
    topic.slug = "now"
    topic.save()
    answer = client.get("/topics/once.json")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/topics/now.json")


def test_a_withdrawn_statement_says_why_and_a_draft_is_nowhere(client: Client, cast: Cast) -> None:
    draft = said(slug="unread", state=WorkflowState.DRAFT)
    assert client.get(f"/statements/{draft.slug}.json").status_code == 404
    taken = said(slug="taken-back")
    taken.state = WorkflowState.WITHDRAWN
    taken.save()
    CorrectionFactory.create(
        statement=taken, kind=CorrectionKind.WITHDRAWN, note="It was somebody else."
    )
    answer = client.get("/statements/taken-back.json")
    assert answer.status_code == 410
    assert "It was somebody else." in answer.json()["problems"][0]["message"]
