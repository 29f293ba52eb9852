"""The pages for what cannot be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from positions.formats import as_html
from positions.listing import BadQuery, Problem
from positions.views import errors
from positions.views.declarations import STATEMENTS
from tests.views.pages import Page, opened


def test_server_error_needs_no_database() -> None:
    # Not marked for the database: pytest-django refuses every query.
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "It is our fault" in answer.content.decode()


def test_server_error_promises_only_what_it_knows() -> None:
    read = errors.server_error(RequestFactory().get("/")).content.decode()
    written = errors.server_error(RequestFactory().post("/")).content.decode()
    assert "Nothing was changed" not in read + written
    assert "Look whether what you sent was saved" in written


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/statements/", "text/html; charset=utf-8"),
        ("/statements.json", "application/json"),
        ("/statements/x/cite.json", "application/json"),
        ("/statements.csv", "text/plain; charset=utf-8"),
        ("/statements.atom", "text/plain; charset=utf-8"),
        ("/statements/x/cite.bib", "text/plain; charset=utf-8"),
        ("/statements/x/card.png", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "text/plain; charset=utf-8"),
    ],
)
@pytest.mark.parametrize(
    "told", [errors.server_error, errors.database_away, errors.database_locked]
)
def test_failure_is_told_in_the_form_that_was_asked_for(
    told: Callable[[HttpRequest], HttpResponse], path: str, content_type: str
) -> None:
    answer = told(RequestFactory().get(path))
    assert answer["Content-Type"] == content_type
    is_page = content_type.startswith("text/html")
    assert ("<html" in answer.content.decode()) is is_page
    assert ("Access-Control-Allow-Origin" in answer) is not is_page


@pytest.mark.parametrize("told", [errors.database_away, errors.database_locked])
def test_database_trouble_is_temporary_and_kept_by_nobody(
    told: Callable[[HttpRequest], HttpResponse],
) -> None:
    answer = told(RequestFactory().get("/"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "no-store" in answer["Cache-Control"]


def posted(data: dict[str, Any]) -> HttpRequest:
    """A form that has passed the check against forgery."""
    request = RequestFactory().post("/admin/?next=%2F", data)
    request.csrf_processing_done = True  # type: ignore[attr-defined]
    return request


def test_file_that_cannot_be_kept_is_to_be_chosen_again() -> None:
    file = SimpleUploadedFile("letter & more.pdf", b"%PDF")
    page = errors.database_away(posted({"title": "Typed", "file": file})).content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert "Choose “letter &amp; more.pdf” again" in page
    assert '<input type="file" name="file" required>' in page
    assert '<input type="hidden" name="title" value="Typed">' in page
    assert 'action="/admin/?next=%2F"' in page


def test_what_may_be_forged_is_not_offered_to_be_sent() -> None:
    request = RequestFactory().post("/admin/", {"title": "Forged"})
    assert "Forged" not in errors.database_away(request).content.decode()


def test_failure_in_a_frame_is_told_there() -> None:
    answer = errors.database_away(RequestFactory().get("/statements/x/embed/"))
    assert getattr(answer, "xframe_options_exempt", False) is True
    assert "The database cannot be reached" in answer.content.decode()
    assert "no longer, published" not in answer.content.decode()


def test_refusals_have_their_status() -> None:
    request = RequestFactory().get("/")
    assert errors.bad_request(request, SuspiciousOperation("inside")).status_code == 400
    assert errors.permission_denied(request, PermissionDenied("inside")).status_code == 403


def test_refusal_keeps_what_the_machine_says_to_itself() -> None:
    answer = errors.bad_request(RequestFactory().get("/"), SuspiciousOperation("inside"))
    assert "inside" not in answer.content.decode()


def test_not_found_names_the_address() -> None:
    page = opened("/nothing/here/")
    assert page.status == 404
    assert "/nothing/here/" in page.text


def test_not_found_gives_the_reason_where_there_is_one() -> None:
    answer = errors.page_not_found(RequestFactory().get("/"), Http404("There is no “x” here."))
    assert "There is no “x” here." in Page(answer.content.decode()).text


@pytest.mark.django_db
def test_unknown_slug_is_not_found_by_its_noun() -> None:
    for noun, address in {
        "organisation or person": "/organisations/x/",
        "proposition": "/propositions/x/",
        "source": "/sources/x/",
        "statement": "/statements/x/",
        "topic": "/topics/x/",
    }.items():
        page = opened(address)
        assert page.status == 404
        assert f"There is no {noun} “x” here." in page.text


@pytest.mark.django_db
def test_refused_query_names_key_value_and_cure() -> None:
    page = opened("/statements/?stance=sideways")
    assert page.status == 400
    assert "stance=sideways" in page.text
    assert "strongly_supports" in page.text
    assert "/statements/" in page.links


def test_refused_query_leads_to_what_may_have_been_meant() -> None:
    meant = ("Example Union", "/statements/?organisation=union")
    problem = Problem("organisation", "unoin", "Nobody has this name.", (meant,))
    given = {"organisation": ["unoin"], "kind": ["email"]}
    refused = BadQuery(STATEMENTS, [problem], "/statements/", given)
    answer = as_html.refusal(RequestFactory().get("/statements/"), refused)
    page = Page(answer.content.decode(), answer.status_code)
    assert page.status == 400
    assert "Example Union" in page.text
    assert meant[1] in page.links
    assert "Only the filters that were understood" in page.text
    assert "/statements/?kind=email" in page.links


@pytest.mark.django_db
def test_refused_query_of_which_nothing_was_understood_leads_to_the_whole_list() -> None:
    page = opened("/statements/?stance=sideways")
    assert "Only the filters that were understood" not in page.text
    assert "Statements, without filters" in page.text
