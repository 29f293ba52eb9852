"""What another page sends fills in the form of the desk, and keeps nothing."""

from __future__ import annotations

from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from positions.models import Intake
from tests.admin.desk.invented import DESK, TEXT, laid
from tests.admin.forms import fields_of, messages_of

pytestmark = pytest.mark.django_db
PAGE = f"{DESK}page/"
SENT = {
    "url": "https://news.example/weir",
    "title": "Anglers “reject” the <weir>",
    "date": "2024-05-14T08:00:00Z",
    "publisher": "The Example Courier",
    "text": f"\n{TEXT}",
}
FILLED = {
    "url": SENT["url"],
    "title": SENT["title"],
    "date_edtf": "2024-05-14",
    "publisher": SENT["publisher"],
    "text": SENT["text"].replace("\n", "\r\n"),
}
HERE = {"Origin": "http://testserver"}
ELSEWHERE = {"Origin": "https://news.example", "Sec-Fetch-Site": "cross-site"}


def shown(page: Any) -> dict[str, Any]:
    fields = fields_of(page)
    return {name: fields.get(name) for name in FILLED}


def test_the_address_of_the_desk_fills_in_its_form(editor: Client) -> None:
    assert shown(editor.get(DESK, SENT)) == FILLED
    assert not Intake.objects.exists()


def test_what_another_site_sends_is_sent_once_more_from_here() -> None:
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.post(PAGE, SENT, headers=ELSEWHERE)
    assert page.status_code == 200
    assert not page.cookies  # the editor's own would be put out by others
    passed = fields_of(page)
    assert {name: passed[name].replace("\r\n", "\n") for name in SENT} == SENT
    assert unescape(page.content.decode()).count(SENT["title"]) == 1


def test_an_editor_finds_it_in_the_form_and_nothing_is_kept(editor: Client) -> None:
    page = editor.post(PAGE, SENT, headers=HERE)
    assert shown(page) == FILLED
    assert f'class="paste" action="{DESK}"' in page.content.decode()
    assert not Intake.objects.exists()
    assert editor.get(PAGE).status_code == 405


def test_whoever_is_logged_out_logs_in_and_goes_on_with_it(db: None) -> None:
    user = User.objects.create_user("an-editor", password="a-password", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    client = Client()
    asked = client.post(PAGE, SENT, headers=HERE)
    assert asked.status_code == 403
    fields = fields_of(asked) | {"username": "an-editor", "password": "a-password"}
    offered = client.post("/admin/log-in-again/", fields)
    page = client.post(PAGE, fields_of(offered), headers=HERE)
    assert shown(page)["title"] == SENT["title"]


def test_who_may_not_work_at_the_desk_is_refused(db: None) -> None:
    client = Client()
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.post(PAGE, SENT, headers=HERE).status_code == 403


def test_the_bookmark_sends_to_the_address_that_takes_it(editor: Client) -> None:
    code = unquote(editor.get(DESK).context["bookmarklet"])
    assert code.startswith("javascript:(() => {")
    assert f'action: "http://testserver{PAGE}"' in code
    for name in SENT:
        assert f"{name}:" in code


GERMAN = (
    "Die Stadtwerke bauen die Staustufe bis zum Herbst um, wie der Verband am Montag in Lowmere "
    "bestätigte. „Uns hat niemand gefragt“, sagte Mara Example, und die Anlage ist für die Fische "
    "eine Treppe ohne Wasser."
)


def test_a_text_in_another_language_is_recognised_and_said(editor: Client) -> None:
    address = laid(editor, GERMAN, title="Die Staustufe", language="en")
    page = editor.get(address)
    assert "The text seems to be in German. Only English is read" in messages_of(page)
    assert Intake.objects.get().language == "de"
    assert "Only English" not in messages_of(editor.get(laid(editor)))
