"""The queue shows the judgement before the button, and who waits for whom."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from positions.choices import Stance, WorkflowState
from tests.admin.forms import errors_of, opened
from tests.admin.review.test_queue import QUEUE, REVIEW, STATEMENTS
from tests.factories import AssessmentFactory, PropositionFactory, QuotationFactory, said

pytestmark = pytest.mark.django_db


def told(page: Any) -> dict[int, str]:
    return {row.waiting.statement.pk: row.history for row in page.context["listed"].rows}


def test_it_is_told_who_waits_for_whom(contributor: Client, editor: Client) -> None:
    User.objects.filter(username="an-contributor").update(first_name="Robin", last_name="Example")
    statement = said(state=WorkflowState.DRAFT)
    statement.history.update(history_user=User.objects.get(username="an-contributor"))
    assert told(editor.get(QUEUE, {"tab": "draft"})) == {statement.pk: "A draft by Robin Example"}
    address = f"{STATEMENTS}{statement.pk}/change/"
    editor.post(address, {**opened(editor, address), "state": "in_review"})
    handed_in = "Handed in by you; entered by Robin Example"
    assert told(editor.get(QUEUE)) == {statement.pk: handed_in}
    editor.post(QUEUE, {"send_back": statement.pk, f"note-{statement.pk}": "Who says that?"})
    assert told(contributor.get(QUEUE, {"tab": "draft"})) == {
        statement.pk: "Sent back to you by an-editor"
    }
    assert told(editor.get(QUEUE, {"tab": "draft"})) == {
        statement.pk: "Sent back to Robin Example by you"
    }


def test_what_was_noted_is_a_thread_with_names_until_it_is_published(
    contributor: Client, editor: Client
) -> None:
    statement = said(state=REVIEW)
    statement.history.update(history_user=User.objects.get(username="an-contributor"))
    address = f"{STATEMENTS}{statement.pk}/change/"

    def typed(client: Client, **fields: str) -> None:
        assert client.post(address, {**opened(client, address), **fields}).status_code == 302

    def thread(client: Client) -> list[tuple[str, str, bool]]:
        found = client.get(address).context.get("thread", [])
        return [(name, note.text, note.sends_back) for name, note in found]

    assert "new_note" not in opened(contributor, address)  # there is nothing to answer yet
    editor.post(QUEUE, {"send_back": statement.pk, f"note-{statement.pk}": "Who says that?"})
    assert '<h2 id="sent-back-heading">Sent back to you by an-editor</h2>' in (
        contributor.get(address).content.decode()
    )
    typed(contributor, new_note="The chair does.", state="in_review")
    typed(contributor, title="A change of something else", state="draft")  # taken back
    typed(contributor, state="in_review")
    assert thread(editor) == [
        ("You", "Who says that?", True),
        ("an-contributor", "The chair does.", False),
    ]
    queue = unescape(editor.get(QUEUE).content.decode())
    assert "You, sending it back" in queue
    assert "The chair does." in queue.partition("an-contributor,")[2]
    both = {**opened(editor, address), "state": "published", "new_note": "Well done."}
    assert "nobody reads a note" in errors_of(editor.post(address, both))
    typed(editor, new_note="Who says that?", state="draft")  # the same again is said again
    assert [name for name, *_ in thread(contributor)] == ["an-editor", "You", "an-editor"]
    typed(editor, state="published")
    assert thread(editor) == []


def test_all_that_readers_will_see_stands_before_the_button(editor: Client) -> None:
    proposition = PropositionFactory.create(short_label="Example weirs")
    statement = said(state=REVIEW, words="It leaks.", summary="A summary of ours.")
    QuotationFactory.create(statement=statement, exact="It leaks & floods.", kind="paraphrase")
    AssessmentFactory.create(
        statement=statement,
        proposition=proposition,
        stance=Stance.OPPOSES,
        directness="implied",
        reason="A weir that leaks is none.",
    )
    page = unescape(editor.get(QUEUE).content.decode())
    row = page.partition('class="queue"')[2].partition('name="publish"')[0]
    for each in statement.quotations.all():
        assert each.exact in row
        assert str(each.source) in row
    for shown_text in (
        *("A summary of ours.", "not checked", "a paraphrase, which is not checked"),
        *("Example weirs", "opposes", "implied", "A weir that leaks is none."),
    ):
        assert shown_text.lower() in row.lower(), shown_text
