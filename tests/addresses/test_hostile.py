"""No public address fails, whatever is sent to it; what is refused has its reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from tests.addresses.hostile import HEADERS, METHODS, SEGMENTS, VALUES
from tests.addresses.public import NOWHERE, QUERY, Address, plain_paths, table, with_query
from tests.addresses.reasons import trouble
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
PATHS = plain_paths()
ONE_OF_EACH = [next(each.paths(["plea"])) for each in table()]
HTML = "text/html; charset=utf-8"


def failed(path: str, method: str = "GET", **options: Any) -> str:
    client = Client(raise_request_exception=False)
    return trouble(path, client.generic(method, path, **options))


@pytest.mark.parametrize("kind", VALUES)
def test_no_value_in_a_query_string_makes_a_page_fail(kind: str) -> None:
    value = VALUES[kind]
    every = tuple((key, value) for key in QUERY)
    found = {}
    for path in [*PATHS, *ONE_OF_EACH]:
        asked = [every] if path in ONE_OF_EACH and path not in PATHS else [every, *zip(every)]
        for pairs in asked:
            if wrong := failed(with_query(path, *pairs)):
                found[path, pairs[0][0], len(pairs)] = wrong
    assert found == {}


@pytest.mark.parametrize("path", PATHS)
def test_no_repeated_or_nested_key_makes_a_page_fail(path: str) -> None:
    repeated = [[(key, str(n)) for n in range(60)] for key in QUERY]
    nested = [(f"{key}[]", "1") for key in QUERY] + [(f"{key}[a][b]", "1") for key in QUERY]
    found = {pairs[0][0]: failed(with_query(path, *pairs)) for pairs in [*repeated, nested]}
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("address", [each for each in table() if each.has_slug])
def test_no_value_in_a_path_makes_a_page_fail(address: Address) -> None:
    found = {
        kind: failed(path) for kind, value in SEGMENTS.items() for path in address.paths([value])
    }
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("headers", HEADERS, ids=" ".join)
def test_no_header_makes_a_page_fail(headers: dict[str, str]) -> None:
    found = {path: failed(path, headers=headers) for path in [*ONE_OF_EACH, *NOWHERE]}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("method", METHODS)
def test_whoever_writes_is_told_that_it_can_only_be_read(method: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    for path in ONE_OF_EACH:
        answer = client.generic(method, path, b"a=1", "application/x-www-form-urlencoded")
        assert (path, answer.status_code) == (path, 405)
        assert answer["Allow"] == "GET, HEAD"
        assert not trouble(path, answer)
        expected = (
            "application/json"
            if path.endswith(".json")
            else HTML
            if path.endswith("/")
            else "text/plain; charset=utf-8"
        )
        assert (path, answer["Content-Type"]) == (path, expected)


def test_what_is_not_there_is_told_in_the_format_asked_for(client: Client) -> None:
    answer = client.get("/statements/unheard-of/cite.json")
    assert answer.status_code == 404
    assert "unheard-of" in json.loads(answer.content)["problems"][0]["message"]
    answer = client.get("/statements/unheard-of/cite.bib")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")


def test_head_is_answered_as_get_is_without_a_body(cast: Cast) -> None:
    client = Client()
    for path in [*ONE_OF_EACH, *NOWHERE, f"/statements/{cast.statements['draft'].slug}/"]:
        got, head = client.get(path), client.head(path)
        assert (path, head.status_code) == (path, got.status_code)
        assert (path, head.getvalue()) == (path, b"")
        for name in ("Content-Type", "Cache-Control", "Location"):
            assert (path, head.get(name)) == (path, got.get(name))
