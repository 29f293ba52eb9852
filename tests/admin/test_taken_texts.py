"""What readers see is checked against texts that an editor has taken, and against no other."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from positions.choices import QuotationCheck, WorkflowState
from positions.merging import merge
from positions.models import Capture, Quotation, Source, Statement
from positions.recording.checking import check, check_source
from tests.admin.desk.invented import MORE, TEXT, WEIR, anglers, laid, mara, numbered, sent
from tests.admin.forms import errors_of, messages_of, opened, row
from tests.admin.spreadsheets.files import STATEMENTS, as_csv, confirmed, shown
from tests.factories import (
    AttributionFactory,
    CaptureFactory,
    QuotationFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db

ADDRESS = "https://news.example/weir"
QUEUE = "/admin/review/"
EXACT, NOT_FOUND = QuotationCheck.EXACT, QuotationCheck.NOT_FOUND
NOT_CHECKED = QuotationCheck.NOT_CHECKED


def page_of(noun: Source | Statement) -> str:
    return f"/admin/positions/{noun._meta.model_name}/{noun.pk}/change/"


def results(source: Source, state: WorkflowState = WorkflowState.PUBLISHED) -> set[str]:
    rows = Quotation.objects.filter(source=source, statement__state=state)
    return set(rows.values_list("check_result", flat=True))


@pytest.fixture
def source() -> Source:
    """A source from which fifteen public words are quoted, all of them in the text taken."""
    made: Source = SourceFactory.create(url=ADDRESS, date_edtf="2024-05-14")
    words = [f"These are the example words number {n}." for n in range(15)]
    CaptureFactory.create(source=made, text=" ".join(words))
    for exact in words:
        QuotationFactory.create(
            source=made, exact=exact, statement=AttributionFactory.create().statement
        )
    check_source(made)
    assert results(made) == {EXACT}
    return made


def draft_from(client: Client, text: str = TEXT) -> Statement:
    """A draft that the account enters from a pasted article at the address."""
    mara(anglers())
    address = laid(client, text, url=ADDRESS)
    one = numbered(client, address, WEIR)
    sent(client, address, **{f"c{one}_decision": "accept", "state": "in_review"})
    return Statement.objects.get(state=WorkflowState.IN_REVIEW)


def test_a_contributors_paste_changes_nothing_that_readers_see(
    contributor: Client, source: Source
) -> None:
    records = Quotation.history.count()
    draft = draft_from(contributor)
    assert results(source) == {EXACT}
    assert Quotation.history.count() == records + draft.quotations.count()
    assert set(draft.quotations.values_list("check_result", flat=True)) == {EXACT}
    call_command("check_quotations", verbosity=0)
    assert results(source) == {EXACT}
    assert results(source, WorkflowState.IN_REVIEW) == {EXACT}


def test_what_an_editor_pastes_is_taken_at_once(editor: Client, source: Source) -> None:
    draft_from(editor)
    assert not Capture.objects.waiting().exists()
    assert results(source) == {NOT_FOUND}


def test_the_drafts_of_others_are_not_held_against_it(
    contributor: Client, editor: Client, source: Source
) -> None:
    fields = {
        **opened(editor, "/admin/positions/statement/add/"),
        "kind": "letter",
        "title": "Of the editor",
        "source": source.pk,
        **row("quotations", 0, kind="verbatim", exact="These are the example words number 3."),
    }
    answer = editor.post("/admin/positions/statement/add/", fields)
    assert answer.status_code == 302, errors_of(answer)
    draft_from(contributor)
    list(check(Quotation.objects.all()))
    assert results(source, WorkflowState.DRAFT) == {EXACT}


def test_an_editor_takes_a_text_on_the_page_of_the_source(
    contributor: Client, editor: Client, source: Source
) -> None:
    draft_from(contributor)
    waiting = Capture.objects.waiting().get()
    address = page_of(source)
    assert "Take this text" in editor.get(address).content.decode()
    shown = contributor.get(address).content.decode()
    assert "Take this text" not in shown
    assert "Proposed by an-contributor, not taken" in shown
    answer = editor.post(address, {**opened(editor, address), "_take": waiting.pk}, follow=True)
    assert answer.redirect_chain[-1][0].endswith("#captures-group")
    assert "not found: 15" in messages_of(answer)
    assert not Capture.objects.waiting().exists()
    assert results(source) == {NOT_FOUND}


def test_a_contributor_cannot_take_one(contributor: Client, source: Source) -> None:
    draft_from(contributor)
    waiting = Capture.objects.waiting().get()
    assert contributor.post(page_of(source), {"_take": waiting.pk}).status_code == 403
    assert Capture.objects.waiting().exists()


def test_the_same_text_from_an_editor_is_taken_with_it(
    contributor: Client, editor: Client, source: Source
) -> None:
    draft_from(contributor)
    address = laid(editor, TEXT, url=ADDRESS)
    sent(editor, address, **{f"c{numbered(editor, address, MORE)}_decision": "accept"})
    assert Capture.objects.filter(source=source).count() == 2
    assert not Capture.objects.waiting().exists()


def test_published_without_taking_its_text_words_come_out_unchecked(
    contributor: Client, editor: Client
) -> None:
    draft = draft_from(contributor)
    page = editor.get(QUEUE).content.decode()
    assert f'name="take-{draft.pk}"' in page
    editor.post(QUEUE, {"publish": draft.pk})
    draft.refresh_from_db()
    assert draft.is_published
    quotation = draft.quotations.first()
    assert quotation is not None
    assert (quotation.check_result, quotation.start) == (NOT_CHECKED, None)


def test_published_with_its_text_taken_they_are_checked_against_that(
    contributor: Client, editor: Client
) -> None:
    draft = draft_from(contributor)
    answer = editor.post(QUEUE, {"publish": draft.pk, f"take-{draft.pk}": "on"}, follow=True)
    assert "The texts were taken" in messages_of(answer)
    draft.refresh_from_db()
    assert draft.is_published
    assert set(draft.quotations.values_list("check_result", flat=True)) == {EXACT}
    assert not Capture.objects.waiting().exists()


def test_words_that_only_a_proposal_has_are_not_published_where_a_text_is_taken(
    contributor: Client, editor: Client, source: Source
) -> None:
    draft = draft_from(contributor)
    answer = editor.post(QUEUE, {"publish": draft.pk})
    assert "one that a contributor brought waits to be taken" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == WorkflowState.IN_REVIEW
    address = page_of(draft)
    answer = editor.post(address, {**opened(editor, address), "state": "published"})
    assert "It cannot be published so." in errors_of(answer)
    rows = as_csv({"slug": draft.slug, "state": "published"})
    preview = shown(editor, STATEMENTS, rows)
    assert "is not in the text of its source" in preview.content.decode()


@pytest.mark.parametrize("taken", [False, True])
def test_the_page_of_a_statement_offers_to_take_it(
    contributor: Client, editor: Client, taken: bool
) -> None:
    draft = draft_from(contributor)
    address = page_of(draft)
    assert "take_texts" in editor.get(address).content.decode()
    assert "take_texts" not in contributor.get(address).content.decode()
    fields = {**opened(editor, address), "state": "published"}
    answer = editor.post(address, {**fields, **({"take_texts": "on"} if taken else {})})
    assert answer.status_code == 302, errors_of(answer)
    wanted = EXACT if taken else NOT_CHECKED
    assert set(draft.quotations.values_list("check_result", flat=True)) == {wanted}
    assert Capture.objects.waiting().exists() is not taken


def test_published_by_a_file_words_found_in_a_proposal_alone_come_out_unchecked(
    contributor: Client, editor: Client
) -> None:
    draft = draft_from(contributor)
    rows = as_csv({"slug": draft.slug, "state": "published"})
    confirmed(editor, STATEMENTS, shown(editor, STATEMENTS, rows))
    draft.refresh_from_db()
    assert draft.is_published
    assert set(draft.quotations.values_list("check_result", flat=True)) == {NOT_CHECKED}


def test_a_source_that_a_contributor_enters_brings_a_proposal(contributor: Client) -> None:
    add = "/admin/positions/source/add/"
    fields = {
        **opened(contributor, add),
        "title": "Entered",
        "kind": "article",
        **row("captures", 0, text="A text of mine."),
    }
    answer = contributor.post(add, fields)
    assert answer.status_code == 302, errors_of(answer)
    kept = Capture.objects.get()
    assert (str(kept.by), kept.taken_at) == ("an-contributor", None)


def test_a_merge_takes_no_text(source: Source) -> None:
    other = SourceFactory.create()
    CaptureFactory.create(source=other, text="Of a contributor.", taken_at=None)
    merge(source, other)
    assert Capture.objects.waiting().filter(source=source).exists()
    assert results(source) == {EXACT}


def test_of_two_that_are_the_same_the_one_that_was_taken_counts_when_they_are_merged(
    source: Source,
) -> None:
    text = source.captures.get().text
    Capture.objects.update(taken_at=None)
    merge(source, CaptureFactory.create(text=text).source)
    assert source.captures.taken().count() == 1


def test_a_command_that_checks_leaves_what_only_proposals_are_kept_of(client: Client) -> None:
    quotation = QuotationFactory.create(statement=StatementFactory.create(), exact="Example words.")
    Quotation.objects.update(check_result=EXACT, checked_at="2020-01-01T00:00Z")
    CaptureFactory.create(source=quotation.source, text="Quite another text.", taken_at=None)
    assert list(check(Quotation.objects.all())) == []
    quotation.refresh_from_db()
    assert quotation.check_result == EXACT
