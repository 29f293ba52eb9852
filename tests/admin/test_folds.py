"""No error of a form stands in a fold that is shut, on any page of the admin."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import chain, zip_longest
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from positions.models import Statement
from tests.admin.desk.invented import DESK, TEXT, laid
from tests.admin.forms import fields_of, opened
from tests.factories import PersonFactory, said

pytestmark = pytest.mark.django_db
ADMINS = [each for each in admin.site._registry.values() if each.model._meta.app_label != "axes"]
NOUNS = {"errorlist", "errornote"}
FOLDED = "collapse"


class Folded(HTMLParser):
    """Collects what tells of errors, and whether it stands in a fold that is shut."""

    def __init__(self) -> None:
        super().__init__()
        self.folds: list[bool] = []
        self.in_sight: list[str] = []
        self.hidden: list[str] = []
        self.in_summary = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "details":
            self.folds.append("open" not in given)
        tells = NOUNS.intersection((given.get("class") or "").split())
        if tells or given.get("aria-invalid") == "true":
            where = self.hidden if any(self.folds) else self.in_sight
            where.append(str(given.get("id") or given.get("class") or given.get("name")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.folds.pop()


def errors_of(page: Any) -> Folded:
    read = Folded()
    read.feed(page.content.decode())
    return read


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("a-chief", password="x"))
    return client


@pytest.mark.parametrize("each", ADMINS, ids=lambda each: each.model.__name__)
def test_no_error_of_an_add_page_is_in_a_shut_fold(each: Any, chief: Client) -> None:
    meta = each.model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
    page = chief.get(address)
    if not each.has_add_permission(page.wsgi_request):  # what is written with a save alone
        assert page.status_code == 403
        return
    assert page.status_code == 200
    fields = fields_of(page)
    kept = {name: value for name, value in fields.items() if "_FORMS" in name}
    wrong = {name: wrong_for(page, name) for name in fields} | kept
    refused = chief.post(address, wrong)
    assert refused.status_code == 200
    assert errors_of(refused).hidden == []
    assert errors_of(refused).in_sight


def wrong_for(page: Any, name: str) -> str:
    """What a field cannot be: the key of nothing where one chooses, else a bell in a word."""
    return "987654321" if f'<select name="{name}"' in page.content.decode() else "no\x07thing"


def folds(each: Any, request: Any) -> list[list[str]]:
    """The fields of each fold that one may type in."""
    return [
        [name for name in flatten_fieldsets([fieldset]) if name not in each.readonly_fields]
        for fieldset in each.get_fieldsets(request, None)
        if FOLDED in fieldset[1].get("classes", ())
    ]


def test_each_field_in_a_fold_of_the_statement_page_opens_it_with_its_error(
    chief: Client, rf: Any
) -> None:
    request = rf.get("/")
    request.user = User.objects.get()
    every = folds(admin.site._registry[Statement], request)
    names = set(chain.from_iterable(every))
    assert {"source_title", "source_url", "date_note", "slug", "summary", "venue"} <= names
    address = reverse("admin:positions_statement_add")
    empty, shown = opened(chief, address), chief.get(address)
    for one_of_each in zip_longest(*every):
        wrong = {name: wrong_for(shown, name) for name in one_of_each if name}
        page = chief.post(address, {**empty, **wrong})
        told = errors_of(page)
        assert told.hidden == [], wrong
        refused = wrong.keys() & page.context["adminform"].form.errors.keys()
        assert {f"id_{name}" for name in refused} <= set(told.in_sight)
        assert told.in_sight


def test_an_error_of_a_new_source_is_in_sight(chief: Client) -> None:
    address = reverse("admin:positions_statement_add")
    page = chief.post(address, {**opened(chief, address), "source_title": "An example"})
    told = page.context["adminform"].form.errors
    assert any(name.startswith("source_") for name in told)
    assert errors_of(page).hidden == []


def test_an_error_of_a_row_opens_its_fold(chief: Client) -> None:
    said(words="It leaks.")
    address = reverse("admin:positions_statement_change", args=[Statement.objects.get().pk])
    fields = opened(chief, address)
    shown = (name for name in fields if not name.startswith("initial-"))
    [prefix] = {name[:-6] for name in shown if name.endswith("-0-exact")}
    page = chief.post(address, {**fields, f"{prefix}-date_note": "no\x07thing"})
    assert errors_of(page).hidden == []
    assert "U+0007 (bell)" in page.content.decode()


def test_what_was_typed_in_a_fold_is_in_sight_when_the_page_comes_back(chief: Client) -> None:
    address = reverse("admin:positions_statement_add")
    page = chief.post(address, {**opened(chief, address), "summary": "An example."})
    before, _, _ = page.content.decode().partition("An example.")
    assert before.count("<details>") <= before.count("</details>")


@pytest.mark.parametrize(
    "name", ["date_edtf", "date_basis", "date_printed", "date_note", "language", "title"]
)
def test_no_error_of_the_desks_first_page_is_in_a_shut_fold(name: str, editor: Client) -> None:
    page = editor.post(DESK, {"text": TEXT, name: "no\x07thing" * 40})
    assert page.status_code == 200
    assert errors_of(page).hidden == []
    assert errors_of(page).in_sight


@pytest.mark.parametrize("name", ["title", "role", "note", "others", "date"])
def test_no_error_of_a_card_is_in_a_shut_fold(name: str, editor: Client) -> None:
    PersonFactory.create()
    address = laid(editor, TEXT, publisher="The Example Courier")
    fields = opened(editor, address)
    wrong = {key: "no\x07thing" for key in fields if key.endswith(f"-{name}")}
    decided = {key: "accept" for key in fields if key.endswith("-decision")}
    page = editor.post(address, {**fields, **decided, **wrong, "do": "enter"})
    assert page.status_code == 200
    assert errors_of(page).hidden == []
