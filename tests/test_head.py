"""HEAD is answered with the headers of GET and without a body, as a server in front receives it."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import said
from tracker.wsgi import application


def answer(method: str, path: str) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body as the WSGI application hands them on."""
    told: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:
        told.extend((status, headers))
        return io.BytesIO().write

    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    response: Any = application(environ, start)
    with closing(response):
        return told[0], dict(told[1]), b"".join(response)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/statements/", "200 OK"),
        ("/statements.json", "200 OK"),
        ("/admin/login/", "200 OK"),
        ("/static/positions/site.js", "200 OK"),
        ("/nowhere/", "404 Not Found"),
    ],
)
def test_head_has_the_headers_of_get_and_no_body(path: str, status: str) -> None:
    found = [answer(method, path) for method in ("GET", "HEAD")]
    assert [each[0] for each in found] == [status] * 2
    assert [each[1]["Content-Length"] for each in found] == [str(len(found[0][2]))] * 2
    assert found[1][2] == b""


@pytest.mark.django_db
def test_head_of_a_streamed_file_reads_no_rows() -> None:
    said()
    with CaptureQueriesContext(connection) as captured:
        _, headers, body = answer("HEAD", "/statements.csv")
    assert (headers["Content-Type"], body) == ("text/csv; charset=utf-8", b"")
    assert len(captured) == 0
