"""Sources and their private texts."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from positions.choices import CaptureOrigin, QuotationCheck
from positions.models import OtherAddress, Source
from tests.admin.forms import errors_of, fields_of, messages_of, opened, row
from tests.documents.samples import SENTENCE, WORDS, word
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


def test_saving_a_source_checks_what_was_never_checked(editor: Client) -> None:
    capture = CaptureFactory.create(text="Before. Example words.")
    quoted = QuotationFactory.create(source=capture.source, exact="Example words.")
    address = change("source", capture.source_id)
    page = editor.post(address, opened(editor, address), follow=True)
    assert "matches exactly: 1" in messages_of(page)
    quoted.refresh_from_db()
    assert quoted.check_result == QuotationCheck.EXACT
    again = editor.post(address, opened(editor, address), follow=True)
    assert "were checked" not in messages_of(again)


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


def test_text_from_a_file_is_kept_said_back_and_checked_against(editor: Client) -> None:
    source = SourceFactory.create()
    quoted = QuotationFactory.create(source=source, exact=WORDS)
    address = change("source", source.pk)
    file = SimpleUploadedFile("letter.docx", word("Dear council,", SENTENCE, "Yours, a union."))
    page = editor.post(
        address, {**opened(editor, address), "captures-0-text_file": file}, follow=True
    )
    told = messages_of(page)
    assert "“letter.docx” was read: 23 words, from “Dear council, On Monday" in told
    assert "matches exactly: 1" in told
    capture = source.captures.get()
    assert (capture.origin, capture.text.count("\n\n")) == (CaptureOrigin.FILE, 2)
    quoted.refresh_from_db()
    assert quoted.check_result == QuotationCheck.EXACT


def test_what_was_assumed_of_a_file_is_a_warning(editor: Client) -> None:
    address = change("source", SourceFactory.create().pk)
    file = SimpleUploadedFile("letter.txt", SENTENCE.encode("cp1252"))
    page = editor.post(
        address, {**opened(editor, address), "captures-0-text_file": file}, follow=True
    )
    assert "Windows-1252" in messages_of(page)


def test_text_and_file_at_once_are_refused_and_the_text_stays(editor: Client) -> None:
    source = SourceFactory.create()
    address = change("source", source.pk)
    both = {
        "captures-0-text": "Pasted words.",
        "captures-0-text_file": SimpleUploadedFile("letter.txt", b"Other words."),
    }
    page = editor.post(address, {**opened(editor, address), **both})
    assert "not both" in errors_of(page)
    assert "Pasted words." in page.content.decode()
    assert not source.captures.exists()


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", "is empty"), (b"\x89PNG", "is a picture"), (b"a" * 10_000_001, "larger than 10 MB")],
)
def test_a_file_without_text_is_refused_by_name(editor: Client, content: bytes, error: str) -> None:
    source = SourceFactory.create()
    address = change("source", source.pk)
    file = SimpleUploadedFile("letter.txt", content)
    page = editor.post(address, {**opened(editor, address), "captures-0-text_file": file})
    assert "“letter.txt”" in errors_of(page)
    assert error in errors_of(page)
    assert not source.captures.exists()


def test_a_pasted_text_that_is_too_long_is_an_error_on_the_page(editor: Client) -> None:
    address = change("source", SourceFactory.create().pk)
    pasted = {"captures-0-text": "Example. " * 400_000}
    page = editor.post(address, {**opened(editor, address), **pasted})
    assert "at most 1,000,000" in errors_of(page)


def test_a_file_s_text_is_in_the_box_when_the_page_is_refused_for_something_else(
    editor: Client,
) -> None:
    source = SourceFactory.create()
    address = change("source", source.pk)
    file = SimpleUploadedFile("letter.txt", SENTENCE.encode())
    fields = {**opened(editor, address), "title": "", "captures-0-text_file": file}
    refused = editor.post(address, fields)
    assert "This is the text of “letter.txt”. It is not saved yet." in refused.content.decode()
    editor.post(address, {**fields_of(refused), "title": "An example letter"})
    assert source.captures.get().text == SENTENCE


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
