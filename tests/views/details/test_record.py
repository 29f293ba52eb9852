"""One object as data is the record that its list has, whatever the noun."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.listing import AnyDeclaration
from positions.views.declarations import DECLARATIONS

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
