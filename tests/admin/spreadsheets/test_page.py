"""A file is shown first, and loaded as it was shown or not at all."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import Stance, WorkflowState
from positions.models import IndexEntry, Position, Stakeholder, Statement, Topic
from tests.admin.forms import errors_of, fields_of, messages_of, opened
from tests.admin.spreadsheets.files import (
    ORGANISATIONS,
    STATEMENTS,
    TOPICS,
    as_csv,
    confirmed,
    loaded,
    shown,
)
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db


def test_nothing_is_loaded_before_it_is_confirmed(editor: Client) -> None:
    row = {"slug": "example-topic", "name": "Example topic"}
    preview = shown(editor, TOPICS, as_csv(row))
    page = preview.content.decode()
    assert "Row 2" in page
    assert "Topics: 1 added" in page
    assert not Topic.objects.exists()
    after = confirmed(editor, TOPICS, preview)
    assert "Topics: 1 added" in messages_of(after)
    assert Topic.objects.get().name == "Example topic"


def test_a_change_is_shown_before_and_after_and_recorded_with_the_importer(editor: Client) -> None:
    TopicFactory.create(slug="example-topic", name="Old name")
    preview = shown(editor, TOPICS, as_csv({"slug": "example-topic", "name": "New name"}))
    page = preview.content.decode()
    assert "<del>Old name</del>" in page
    assert "<ins>New name</ins>" in page
    confirmed(editor, TOPICS, preview)
    topic = Topic.objects.get()
    assert topic.name == "New name"
    assert str(topic.history.first().history_user) == "an-editor"


def test_a_wrong_row_is_named_by_row_and_column_and_nothing_is_loaded(editor: Client) -> None:
    page = shown(
        editor,
        ORGANISATIONS,
        as_csv(
            {"slug": "example-works", "name": "Example Works", "kind": "company"},
            {"slug": "example-union", "name": "Example Union", "kind": "guild"},
        ),
    )
    (problem,) = page.context["result"].problems
    assert (problem.row, problem.column) == (3, "kind")
    assert "“guild” is none of its values. Write one of company, " in page.content.decode()
    assert "fingerprint" not in fields_of(page)
    assert not Stakeholder.objects.exists()


def test_a_file_that_changes_nothing_is_not_offered_for_loading(editor: Client) -> None:
    TopicFactory.create(slug="example-topic", name="Example topic")
    page = shown(editor, TOPICS, as_csv({"slug": "example-topic", "name": "Example topic"}))
    assert "The row is there already; nothing was changed." in page.content.decode()
    assert "fingerprint" not in fields_of(page)


def test_what_was_changed_meanwhile_is_not_overwritten(editor: Client) -> None:
    topic = TopicFactory.create(slug="example-topic", name="Old name")
    preview = shown(editor, TOPICS, as_csv({"slug": "example-topic", "name": "New name"}))
    topic.name = "Another's name"
    topic.save()
    page = confirmed(editor, TOPICS, preview)
    assert "Nothing was loaded" in messages_of(page)
    assert Topic.objects.get().name == "Another's name"


def test_a_statement_comes_in_with_its_parts_and_what_follows(editor: Client) -> None:
    holder = StakeholderFactory.create(slug="example-works", name="Example Works")
    sales = PropositionFactory.create(slug="sales")
    SourceFactory.create(slug="example-letter", url="https://news.example/letter")
    row = {
        "slug": "example-works-on-sales",
        "title": "Example Works on sales",
        "kind": "letter",
        "date": "2018-05",
        "date_basis": "printed",
        "state": "published",
        "voice": "Example Works",
        "source": "http://www.news.example/letter/",
        "words": "=We stop selling.",
        "words_kind": "verbatim",
        "proposition": "sales",
        "stance": "strongly opposes",
        "directness": "explicit",
        "reason": "“stop” says so.",
        "best_words": "here",
    }
    loaded(editor, STATEMENTS, row)
    position = Position.objects.get()
    assert (position.holder, position.proposition) == (holder, sales)
    assert position.stance == Stance.STRONGLY_OPPOSES
    assert IndexEntry.objects.get().statement.quotations.get().exact == "=We stop selling."
    assert str(position.statement.assessments.get().quotation) == "“=We stop selling.”"


def test_a_published_statement_needs_what_the_page_demands(editor: Client) -> None:
    row = {
        "slug": "bare",
        "title": "Bare",
        "kind": "letter",
        "date": "2018",
        "date_basis": "printed",
        "state": "published",
    }
    page = shown(editor, STATEMENTS, as_csv(row))
    reasons = [str(each) for each in page.context["result"].problems]
    lacks = "it cannot be published without"
    assert reasons == [
        f"Row 2, column voice: {lacks} somebody who makes it.",
        f"Row 2, column words: {lacks} words with their source.",
    ]


def test_words_that_are_not_in_the_kept_text_are_refused_with_the_word(editor: Client) -> None:
    statement = said(words="These are example words.")
    source = statement.quotations.get().source
    CaptureFactory.create(source=source, text="It said: “These are sample words.”")
    row = {
        "slug": statement.slug,
        "source": source.slug,
        "words_order": str(statement.quotations.get().order),
        "words": "These are example words!",
    }
    page = shown(editor, STATEMENTS, as_csv(row))
    (problem,) = page.context["result"].problems
    assert problem.column == "words"
    assert "not in the text of its source" in problem.reason
    assert "example" in problem.reason


def test_contributor_loads_drafts_alone(contributor: Client) -> None:
    draft = {"slug": "a-draft", "title": "A draft", "kind": "letter", "state": "in_review"}
    loaded(contributor, STATEMENTS, draft)
    assert Statement.objects.get().state == WorkflowState.IN_REVIEW
    published = {**draft, "slug": "another", "state": "published"}
    page = shown(contributor, STATEMENTS, as_csv(published))
    assert "not published" in page.context["result"].problems[0].reason


@pytest.mark.parametrize(
    "cells",
    [
        {"published_at": "2018-06-15T09:30:00Z"},
        {
            "source": "example-source",
            "words": "Example words.",
            "words_kind": "verbatim",
            "words_check": "exact",
            "words_checked_at": "2018-06-15T09:30:00Z",
        },
    ],
)
def test_contributor_cannot_claim_what_no_page_lets_them_type(
    contributor: Client, editor: Client, cells: dict[str, str]
) -> None:
    SourceFactory.create(slug="example-source")
    row = {"slug": "a-draft", "title": "A draft", "kind": "letter", **cells}
    page = shown(contributor, STATEMENTS, as_csv(row))
    reasons = {each.reason for each in page.context["result"].problems}
    assert reasons == {"it cannot be typed on the pages either. Leave the column out."}
    loaded(editor, STATEMENTS, row)
    assert Statement.objects.exists()


@pytest.mark.parametrize("state", [WorkflowState.PUBLISHED, WorkflowState.WITHDRAWN])
def test_contributor_changes_nothing_that_editors_decided(
    contributor: Client, state: WorkflowState
) -> None:
    statement = said(title="As it was", state=state)
    for cells in ({"title": "Changed"}, {"voice": "example-works", "state": "draft"}):
        StakeholderFactory.create(name=f"Example {len(cells)}")
        page = shown(contributor, STATEMENTS, as_csv({"slug": statement.slug, **cells}))
        assert page.context["result"].problems
        assert "fingerprint" not in fields_of(page)


def test_contributor_adds_organisations_but_changes_none(contributor: Client) -> None:
    loaded(contributor, ORGANISATIONS, {"slug": "new", "name": "New Example", "kind": "company"})
    page = shown(contributor, ORGANISATIONS, as_csv({"slug": "new", "name": "Other Example"}))
    assert "you may not change stakeholders (name)" in page.context["result"].problems[0].reason
    assert contributor.get(f"{TOPICS}import/").status_code == 403


@pytest.mark.parametrize(
    ("content", "name", "said_of_it"),
    [
        (b"slug,name\n", "file.pdf", "ends in neither .csv nor .xlsx"),
        (b"", "file.csv", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file.csv", "is no CSV file"),
        (b"slug,name\na,\xff\xfe", "file.csv", "not in UTF-8"),
        (b"PK\x03\x04 no workbook", "file.xlsx", "not readable as an XLSX workbook"),
        (b"slug,name\na,b", "file.xlsx", "not readable as an XLSX workbook"),
        (b"PK\x03\x04", "file.csv", "is a workbook"),
        (b'slug,name\na,"b', "file.csv", "not readable as CSV"),
        (b"x" * 5_000_001, "file.csv", "5,000,000 are the most"),
        (b"slug,name\n" + b"a,b\n" * 2_001, "file.csv", "more than 2,000 rows"),
        (b"slug,nam\na,b\n", "file.csv", "“nam” is no column of topics. Is it name?"),
        (b"description\nb\n", "file.csv", "There is no column slug or name"),
        (b"slug,slug\na,b\n", "file.csv", "stands there twice"),
        (b"slug,name\na,b,c\n", "file.csv", "in a column without a name"),
        (b"slug,name\na,b\x00c\n", "file.csv", "U+0000"),
    ],
)
def test_a_file_that_is_not_the_sheet_is_refused_in_words(
    editor: Client, content: bytes, name: str, said_of_it: str
) -> None:
    page = shown(editor, TOPICS, content, name)
    assert page.status_code == 200
    told = page.context["form"].errors.as_text() + getattr(page.context.get("result"), "wrong", "")
    assert said_of_it in told
    assert not Topic.objects.exists()


def words_of(statement: Statement, words: str) -> dict[str, str]:
    """A row that gives the words of a statement anew."""
    quotation = statement.quotations.get()
    return {
        "slug": statement.slug,
        "source": quotation.source.slug,
        "words_order": str(quotation.order),
        "words": words,
    }


def test_a_page_that_was_opened_before_does_not_undo_what_was_loaded(editor: Client) -> None:
    statement = said(words="Words as they were.", state=WorkflowState.DRAFT)
    address = f"{STATEMENTS}{statement.pk}/change/"
    page = opened(editor, address)
    loaded(editor, STATEMENTS, words_of(statement, "Words as loaded."))
    answer = editor.post(address, {**page, "summary": "Typed meanwhile."}, follow=True)
    assert not errors_of(answer)
    assert "Both their changes and yours are kept" in messages_of(answer)
    assert statement.quotations.get().exact == "Words as loaded."
    statement.refresh_from_db()
    assert statement.summary == "Typed meanwhile."


def test_the_note_to_readers_may_be_long_and_stands_in_the_history(editor: Client) -> None:
    statement = said(words="Words as they were.")
    note = "These words were taken from another copy, which had them otherwise. " * 3
    preview = shown(editor, STATEMENTS, as_csv(words_of(statement, "Words as loaded.")), note=note)
    confirmed(editor, STATEMENTS, preview)
    assert statement.corrections.get().note == note.strip()
    assert note.strip() in editor.get(f"{STATEMENTS}{statement.pk}/history/").content.decode()


def test_readers_are_told_of_statements_alone_and_by_editors(
    editor: Client, contributor: Client
) -> None:
    asked = "Note to readers"
    assert asked in editor.get(f"{STATEMENTS}import/").content.decode()
    assert asked not in editor.get(f"{TOPICS}import/").content.decode()
    assert asked not in contributor.get(f"{STATEMENTS}import/").content.decode()


def test_a_note_and_no_change_in_substance_are_not_both_said(editor: Client) -> None:
    statement = said(words="Words as they were.")
    file = as_csv(words_of(statement, "Words as loaded."))
    page = shown(editor, STATEMENTS, file, note="An example note.", no_substance="on")
    assert "Either tell readers, or say that there is nothing to." in page.content.decode()
    assert "fingerprint" not in fields_of(page)
