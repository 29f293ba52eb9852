"""HEAD is answered with the headers of GET and without a body, as a server in front receives it."""

from __future__ import annotations

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.factories import said


def answer(method: str, path: str) -> tuple[HttpResponseBase, bytes]:
    """The answer and its body as they are handed to the server; the test client drops the body."""
    response = WSGIHandler().get_response(RequestFactory().generic(method, path))
    return response, b"".join(response)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [("/statements/", 200), ("/statements.json", 200), ("/admin/login/", 200), ("/nowhere/", 404)],
)
def test_head_has_the_headers_of_get_and_no_body(path: str, status: int) -> None:
    (got, body), (asked, nothing) = answer("GET", path), answer("HEAD", path)
    assert (got.status_code, asked.status_code) == (status, status)
    assert got["Content-Length"] == asked["Content-Length"] == str(len(body))
    assert nothing == b""


@pytest.mark.django_db
def test_head_of_a_streamed_file_reads_no_rows() -> None:
    said()
    with CaptureQueriesContext(connection) as captured:
        response, body = answer("HEAD", "/statements.csv")
    assert (response["Content-Type"], body) == ("text/csv; charset=utf-8", b"")
    assert len(captured) == 0
