"""Who may keep an answer: nobody what may have changed by the next look, without asking again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker

from positions.choices import WorkflowState
from positions.models import Statement
from positions.views.errors import server_error
from tests.addresses.public import NOWHERE, put_every_state
from tests.conftest import written_once
from tracker.caching import CURRENT, SHARED, WRITTEN, kept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("every_state")]


@pytest.fixture(scope="module")
def every_state(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with written_once(django_db_blocker, put_every_state):
        yield


@pytest.mark.parametrize("path", [*NOWHERE, "/statements", "/statements/plea"])
def test_what_is_not_there_and_what_leads_on_is_asked_about_again(path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code in {301, 404}
    assert answer["Cache-Control"] == CURRENT


def test_what_has_not_changed_says_so_again_with_the_same_rule() -> None:
    client = Client()
    for path in ("/statements/plea/", "/statements.json", "/statements/plea/card.png"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (path, again.status_code, again.content) == (path, 304, b"")
        assert again["Cache-Control"] == first["Cache-Control"]


def test_what_is_published_again_is_shown_to_whoever_kept_that_it_is_withdrawn() -> None:
    client = Client()
    gone = client.get("/statements/taken-back/")
    assert gone.status_code == 410
    kept_tag = {"If-None-Match": gone.get("ETag", '"none"')}
    assert client.get("/statements/taken-back/", headers=kept_tag).status_code == 410
    back = Statement.objects.get(slug="taken-back")
    back.state = WorkflowState.PUBLISHED
    back.save()
    assert client.get("/statements/taken-back/", headers=kept_tag).status_code == 200


def test_what_leads_to_an_account_is_kept_nowhere() -> None:
    assert "no-store" in Client().get("/admin/positions/statement/")["Cache-Control"]
    assert "no-store" in Client().get("/admin/login/")["Cache-Control"]


def test_a_failure_is_kept_nowhere() -> None:
    answer = kept(server_error)(RequestFactory().get("/"))
    assert answer["Cache-Control"] == "no-store, private"


def test_public_pages_are_the_same_for_every_account() -> None:
    editor = Client()
    editor.force_login(User.objects.create_superuser("another-superuser"))
    for path in ("/", "/statements/", "/statements/plea/", "/nothing/"):
        ours, theirs = editor.get(path), Client().get(path)
        assert ours.content == theirs.content
        assert ours["Cache-Control"] == CURRENT
        assert "Cookie" not in ours.get("Vary", "")


def test_a_cache_of_many_may_keep_for_seconds_what_nobody_in_particular_asked_for() -> None:
    for path in ("/", "/statements/", "/statements/plea.json", "/statements.atom"):
        answer = Client().get(path)
        assert (path, answer["Cache-Control"], "ETag" in answer) == (path, SHARED, True)
        assert "Cookie" in answer["Vary"]  # so it answers nobody who is known by one
    told = dict(part.strip().partition("=")[::2] for part in SHARED.split(","))
    assert int(told["max-age"]) == 0  # a browser asks
    assert int(told["s-maxage"]) + int(told["stale-while-revalidate"]) <= 10
    open_already = Client().get("/statements/", headers={"HX-Request": "true"})
    assert open_already["Cache-Control"] == CURRENT  # its address follows from what is open
    known = Client()
    for cookie in (settings.SESSION_COOKIE_NAME, WRITTEN):
        known.cookies[cookie] = "anything"
        assert known.get("/statements/plea/")["Cache-Control"] == CURRENT
        del known.cookies[cookie]
    sent = known.post("/statements/plea/report/", {"report": "It is wrong."})
    assert (sent.status_code, sent["Cache-Control"]) == (400, CURRENT)
