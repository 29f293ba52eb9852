"""Sources and their private texts."""

from __future__ import annotations

from django.test import Client

from positions.choices import QuotationCheck
from positions.models import OtherAddress, Source
from tests.admin.forms import errors_of, messages_of, opened, row
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
    number = int(fields["captures-INITIAL_FORMS"])
    page = editor.post(address, {**fields, f"captures-{number}-text": "Example text."})
    assert "kept already" in errors_of(page)
    assert capture.source.captures.count() == 1


def test_second_source_at_an_address_is_refused_with_a_link(editor: Client) -> None:
    known = SourceFactory.create(url="https://example.org/a")
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "Same", "kind": "article"}
    page = editor.post(add, {**fields, "url": "http://www.example.org/a/"})
    assert f'href="{change("source", known.pk)}"' in page.content.decode()
    assert Source.objects.count() == 1


def test_a_source_is_found_and_known_at_its_other_addresses(editor: Client) -> None:
    known = SourceFactory.create(url="https://example.org/a", title="The one that is known")
    OtherAddress.objects.create(source=known, url="https://mirror.example/b")
    listed = editor.get("/admin/positions/source/?q=mirror.example/b").content.decode()
    assert listed.count(change("source", known.pk)) == 1
    add = "/admin/positions/source/add/"
    fields = opened(editor, add) | {"title": "Same", "kind": "article"}
    page = editor.post(add, {**fields, "url": "http://mirror.example/b?utm_source=x"})
    assert f'href="{change("source", known.pk)}"' in page.content.decode()


def test_an_other_address_is_added_on_the_page_and_told_by_the_history(editor: Client) -> None:
    source = SourceFactory.create()
    address = change("source", source.pk)
    added = row("other_addresses", 0, id="", source=source.pk, url="https://mirror.example/b")
    fields = opened(editor, address) | added | {"other_addresses-TOTAL_FORMS": "1"}
    assert editor.post(address, fields).status_code == 302
    assert Source.objects.at_address("https://mirror.example/b").get() == source
    history = editor.get(f"/admin/positions/source/{source.pk}/history/").content.decode()
    assert "https://mirror.example/b" in history
    other = SourceFactory.create()
    fields = (
        opened(editor, change("source", other.pk))
        | added
        | {
            "other_addresses-TOTAL_FORMS": "1",
            "other_addresses-0-source": other.pk,
        }
    )
    page = editor.post(change("source", other.pk), fields)
    assert f"belongs to “{source}” already" in page.content.decode()
