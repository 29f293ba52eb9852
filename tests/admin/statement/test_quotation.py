"""Words are checked against the text of their source as they are entered."""

from __future__ import annotations

from typing import Any

from django.test import Client

from positions.choices import QuotationCheck
from positions.models import Capture, Quotation
from tests.admin.forms import errors_of, messages_of, opened
from tests.admin.statement.typed import ADD, add, change, filled, refused, voice, words
from tests.factories import (
    CaptureFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)


def with_text(editor: Client, text: str, exact: str, **fields: Any) -> dict[str, Any]:
    source = CaptureFactory.create(text=text).source
    return {
        **filled(editor, source=source.pk, **fields),
        **voice(StakeholderFactory.create().pk),
        **words(exact=exact),
    }


def test_words_that_differ_in_typography_are_accepted_and_said(editor: Client) -> None:
    fields = with_text(editor, "It said: we don’t sell it. Ever.", "we don't sell it.")
    page = editor.post(ADD, fields, follow=True)
    assert Quotation.objects.get().check_result == QuotationCheck.TYPOGRAPHY
    assert "but for typography" in messages_of(page)


def test_words_not_in_the_text_are_refused_and_the_departing_word_is_named(editor: Client) -> None:
    text = "It is used to track protestors and others."
    fields = with_text(editor, text, "used to track protesters and others")
    complaint = errors_of(refused(editor, ADD, fields))
    assert "protesters" in complaint
    assert "protestors" in complaint


def test_words_not_in_the_text_are_kept_in_a_draft_with_a_warning(editor: Client) -> None:
    fields = with_text(editor, "Other words.", "These are example words.", state="draft")
    page = editor.post(ADD, fields, follow=True)
    assert Quotation.objects.get().check_result == QuotationCheck.NOT_FOUND
    assert "These are example words." in messages_of(page)


def test_marks_pasted_along_with_words_are_taken_off_and_said(editor: Client) -> None:
    source = SourceFactory.create()
    fields = {
        **filled(editor, source=source.pk),
        **voice(StakeholderFactory.create().pk),
        **words(exact="“These are example words.”"),
    }
    page = editor.post(ADD, fields, follow=True)
    assert Quotation.objects.get().exact == "These are example words."
    assert "were taken off" in messages_of(page)


def test_paraphrase_is_not_checked(editor: Client) -> None:
    fields = with_text(editor, "Other words.", "That it will not sell it.")
    made = add(editor, {**fields, "quotations-0-kind": "paraphrase"})
    assert made.quotations.get().check_result == QuotationCheck.NOT_CHECKED


def test_changed_words_lose_their_check(editor: Client) -> None:
    statement = said()
    quotation = statement.quotations.get()
    CaptureFactory.create(source=quotation.source, text=quotation.exact)
    editor.post(
        change(statement), {**opened(editor, change(statement)), "quotations-0-suffix": "x"}
    )
    quotation.refresh_from_db()
    assert quotation.check_result == QuotationCheck.EXACT
    Capture.objects.all().delete()
    fields = opened(editor, change(statement))
    editor.post(change(statement), {**fields, "quotations-0-exact": "Quite other words."})
    quotation.refresh_from_db()
    assert (quotation.exact, quotation.check_result) == ("Quite other words.", "not_checked")
    assert (quotation.start, quotation.end, quotation.checked_at) == (None, None, None)


def test_page_saved_untouched_changes_no_part(editor: Client) -> None:
    statement = said()
    quotation = statement.quotations.get()
    quotation.prefix, quotation.suffix = " before:\n\n", "\nafter "
    quotation.save()
    parts = Quotation.history.count()
    editor.post(change(statement), opened(editor, change(statement)))
    quotation.refresh_from_db()
    assert (quotation.prefix, quotation.suffix) == (" before:\n\n", "\nafter ")
    assert Quotation.history.count() == parts
