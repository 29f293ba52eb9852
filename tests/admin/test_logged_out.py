"""What was typed outlives the session: log in, and go on with it."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from positions.admin.logged_out import NOT_SAVED, UNSAVED, UnsavedFormAdmin
from positions.models import Intake, Quotation, Source, Statement
from tests.admin.desk.invented import DESK, TEXT, laid
from tests.admin.forms import fields_of, opened
from tests.factories import SourceFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db
AGAIN = "/admin/log-in-again/"
STATEMENT = "/admin/positions/statement/add/"
WORDS = "It “leaks” & <floods>,\r\nthey say."


@pytest.fixture
def known(db: None) -> User:
    user = User.objects.create_user("an-editor", password="a-password", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    return user


@pytest.fixture
def inside(known: User) -> Client:
    client = Client()
    client.force_login(known)
    return client


def log_in(client: Client, page: Any, password: str = "a-password") -> Any:
    """Log in on the page that came back."""
    given = fields_of(page) | {"username": "an-editor", "password": password}
    return client.post(AGAIN, given)


def typed(client: Client, address: str, **changes: str) -> dict[str, Any]:
    fields = opened(client, address)
    return {**fields, **changes}


def test_a_statement_that_is_sent_after_the_session_ended_is_shown_again_unsaved(
    inside: Client,
) -> None:
    fields = typed(inside, STATEMENT, title="An example", summary=WORDS)
    fields["quotations-0-exact"] = "It leaks."
    inside.logout()
    asked = inside.post(STATEMENT, fields)
    assert asked.status_code == 403
    assert "kept in this page" in asked.content.decode()
    offered = log_in(inside, asked)
    assert "Open the page with what I typed" in offered.content.decode()
    shown = inside.post(STATEMENT, fields_of(offered))
    assert NOT_SAVED in shown.content.decode()
    assert not Statement.objects.exists()
    again = fields_of(shown)
    sent = {name for name, value in fields.items() if value} - {"csrfmiddlewaretoken"}
    assert {name: again.get(name) for name in sent} == {name: fields[name] for name in sent}
    assert UNSAVED not in again


def test_what_is_shown_again_can_be_saved(inside: Client) -> None:
    address = reverse("admin:positions_source_add")
    fields = typed(inside, address, title="An example", kind="article", note=WORDS)
    inside.logout()
    shown = inside.post(address, fields_of(log_in(inside, inside.post(address, fields))))
    assert inside.post(address, fields_of(shown)).status_code == 302
    assert Source.objects.get().note == WORDS.replace("\r\n", "\n")


def test_a_wrong_password_keeps_what_was_typed(inside: Client) -> None:
    fields = typed(inside, STATEMENT, title="An example", summary=WORDS)
    inside.logout()
    asked = inside.post(STATEMENT, fields)
    refused = log_in(inside, asked, "not it")
    assert refused.status_code == 403
    assert fields_of(refused)["kept"] == fields_of(asked)["kept"]
    assert "Open the page" in log_in(inside, refused).content.decode()


@pytest.mark.parametrize(
    "each",
    [each for each in admin.site._registry.values() if isinstance(each, UnsavedFormAdmin)],
    ids=lambda each: each.model.__name__,
)
def test_every_page_of_a_noun_shows_what_was_typed_and_saves_nothing(
    each: Any, inside: Client
) -> None:
    User.objects.update(is_superuser=True)
    meta = each.model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
    page = inside.get(address)
    if not each.has_add_permission(page.wsgi_request):  # what is written with a save alone
        assert page.status_code == 403
        return
    fields = opened(inside, address)
    name = next(n for n in ("title", "name", "text", "disputed") if n in fields)
    fields[name] = "An example"
    inside.logout()
    shown = inside.post(address, fields_of(log_in(inside, inside.post(address, fields))))
    assert shown.status_code == 200
    assert NOT_SAVED in shown.content.decode()
    assert fields_of(shown)[name] == "An example"
    assert not each.model._default_manager.exists()


def test_a_change_of_what_is_published_is_shown_again_unsaved(inside: Client) -> None:
    statement = said(words="It leaks.")
    address = reverse("admin:positions_statement_change", args=[statement.pk])
    fields = typed(inside, address, title="Another title", correction_note="A note.")
    inside.logout()
    shown = inside.post(address, fields_of(log_in(inside, inside.post(address, fields))))
    assert fields_of(shown)["title"] == "Another title"
    assert fields_of(shown)["correction_note"] == "A note."
    statement.refresh_from_db()
    assert statement.title != "Another title"


def test_a_pasted_article_is_shown_again_and_not_laid_on_the_desk(inside: Client) -> None:
    inside.logout()
    asked = inside.post(DESK, {"text": TEXT, "title": "An example"})
    shown = inside.post(DESK, fields_of(log_in(inside, asked)))
    assert NOT_SAVED in shown.content.decode()
    assert fields_of(shown)["text"].replace("\r\n", "\n").strip() == TEXT.strip()
    assert not Intake.objects.exists()


def test_the_cards_of_an_article_are_shown_again_and_nothing_is_entered(inside: Client) -> None:
    StakeholderFactory.create(name="Upper Example Anglers")
    address = laid(inside, TEXT, publisher="The Example Courier")
    fields = opened(inside, address)
    prefix = next(name for name in fields if name.endswith("-title"))
    fields |= {prefix: "An example", "do": "enter"}
    fields |= {name: "accept" for name in fields if name.endswith("-decision")}
    inside.logout()
    asked = inside.post(address, fields)
    shown = inside.post(address, fields_of(log_in(inside, asked)))
    assert NOT_SAVED in unescape(shown.content.decode())
    assert fields_of(shown)[prefix] == "An example"
    assert not Statement.objects.exists()
    assert not any(card.get("title") for card in Intake.objects.get().cards)


def test_a_script_is_told_in_words_that_nothing_is_saved(inside: Client) -> None:
    address = laid(inside, TEXT, publisher="The Example Courier")
    inside.logout()
    told = inside.post(f"{address}save/", {"version": "1"})
    assert told.status_code == 403
    assert "you are logged out" in told.json()["problem"]


def test_what_its_page_cannot_show_is_given_back_to_be_copied(inside: Client) -> None:
    address = reverse("admin:positions_statement_changelist")
    inside.logout()
    asked = inside.post(address, {"action": "withdraw", "note": WORDS})
    offered = log_in(inside, asked)
    text = unescape(offered.content.decode())
    assert "Nothing was done of what you sent" in text
    assert WORDS.replace("\r\n", "\n") in text.replace("\r\n", "\n")


def test_files_are_named_as_what_cannot_be_kept(inside: Client) -> None:
    inside.logout()
    file = SimpleUploadedFile("letter.txt", b"It leaks.")
    asked = inside.post(DESK, {"text": "", "text_file": file})
    assert "“letter.txt” cannot be kept" in asked.content.decode()
    assert "“letter.txt” could not be kept" in log_in(inside, asked).content.decode()


def test_passwords_are_never_kept(inside: Client) -> None:
    inside.logout()
    asked = inside.post("/admin/auth/user/add/", {"username": "x", "password1": "a-secret"})
    assert "a-secret" not in asked.content.decode()


def stale(inside: Client, address: str, fields: dict[str, Any], **headers: str) -> Any:
    """Send a form whose token is that of before another log-in."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = inside.cookies
    strict.get("/admin/")
    return strict.post(
        address, {**fields, "csrfmiddlewaretoken": "x" * 64}, headers=headers
    ), strict


