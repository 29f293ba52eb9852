"""No public address fails, whatever is sent to it; what is refused has its reason."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from django.templatetags.static import static
from django.test import Client

from tests.addresses.hostile import DIGITS, HEADERS, METHODS, SEGMENTS, VALUES
from tests.addresses.public import NOWHERE, QUERY, Address, table, with_query
from tests.addresses.reasons import trouble
from tests.cast import Cast
from tracker.caching import CURRENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
ONE_OF_EACH = [next(each.paths(["plea"])) for each in table()]
# One address for each form that an answer can have: a list, one noun, a picture, data …
ONE_OF_A_KIND = list({(PurePosixPath(p).suffix, "plea" in p): p for p in ONE_OF_EACH}.values())
HTML = "text/html; charset=utf-8"


CLIENT = Client(raise_request_exception=False)  # which has no session


def failed(path: str, method: str = "GET", **options: Any) -> str:
    CLIENT.cookies.clear()
    return trouble(path, CLIENT.generic(method, path, **options))


@pytest.mark.parametrize("key", QUERY)
def test_no_value_in_a_query_string_makes_a_page_fail(key: str) -> None:
    """Each key has each value at some address, and each address a third of the keys."""
    values, found = list(VALUES.values()), {}
    for place, address in enumerate(table(), QUERY.index(key)):
        if place % 3:
            continue
        paths = list(address.paths(["plea"]))
        value = values[place % len(values)]
        found[address.name] = failed(with_query(paths[place % len(paths)], (key, value)))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("kind", VALUES)
def test_no_value_in_all_of_a_query_string_makes_a_page_fail(kind: str) -> None:
    every = tuple((key, VALUES[kind]) for key in QUERY)
    some = ONE_OF_EACH[list(VALUES).index(kind) % 3 :: 3]
    found = {path: failed(with_query(path, *every)) for path in some}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("key", QUERY)
def test_no_repeated_or_nested_key_makes_a_page_fail(key: str) -> None:
    repeated = tuple((key, str(n)) for n in range(60))
    nested = ((f"{key}[]", "1"), (f"{key}[a][b]", "1"))
    at = [path for path in ONE_OF_EACH if "plea" not in path][QUERY.index(key) % 3 :: 3]
    found = {path: failed(with_query(path, *repeated)) for path in at}
    found[f"{at[0]} nested"] = failed(with_query(at[0], *nested))
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("address", [each for each in table() if each.has_slug])
def test_no_value_in_a_path_makes_a_page_fail(address: Address) -> None:
    found = {
        kind: failed(path) for kind, value in SEGMENTS.items() for path in address.paths([value])
    }
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@pytest.mark.drawn
@pytest.mark.parametrize("headers", HEADERS, ids=" ".join)
def test_no_header_makes_a_page_fail(headers: dict[str, str]) -> None:
    found = {path: failed(path, headers=headers) for path in [*ONE_OF_A_KIND, *NOWHERE]}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.drawn
@pytest.mark.parametrize("method", METHODS)
def test_whoever_writes_is_told_that_it_can_only_be_read(method: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    for path in ONE_OF_EACH:
        has_form = path.endswith("/report/")
        if has_form and method == "POST":
            continue
        answer = client.generic(method, path, b"a=1", "application/x-www-form-urlencoded")
        assert (path, answer.status_code) == (path, 405)
        allowed = "GET, HEAD, POST" if has_form else "GET, HEAD"
        assert (answer["Allow"], answer["Cache-Control"]) == (allowed, CURRENT)
        assert not trouble(path, answer)
        expected = (
            "application/json"
            if path.endswith(".json")
            else HTML
            if path.endswith("/")
            else "text/plain; charset=utf-8"
        )
        assert (path, answer["Content-Type"]) == (path, expected)


@pytest.mark.drawn
def test_what_is_not_there_is_told_in_the_format_asked_for(client: Client) -> None:
    answer = client.get("/statements/unheard-of/cite.json")
    assert answer.status_code == 404
    assert "unheard-of" in json.loads(answer.content)["problems"][0]["message"]
    answer = client.get("/statements/unheard-of/cite.bib")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")


@pytest.mark.drawn
def test_head_is_answered_as_get_is_without_a_body(cast: Cast) -> None:
    client = Client()
    for path in [*ONE_OF_EACH, *NOWHERE, f"/statements/{cast.statements['draft'].slug}/"]:
        got, head = client.get(path), client.head(path)
        assert (path, head.status_code) == (path, got.status_code)
        assert (path, head.getvalue()) == (path, b"")
        for name in ("Content-Type", "Cache-Control", "Location"):
            assert (path, head.get(name)) == (path, got.get(name))


STATIC_FILE = "positions/public/base.css"
RANGES = (
    *(f"bytes={DIGITS}-", f"bytes=0-{DIGITS}", f"bytes=-{DIGITS}", "bytes=5-1", "bytes=--1"),
    *(
        "bytes=-",
        "bytes=",
        "bytes=²-٣",
        "bytes=0-0,-1",
        "bytes=" + "0-0," * 2000,
        "rows=1-2",
        "\x7f",
    ),
    *("bytes=-1", "bytes=0-0", "bytes=99999999-"),
)


@pytest.mark.drawn
@pytest.mark.parametrize("asked", RANGES)
def test_no_range_makes_a_static_file_fail(asked: str) -> None:
    path = static(STATIC_FILE)
    answer = CLIENT.get(path, headers={"Range": asked.encode().decode("latin-1")})
    assert answer.status_code in {200, 206, 416}
    body = answer.getvalue()
    assert answer.status_code == 416 or 0 < len(body) <= len(CLIENT.get(path).getvalue())
