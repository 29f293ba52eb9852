"""Sources and their private texts."""

from __future__ import annotations

from django.test import Client

from positions.choices import QuotationCheck
from positions.models import Source
from tests.admin.forms import errors_of, messages_of, opened
from tests.factories import (
    CaptureFactory,
    QuotationFactory,
    SourceFactory,
)


def change(noun: str, pk: int) -> str:
    return f"/admin/positions/{noun}/{pk}/change/"


def test_text_pasted_to_a_source_checks_all_its_quotations(editor: Client) -> None:
    source = SourceFactory.create()
    there, not_there = (
        QuotationFactory.create(source=source, exact=words)
        for words in ("Example words.", "Words of another.")
    )
    address = change("source", source.pk)
    fields = {**opened(editor, address), "captures-0-text": "Before.\r\nExample words."}
    page = editor.post(address, fields, follow=True)
    assert "matches exactly: 1, not found: 1" in messages_of(page)
    there.refresh_from_db()
    not_there.refresh_from_db()
    assert (there.check_result, there.start) == (QuotationCheck.EXACT, 8)
    assert not_there.check_result == QuotationCheck.NOT_FOUND


def test_same_text_is_kept_once(editor: Client) -> None:
    capture = CaptureFactory.create(text="Example text.")
    address = change("source", capture.source_id)
    fields = opened(editor, address)
    row = int(fields["captures-INITIAL_FORMS"])
    page = editor.post(address, {**fields, f"captures-{row}-text": "Example text."})
    assert "kept already" in errors_of(page)
    assert capture.source.captures.count() == 1


def test_second_source_at_an_address_is_refused_with_a_link(editor: Client) -> None:
    known = SourceFactory.create(url="https://example.org/a")
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "Same", "kind": "article"}
    page = editor.post(add, {**fields, "url": "http://www.example.org/a/"})
    assert f'href="{change("source", known.pk)}"' in page.content.decode()
    assert Source.objects.count() == 1
