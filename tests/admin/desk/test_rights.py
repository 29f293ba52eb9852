"""Who may work at the desk, and that nothing of it is to be had elsewhere."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from positions.choices import WorkflowState
from positions.models import Intake, Statement
from tests.admin.desk.invented import DESK, WEIR, anglers, laid, mara, numbered, refusals, sent
from tests.admin.forms import messages_of
from tests.factories import said

pytestmark = pytest.mark.django_db


def test_a_contributor_enters_drafts_from_the_desk(contributor: Client) -> None:
    mara(anglers())
    address = laid(contributor)
    one = numbered(contributor, address, WEIR)
    page = sent(contributor, address, **{f"c{one}_decision": "accept", "state": "in_review"})
    assert "1 statement is entered" in messages_of(page)
    assert Statement.objects.get().state == WorkflowState.IN_REVIEW
    assert 'value="publish"' not in page.content.decode()


def test_no_form_that_is_made_up_publishes_from_the_desk(contributor: Client) -> None:
    mara(anglers())
    address = laid(contributor)
    one = numbered(contributor, address, WEIR)
    sent(contributor, address, **{f"c{one}_decision": "accept", "state": "published"})
    assert Statement.objects.get().state == WorkflowState.DRAFT


def test_a_contributor_adds_no_words_to_what_is_published(contributor: Client) -> None:
    statement = said(mara(anglers()), words=WEIR, date_edtf="2024-05-14")
    address = laid(contributor)
    one = f"c{numbered(contributor, address, WEIR)}"
    changes = {f"{one}_decision": "accept", f"{one}_second": statement.pk}
    page = sent(contributor, address, **changes)
    assert "is published: editors add to it" in refusals(page)
    assert statement.quotations.count() == 1


def test_an_account_without_a_role_gets_nothing(contributor: Client) -> None:
    address = laid(contributor)
    plain = Client()
    plain.force_login(User.objects.create_user("no-role", is_staff=True))
    for each in (DESK, address, f"{address}entered/", f"{DESK}names/?q=example"):
        assert plain.get(each).status_code == 403, each
    for each in (f"{address}save/", f"{address}discard/"):
        assert plain.post(each).status_code == 403, each
    assert "/admin/desk/" not in plain.get("/admin/").content.decode()


def test_nobody_gets_in_without_an_account(contributor: Client, client: Client) -> None:
    address = laid(contributor)
    for each in (DESK, address, f"{DESK}address/?url=x"):
        answer = client.get(each)
        assert answer.status_code == 302
        assert "/admin/login/" in answer["Location"]


def test_what_lies_on_the_desk_is_nowhere_else(contributor: Client, client: Client) -> None:
    text = "Hushtitle of an example\n\n“Hushwords are said here,” said Ann Hushname.\n"
    laid(contributor, text=text, topic="", url="https://hush.example/a")
    assert Intake.objects.get().undecided
    for address in ("/", "/statements/", "/sources.json", "/people.json", "/sitemap.xml"):
        assert "hush" not in client.get(address).content.decode().lower()
    found = client.get("/search.json?q=hushwords").json()
    assert [each for each in found.values() if each and each != "hushwords"] == []


def test_the_desk_is_offered_where_it_is_wanted(editor: Client) -> None:
    source = said(words="Example.").quotations.get().source
    for address, way in (
        ("/admin/", 'href="/admin/desk/"'),
        ("/admin/positions/statement/add/", "paste it on the desk"),
        (f"/admin/positions/source/{source.pk}/change/", f"/admin/desk/?source={source.pk}"),
    ):
        assert way in editor.get(address).content.decode()
