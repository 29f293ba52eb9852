"""Lists that answer in place: an open page is given what changes in it, and its new address."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("cast")


def exchanged(address: str, shown: str = "/statements/") -> Any:
    """What htmx is answered, on a page that shows another address."""
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{shown}"}
    return Client().get(address, headers=headers)


def between(beginning: str, end: str, text: str) -> str:
    return text.partition(beginning)[2].partition(end)[0]


def test_an_open_page_is_given_its_content_and_title_alone() -> None:
    text = exchanged("/statements/?stance=opposes").content.decode()
    assert text.lstrip().startswith("<title>Statements, opposes ·")
    assert "<html" not in text
    assert text.count('id="results"') == text.count('id="filter-fields"') == 1


def test_what_is_exchanged_is_what_the_page_itself_has() -> None:
    whole = Client().get("/statements/?stance=opposes").content.decode()
    part = exchanged("/statements/?stance=opposes").content.decode()
    for beginning, end in (
        ('<div id="filter-fields">', "</form>"),
        ('<section class="results"', "</section>"),
    ):
        expected = between(beginning, end, whole)
        assert expected
        assert between(beginning, end, part) == expected


def test_the_number_of_results_is_announced_only_when_it_changes_in_place() -> None:
    announced = '<p class="unseen" role="status" id="told">{}</p>'
    assert announced.format("1 found") in exchanged("/statements/?stance=opposes").content.decode()
    whole = Client().get("/statements/?stance=opposes").content.decode()
    assert announced.format("") in whole


def test_the_shortest_address_becomes_the_page_s_own_without_a_second_request() -> None:
    answer = exchanged("/statements/?q=&organisation=ACLU&sort=newest")
    assert answer.status_code == 200
    assert answer["HX-Push-Url"] == "/statements/?organisation=aclu"


def test_an_address_that_is_shown_already_is_no_step_to_go_back() -> None:
    answer = exchanged("/statements/?q=&stance=opposes", shown="/statements/?stance=opposes")
    assert answer["HX-Push-Url"] == "false"


def test_a_refusal_is_shown_in_place_and_leaves_the_address() -> None:
    answer = exchanged("/statements/?from=soon")
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "HX-Push-Url" not in answer
    assert 'id="results"' in text
    assert 'id="told"' in text
    assert "filter-fields" not in text


@pytest.mark.parametrize("query", ["", "?stance=opposes", "?q=", "?from=soon"])
def test_caches_keep_the_two_answers_apart(query: str) -> None:
    for answer in (Client().get(f"/statements/{query}"), exchanged(f"/statements/{query}")):
        assert "HX-Request" in answer["Vary"]
