"""What was posted is kept for a page, but for its token, its passwords and the files themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import pre_save
from django.test import Client, RequestFactory

from positions.models import Source, StaleEdit
from positions.recording import Invalid, Recording, races, sent
from tests.admin.forms import fields_of, opened


def posted(**fields: Any) -> Any:
    return sent(RequestFactory().post("/", fields))


def test_each_value_of_each_field_is_kept_in_its_order_and_as_it_was_typed() -> None:
    found = posted(title="“A” & <b>\r\nb", topics=["2", "1"], note="")
    assert found.fields == [
        *(("title", "“A” & <b>\r\nb"), ("topics", "2"), ("topics", "1"), ("note", "")),
    ]
    assert not found.has_password


def test_the_token_and_passwords_are_not_kept() -> None:
    found = posted(csrfmiddlewaretoken="a", username="edith", password1="b", oldPassword="c")
    assert found.fields == [("username", "edith")]
    assert found.has_password


def test_files_are_named() -> None:
    several = [SimpleUploadedFile("a.csv", b"a"), SimpleUploadedFile("b.csv", b"b")]
    assert posted(files=several, name="x").files == [("files", "a.csv"), ("files", "b.csv")]


@pytest.fixture
def always_lost(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every source and account that is saved was changed by somebody else meanwhile."""

    def lose(**_: object) -> None:
        raise StaleEdit(Source(title="An example"))

    for model in (Source, User):
        pre_save.connect(lose, sender=model, weak=False, dispatch_uid="always lost")
    monkeypatch.setattr(races, "ATTEMPTS", 2)
    yield
    for model in (Source, User):
        pre_save.disconnect(sender=model, dispatch_uid="always lost")


@pytest.mark.django_db
@pytest.mark.usefixtures("always_lost")
def test_a_race_that_is_lost_for_good_keeps_what_was_typed(admin_client: Client) -> None:
    address = "/admin/positions/source/add/"
    note = "“A” & <b>,\r\nb"
    given = {**opened(admin_client, address), "title": "An example", "kind": "article"}
    page = admin_client.post(address, {**given, "note": note})
    assert page.status_code == 409
    kept = fields_of(page)
    assert (kept["title"], kept["note"]) == ("An example", note)
    assert page.content.count(b"csrfmiddlewaretoken") == 2  # the button to log out has one, too


@pytest.mark.django_db
def test_a_row_that_is_refused_only_when_it_is_written_is_told_and_keeps_what_was_typed(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/admin/positions/source/add/"
    given = {**opened(admin_client, address), "title": "An example", "kind": "article"}
    tried = []

    def refuse(record: Recording, row: Source) -> None:
        tried.append(row)
        raise Invalid(row, ValidationError({"title": "Somebody else has this title."}))

    monkeypatch.setattr(Recording, "add", refuse)
    page = admin_client.post(address, given)
    assert page.status_code == 409
    assert "Somebody else has this title." in page.content.decode()
    assert fields_of(page)["title"] == "An example"
    assert len(tried) == 2, "it is written again once, in case it had lost a race"


@pytest.mark.django_db
@pytest.mark.usefixtures("always_lost")
def test_the_page_of_a_lost_race_has_no_password(admin_client: Client) -> None:
    given = {"username": "new", "password1": "a long phrase", "password2": "a long phrase"}
    page = admin_client.post("/admin/auth/user/add/", {**given, "usable_password": "true"})
    assert page.status_code == 409
    text = page.content.decode()
    assert "A password is never kept" in text
    assert "a long phrase" not in text