def test_a_form_whose_token_is_stale_keeps_what_was_typed(inside: Client) -> None:
    fields = typed(inside, STATEMENT, title="An example", summary=WORDS)
    page, strict = stale(inside, STATEMENT, fields, origin="http://testserver")
    assert page.status_code == 403
    given = fields_of(page)
    assert given["summary"] == WORDS
    shown = strict.post(STATEMENT, given, headers={"origin": "http://testserver"})
    assert NOT_SAVED in shown.content.decode()
    assert fields_of(shown)["title"] == "An example"
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://stranger.example"},
        {"referer": "https://stranger.example/a"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver.stranger.example"},
        {},
    ],
    ids=str,
)
def test_a_strangers_form_is_never_offered(inside: Client, headers: dict[str, str]) -> None:
    page, _ = stale(inside, STATEMENT, {"title": "Made by a stranger"}, **headers)
    assert page.status_code == 403
    assert "Made by a stranger" not in page.content.decode()


def test_what_is_unsaved_is_never_written_whatever_is_valid(inside: Client) -> None:
    source = SourceFactory.create(title="Before")
    address = reverse("admin:positions_source_change", args=[source.pk])
    fields = typed(inside, address, title="After")
    page = inside.post(address, {**fields, UNSAVED: "1"})
    assert page.status_code == 200
    source.refresh_from_db()
    assert source.title == "Before"
    assert not Quotation.objects.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("address", "https://stranger.example/"),
        ("address", "//stranger.example/admin/"),
        ("address", "/statements/"),
        ("kept", "{"),
        ("kept", "[1]"),
        ("kept", "[" * 100_000),
    ],
)
def test_what_this_site_has_not_sent_is_refused(known: User, name: str, value: str) -> None:
    given = {"address": STATEMENT, "kept": json.dumps([["title", "An example"]]), name: value}
    given |= {"username": "an-editor", "password": "a-password"}
    assert Client().post(AGAIN, given).status_code == 400


def test_logging_out_without_a_session_is_as_before(client: Client) -> None:
    assert client.post("/admin/logout/").status_code in (200, 302)
