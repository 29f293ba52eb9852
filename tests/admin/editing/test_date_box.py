"""One box for a date: what was understood is said back."""

from __future__ import annotations

from django.test import Client

from tests.admin.forms import errors_of, opened


def test_printed_date_without_anything_to_relate_it_to_asks_for_more(editor: Client) -> None:
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "New", "kind": "article", "date_edtf": "last month"}
    assert "“last month” was not understood by itself" in errors_of(editor.post(add, fields))


def test_words_typed_into_a_refused_date_are_shown_as_text(editor: Client) -> None:
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "", "date_edtf": "May 2018"}
    page = editor.post(add, fields).content.decode()
    assert "“May 2018” was understood as May 2018 (2018-05)." in page
