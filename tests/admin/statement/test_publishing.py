"""Statements are published and withdrawn from the list, each through all checks."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import QuotationCheck, Stance, WorkflowState
from positions.models import IndexEntry, Position, Statement
from tests.admin.forms import messages_of
from tests.factories import PropositionFactory, StatementFactory, said

LIST = "/admin/positions/statement/"


def act(client: Client, action: str, *statements: Statement, **fields: Any) -> Any:
    chosen = [each.pk for each in statements]
    return client.post(LIST, {"action": action, "_selected_action": chosen, **fields}, follow=True)


def test_publishing_derives_and_says_how_many(editor: Client) -> None:
    proposition = PropositionFactory.create()
    drafts = [said(on={proposition: Stance.OPPOSES}, state=WorkflowState.DRAFT) for _ in range(2)]
    assert not Position.objects.exists()
    page = act(editor, "publish", *drafts)
    assert "2 statements are now public" in messages_of(page)
    assert Position.objects.count() == 2
    assert IndexEntry.objects.count() == 2
    assert [each.version for each in Statement.objects.all()] == [2, 2]


def test_incomplete_statement_stays_and_the_others_are_published(editor: Client) -> None:
    whole = said(state=WorkflowState.DRAFT)
    bare = StatementFactory.create(state=WorkflowState.DRAFT, title="Bare")
    page = act(editor, "publish", whole, bare)
    assert "“Bare” stays as it was: it lacks somebody who makes it" in messages_of(page)
    whole.refresh_from_db()
    bare.refresh_from_db()
    assert (whole.state, bare.state) == (WorkflowState.PUBLISHED, WorkflowState.DRAFT)


def test_statement_whose_words_are_not_in_the_text_is_not_published(editor: Client) -> None:
    statement = said(state=WorkflowState.DRAFT)
    quotation = statement.quotations.get()
    quotation.check_result, quotation.checked_at = (
        QuotationCheck.NOT_FOUND,
        quotation.statement.created_at,
    )
    quotation.save()
    assert "not in the text of its source" in messages_of(act(editor, "publish", statement))
    statement.refresh_from_db()
    assert statement.state == WorkflowState.DRAFT


def test_withdrawing_asks_first_and_shows_what_goes(editor: Client) -> None:
    proposition = PropositionFactory.create()
    statement = said(on={proposition: Stance.OPPOSES})
    page = act(editor, "withdraw", statement)
    assert f"Opposes: {proposition.short_label}".lower() in page.content.decode().lower()
    statement.refresh_from_db()
    assert statement.is_published
    act(editor, "withdraw", statement, note="An example note.")
    statement.refresh_from_db()
    assert statement.state == WorkflowState.WITHDRAWN
    assert not Position.objects.exists()


@pytest.mark.parametrize("note", ["A bell\a rings.", "A null\0.", "x" * 2_001])
def test_a_note_that_cannot_be_told_moves_nothing_and_says_why(editor: Client, note: str) -> None:
    statement = said()
    page = act(editor, "withdraw", statement, note=note)
    assert "stays as it was: the note to readers has" in messages_of(page)
    statement.refresh_from_db()
    assert statement.is_published


def test_withdrawn_statement_is_published_again_by_the_same_list(editor: Client) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    act(editor, "withdraw", statement, note="An example note.")
    page = act(editor, "publish", statement)
    assert "They are now told why" in page.content.decode()
    assert not Position.objects.exists()
    act(editor, "publish", statement, note="It was right after all.")
    assert Position.objects.count() == 1
    assert [each.kind for each in statement.corrections.all()] == ["restored", "withdrawn"]


def test_only_published_statements_link_to_their_public_page(editor: Client) -> None:
    public, draft = said(), said(state=WorkflowState.DRAFT)
    for statement, linked in ((public, True), (draft, False)):
        page = editor.get(f"{LIST}{statement.pk}/change/").content.decode()
        assert (f'href="{statement.get_absolute_url()}"' in page) is linked


def test_contributor_is_offered_neither_action(contributor: Client) -> None:
    said()
    page = contributor.get(LIST).content.decode()
    assert "Publish the chosen" not in page
    assert "Withdraw the chosen" not in page
