"""Texts that everybody may read leave compressed; what an account sees, and pictures, do not."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker

from tests.addresses import editors
from tests.addresses.public import Address, put_every_state, table
from tests.conftest import written_once
from tests.factories import StakeholderFactory
from tracker.caching import CURRENT, NOWHERE
from tracker.compression import CompressedWhenPublic

ACCEPT = {"Accept-Encoding": "gzip"}
LONG = "A sentence that is said again. " * 100
# One of each noun; and what is gone, moved, or was never there.
SLUGS = ("plea", "aclu", "guliani", "faces", "sales", "article", "taken-back", "renamed", "no-such")


@pytest.fixture(scope="module")
def every_state(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with written_once(django_db_blocker, put_every_state):
        yield


def on_its_way(answer: Any) -> Any:
    return CompressedWhenPublic(lambda _: answer)(RequestFactory().get("/", headers=ACCEPT))


def body_of(answer: HttpResponseBase) -> bytes:
    return b"".join(answer)


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
@pytest.mark.parametrize("address", table(), ids=lambda address: address.name)
def test_every_public_text_leaves_compressed_and_says_the_same(address: Address) -> None:
    client = Client()
    for path in address.paths(SLUGS):
        with patch("django.core.signing.time.time", return_value=time.time()):  # some sign it
            plain, answer = client.get(path), client.get(path, headers=ACCEPT)
        body, whole = body_of(answer), body_of(plain)
        if "Content-Encoding" in answer:
            assert answer["Content-Encoding"] == "gzip"
            assert "Accept-Encoding" in answer["Vary"]
            assert "Accept-Encoding" in plain["Vary"]
            assert gzip.decompress(body) == whole
        else:
            assert body == whole
            is_picture = plain["Content-Type"].startswith("image/png")
            assert is_picture or plain.streaming or len(whole) < 1000


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/statements/",
        "/statements.json",
        "/statements.csv",
        "/statements.atom",
        "/sitemap.xml",
    ],
)
def test_each_format_leaves_compressed(path: str) -> None:
    assert Client().get(path, headers=ACCEPT)["Content-Encoding"] == "gzip"


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
def test_no_page_of_an_account_and_none_with_a_token_is_compressed() -> None:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("another-superuser"))
    StakeholderFactory.create(slug="amazon-again")
    n_with_token = 0
    for path in map(editors.filled, dict.fromkeys(editors.routes())):
        answer = client.get(path, headers=ACCEPT)
        assert (path, "Content-Encoding" in answer) == (path, False)
        n_with_token += b"csrfmiddlewaretoken" in body_of(answer)
    assert n_with_token > 5
    assert "Content-Encoding" not in Client().get("/admin/login/", headers=ACCEPT)


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
def test_what_was_kept_compressed_is_not_sent_again_while_it_has_not_changed() -> None:
    first = Client().get("/statements/plea/", headers=ACCEPT)
    again = Client().get("/statements/plea/", headers={**ACCEPT, "If-None-Match": first["ETag"]})
    assert (first["Content-Encoding"], again.status_code, again.content) == ("gzip", 304, b"")


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
def test_head_tells_the_length_that_get_has_compressed() -> None:
    got, asked = (getattr(Client(), way)("/", headers=ACCEPT) for way in ("get", "head"))
    assert got["Content-Encoding"] == asked["Content-Encoding"] == "gzip"
    assert got["Content-Length"] == asked["Content-Length"] == str(len(got.content))


@pytest.mark.parametrize(
    ("media", "policy", "is_compressed"),
    [
        ("text/html; charset=utf-8", CURRENT, True),
        ("image/svg+xml", CURRENT, True),
        ("application/atom+xml; charset=utf-8", CURRENT, True),
        ("application/vnd.oai.openapi+json", CURRENT, True),
        ("text/html; charset=utf-8", NOWHERE, False),
        ("image/png", CURRENT, False),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CURRENT, False),
    ],
)
def test_what_is_public_text_is_told_by_its_headers(
    media: str, policy: str, is_compressed: bool
) -> None:
    answer = HttpResponse(LONG, content_type=media, headers={"Cache-Control": policy})
    sent = on_its_way(answer)
    assert ("Content-Encoding" in sent) == is_compressed


def test_a_stream_leaves_while_it_is_made() -> None:
    """Only a little more is made than has been sent, so that memory does not grow with the rows."""
    n_made = 0

    def lines() -> Iterator[bytes]:
        nonlocal n_made
        for number in range(2000):
            n_made += 1
            yield b"".join(b"%d," % (number * each * 7919 % 100_003) for each in range(200))

    answer = StreamingHttpResponse(lines(), content_type="text/csv")
    sent = on_its_way(answer)
    reading = zlib.decompressobj(wbits=31)
    n_read = longest_way_behind = largest = 0
    for piece in sent:
        n_read += len(reading.decompress(piece))
        largest = max(largest, len(piece))
        longest_way_behind = max(longest_way_behind, n_made * 1200 - n_read)
    assert n_made == 2000
    assert largest < 100_000
    assert longest_way_behind < 500_000
