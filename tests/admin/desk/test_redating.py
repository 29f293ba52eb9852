"""An article whose day is given late is dated by it, and nothing is entered before it is seen."""

from __future__ import annotations

import pytest
from django.test import Client

from positions import apart
from positions.models import Statement
from tests.admin.desk.invented import anglers, laid, numbered, sent
from tests.admin.forms import messages_of, opened

pytestmark = pytest.mark.django_db

WORDS = "It leaks,"
TEXT = (
    f"“{WORDS}” the Upper Example Anglers wrote in a letter last year.\n\nOn Monday, the Upper "
    "Example Anglers said that it was dry."
)


def test_what_the_text_dates_is_dated_once_the_day_of_the_article_is_known(editor: Client) -> None:
    anglers()
    address = laid(editor, TEXT, publisher="The Example Courier")
    one = f"c{numbered(editor, address, WORDS)}"
    fields = opened(editor, address) | {f"{one}-decision": "accept", "do": "enter"}
    page = editor.post(address, {**fields, "head-date_edtf": "2024-05-14"}, follow=True)
    assert "2 cards have their dates from the text" in messages_of(page)
    assert not Statement.objects.exists()
    sent(editor, address)
    assert Statement.objects.get().date_edtf == "2023"


def test_an_article_that_takes_too_long_a_second_time_keeps_its_dates_and_what_was_sent(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    anglers()
    address = laid(editor, TEXT, publisher="The Example Courier")
    one = f"c{numbered(editor, address, WORDS)}"
    fields = opened(editor, address) | {f"{one}-title": "Example", "do": "save"}
    monkeypatch.setattr(
        "positions.extraction.apart.run", apart.run
    )  # in a process, as it is served
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    page = editor.post(address, {**fields, "head-date_edtf": "2024-05-14"}, follow=True)
    assert "took longer than 0.01 seconds to read" in messages_of(page)
    assert "The cards keep the dates they have." in messages_of(page)
    assert opened(editor, address)[f"{one}-title"] == "Example"


def test_what_an_editor_has_dated_stays(editor: Client) -> None:
    anglers()
    address = laid(editor, TEXT, publisher="The Example Courier")
    one = f"c{numbered(editor, address, WORDS)}"
    sent(editor, address, **{f"{one}_decision": "accept", f"{one}_date": "2022"})
    assert Statement.objects.get().date_edtf == "2022"
