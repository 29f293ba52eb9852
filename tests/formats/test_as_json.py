"""Lists as JSON."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.listing import selection

pytestmark = pytest.mark.usefixtures("cast")


def test_a_page_says_how_many_there_are_and_leads_on(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "PAGE_SIZE", 2)
    first = client.get("/statements.json?verbatim=1").json()
    assert (first["total"], first["total_is_capped"], first["previous"]) == (5, False, None)
    assert first["next"].startswith("http://testserver/statements.json?verbatim=1&after=")
    second = client.get(first["next"]).json()
    assert [result["slug"] for result in second["results"]] == ["plea", "private"]
    third = client.get(second["next"]).json()
    assert (len(third["results"]), third["next"]) == (1, None)
    assert client.get(third["previous"]).json()["results"] == second["results"]
    assert client.get(second["previous"]).json()["results"] == first["results"]


def test_addresses_in_it_are_absolute(client: Client) -> None:
    for plural in ("statements", "organisations", "people", "propositions", "topics", "sources"):
        answer = client.get(f"/{plural}.json")
        assert answer["Content-Type"] == "application/json"
        assert b'"url":"http://testserver/' in answer.content
        assert b'"url":"/' not in answer.content


def test_a_refusal_names_key_value_and_cure(client: Client) -> None:
    answer = client.get("/statements.json?stance=agrees")
    assert answer.status_code == 400
    [problem] = answer.json()["problems"]
    assert (problem["key"], problem["value"]) == ("stance", "agrees")
    assert problem["message"].startswith("“agrees” is not known. Write one of: strongly_supports")
