"""The lists as data: what each format answers, and to whom."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import assembled

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("suffix", ["json", "csv", "atom"])
def test_scripts_of_other_sites_may_read_data(client: Client, suffix: str) -> None:
    assert client.get(f"/statements.{suffix}")["Access-Control-Allow-Origin"] == "*"
    assert client.get(f"/statements.{suffix}?x=1")["Access-Control-Allow-Origin"] == "*"


def test_scripts_of_other_sites_may_not_read_pages(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/statements/")


@pytest.mark.parametrize("suffix", ["csv", "atom"])
def test_a_file_and_a_feed_have_no_pages(client: Client, suffix: str) -> None:
    [problem] = client.get(f"/statements.{suffix}?page=2").json()["problems"]
    assert problem["key"] == "page"


def test_names_and_blanks_are_understood_without_a_detour(client: Client) -> None:
    assembled()
    answer = client.get("/statements.json?organisation=Amazon&q=&from=")
    assert answer.json()["total"] == 3


@pytest.mark.parametrize("address", ["/nothing.json", "/statements/x.csv", "/a/b.atom"])
def test_unknown_data_are_not_found_in_json(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    [problem] = answer.json()["problems"]
    assert problem["value"] == address


def test_what_may_be_meant_is_offered_in_the_same_format(client: Client) -> None:
    assembled()
    [problem] = client.get("/statements.json?organisation=amaz").json()["problems"]
    assert problem["instead"] == [
        {"label": "Amazon", "url": "http://testserver/statements.json?organisation=amazon"}
    ]


@pytest.mark.parametrize("address", ["/statements.json", "/statements.atom", "/statements/"])
def test_what_has_not_changed_is_not_sent_again(client: Client, address: str) -> None:
    assembled()
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_another_format_is_not_found(client: Client) -> None:
    assert client.get("/statements.xml").status_code == 404


def test_data_is_only_read(client: Client) -> None:
    answer = client.post("/statements.json")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert "read, not written" in answer.json()["problems"][0]["message"]
    assert client.post("/api/openapi.json").status_code == 405


def test_data_sets_no_cookie(client: Client) -> None:
    assert not client.get("/statements.json").cookies
