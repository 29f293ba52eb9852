"""The pages for what cannot be shown."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
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
        "stakeholder": "/organisations/x/",
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
