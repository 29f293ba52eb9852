"""Topic, form and venue of many statements are changed at once, all or none."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import StatementKind, WorkflowState
from positions.models import Correction, Statement
from tests.admin.forms import messages_of
from tests.factories import TopicFactory, said

pytestmark = pytest.mark.django_db
LIST = "/admin/positions/statement/"


def send(client: Client, statements: list[Statement], **fields: Any) -> Any:
    chosen = {"action": "change_chosen", "_selected_action": [each.pk for each in statements]}
    if "apply" in fields and "seen" not in fields:
        fields["seen"] = client.post(LIST, chosen, follow=True).context["seen"]
    return client.post(LIST, {**chosen, **fields}, follow=True)


def test_all_chosen_have_what_was_chosen_and_the_rest_stays(editor: Client) -> None:
    topic, other = TopicFactory.create(), TopicFactory.create()
    one = said(state=WorkflowState.DRAFT, venue="A hall")
    two = said(state=WorkflowState.IN_REVIEW, topic=other, kind=StatementKind.SPEECH)
    left = said(state=WorkflowState.DRAFT)
    page = send(editor, [one, two]).content.decode()
    assert str(one) in page
    assert 'name="note"' not in page
    told = send(editor, [one, two], apply="1", topic=topic.pk, kind="letter")
    assert "2 statements are changed." in messages_of(told)
    for each in (one, two):
        each.refresh_from_db()
        assert (each.topic, each.kind) == (topic, "letter")
        assert each.history.count() == 2
    assert one.venue == "A hall"
    left.refresh_from_db()
    assert left.topic != topic


def test_readers_are_told_of_what_they_have_seen_or_nothing_is_changed(editor: Client) -> None:
    topic = TopicFactory.create()
    seen, draft = said(), said(state=WorkflowState.DRAFT)
    page = send(editor, [seen, draft], apply="1", topic=topic.pk)
    assert "Readers have seen this statement" in str(page.context["form"].errors["note"])
    assert not Statement.objects.filter(topic=topic).exists()
    send(editor, [seen, draft], apply="1", topic=topic.pk, note="It was filed under another.")
    assert Statement.objects.filter(topic=topic).count() == 2
    assert Correction.objects.get().note == "It was filed under another."


def test_a_contributor_changes_what_is_open_and_is_told_of_the_rest(contributor: Client) -> None:
    seen, draft = said(), said(state=WorkflowState.DRAFT)
    told = send(contributor, [seen, draft], apply="1", venue="Example hall")
    assert "1 statement is changed. 1 stays as it was" in messages_of(told)
    assert list(Statement.objects.filter(venue="Example hall")) == [draft]


@pytest.mark.parametrize("typed", [{}, {"kind": "no_reply"}, {"topic": "x"}, {"venue": "a" * 201}])
def test_what_is_not_understood_changes_nothing(editor: Client, typed: dict[str, str]) -> None:
    draft = said(state=WorkflowState.DRAFT)
    page = send(editor, [draft], apply="1", **typed)
    assert page.context["form"].errors
    assert draft.history.count() == 1


def test_what_changed_since_the_page_was_opened_is_asked_about(editor: Client) -> None:
    one = said(state=WorkflowState.DRAFT)
    seen = send(editor, [one]).context["seen"]
    send(editor, [one], apply="1", venue="Example hall")
    page = send(editor, [one], apply="1", venue="Another hall", seen=seen)
    assert "Meanwhile somebody changed one of these" in page.content.decode()
    one.refresh_from_db()
    assert one.venue == "Example hall"
    send(editor, [one], apply="1", venue="Another hall", seen=page.context["seen"])
    one.refresh_from_db()
    assert one.venue == "Another hall"


def test_that_nobody_replied_is_not_made_a_letter(editor: Client) -> None:
    silence = said(state=WorkflowState.DRAFT, kind=StatementKind.NO_REPLY)
    page = send(editor, [silence], apply="1", kind="letter")
    assert "says that nobody replied" in str(page.context["form"].errors["kind"])


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"note": "x" * 2_001}, "2,001 characters; at most 2,000."),
        ({"note": "It was\x07 wrong."}, "U+0007 (bell) at character 7: delete it."),
        (
            {"note": "It was wrong.", "no_substance": "on"},
            "Either tell readers, or say that there is nothing to.",
        ),
    ],
)
def test_a_note_is_what_it_is_on_the_page_of_one(
    editor: Client, typed: dict[str, str], why: str
) -> None:
    seen = said()
    page = send(editor, [seen], apply="1", venue="Example hall", **typed)
    assert why in page.content.decode()
    assert not Correction.objects.exists()
    assert not Statement.objects.filter(venue="Example hall").exists()


def test_the_lines_of_a_note_end_as_they_are_kept(editor: Client) -> None:
    send(editor, [said()], apply="1", venue="Example hall", note="One.\r\nTwo.")
    assert Correction.objects.get().note == "One.\nTwo."
