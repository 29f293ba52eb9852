"""Moves by the form follow the table, and readers are told of what changes in their sight."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance, WorkflowState
from positions.history.timeline import timeline
from positions.models import Correction, Statement
from tests.admin.forms import errors_of, messages_of, opened, row
from tests.admin.statement.typed import change, stance, words
from tests.factories import PropositionFactory, StakeholderFactory, said

NEEDED = "tell them what was corrected"


def sent(client: Client, statement: Statement, **fields: Any) -> Any:
    """The answer to the statement's page as it is, with these fields otherwise."""
    address = change(statement)
    typed = {**opened(client, address), "correction_note": "", **fields}
    return client.post(address, typed, follow=True)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": "Another title"}, "the title"),
        ({"date_edtf": "2017"}, "the date"),
        ({"quotations-0-exact": "Other words."}, "the words"),
        (words(1, exact="One more."), "the words"),
        ({"assessments-0-stance": "supports"}, "the stances"),
        ({"assessments-0-DELETE": "on"}, "the stances"),
        ({"attributions-0-name_printed": "an example voice"}, "who makes it"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_a_change_in_readers_sight_asks_for_a_note_and_writes_nothing(
    editor: Client, changed: dict[str, Any], told: str
) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    if "quotations-1-exact" in changed:
        changed = {**changed, "quotations-1-source": statement.quotations.get().source_id}
    address = change(statement)
    typed = {**opened(editor, address), **changed}
    page = editor.post(address, {**typed, "correction_note": ""})
    assert f"{told} changed: {NEEDED}" in errors_of(page)
    assert Statement.history.filter(id=statement.pk).count() == 1
    assert not Correction.objects.exists()
    page = editor.post(address, {**typed, "correction_note": "It is put right."}, follow=True)
    assert not errors_of(page)
    assert "Readers are told: It is put right." in messages_of(page)
    made = Correction.objects.get()
    assert (made.statement, made.kind, made.note) == (statement, "corrected", "It is put right.")
    assert made.history.get().history_user.username == "an-editor"


def test_no_change_in_substance_is_told_to_nobody_and_kept_in_the_history(editor: Client) -> None:
    statement = said()
    page = sent(editor, statement, title="Spelt right", no_substance="on")
    assert not errors_of(page)
    assert not Correction.objects.exists()
    assert timeline(Statement, statement.pk)[0].reason.startswith("No change in substance")
    assert (
        "No change in substance"
        in editor.get(f"/admin/positions/statement/{statement.pk}/history/").content.decode()
    )


def test_a_note_and_no_substance_are_not_both_true(editor: Client) -> None:
    statement = said()
    page = sent(editor, statement, title="Another", no_substance="on", correction_note="It is.")
    assert "Either tell readers" in errors_of(page)


def test_saving_what_readers_see_unchanged_asks_nothing(editor: Client) -> None:
    statement = said()
    assert not errors_of(sent(editor, statement, slug="another-address"))
    assert not Correction.objects.exists()


def test_a_note_alone_is_published(editor: Client) -> None:
    statement = said()
    sent(editor, statement, correction_note="The title of its source was wrong.")
    assert Correction.objects.get().kind == "corrected"


def test_withdrawing_by_the_form_asks_why(editor: Client) -> None:
    statement = said()
    page = sent(editor, statement, state="withdrawn")
    assert "tell them why it is withdrawn" in errors_of(page)
    sent(editor, statement, state="withdrawn", correction_note="It was invented.")
    statement.refresh_from_db()
    assert statement.state == WorkflowState.WITHDRAWN
    assert not errors_of(sent(editor, statement, title="Mended while withdrawn"))
    page = sent(editor, statement, state="published")
    assert "tell them why it is published again" in errors_of(page)
    sent(editor, statement, state="published", correction_note="It was so after all.")
    assert [each.kind for each in Correction.objects.all()] == ["restored", "withdrawn"]


def test_signatories_added_to_what_readers_see_are_told_and_nothing_else_is_said(
    editor: Client,
) -> None:
    statement = said()
    known = StakeholderFactory.create()
    page = sent(editor, statement, signatories=known.name)
    assert f"who makes it changed: {NEEDED}" in errors_of(page)
    assert messages_of(page) == ""
    assert statement.attributions.count() == 1


@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_what_readers_have_seen_goes_back_to_no_draft(editor: Client, state: str) -> None:
    statement = said()
    page = sent(editor, statement, state=state, correction_note="It is to go.")
    assert "readers have seen it, so correct it or withdraw it" in errors_of(page)
    statement.refresh_from_db()
    assert statement.is_published


def test_a_draft_is_withdrawn_by_nobody(editor: Client) -> None:
    statement = said(state=WorkflowState.DRAFT)
    assert "not withdrawn" in errors_of(sent(editor, statement, state="withdrawn"))


def test_sending_back_by_the_form_needs_a_note_and_taking_back_does_not(
    editor: Client, contributor: Client
) -> None:
    statement = said(state=WorkflowState.IN_REVIEW)
    page = sent(editor, statement, state="draft")
    assert "Say to the contributor" in errors_of(page)
    sent(editor, statement, state="draft", new_note="Who says that?")
    statement.refresh_from_db()
    assert (statement.state, statement.review_note) == ("draft", "Who says that?")
    for state in ("in_review", "draft"):
        page = sent(contributor, statement, state=state)
        assert not errors_of(page)
    statement.refresh_from_db()
    assert (statement.state, statement.review_note) == ("draft", "Who says that?")


def test_the_history_shows_each_move_with_its_author(editor: Client, contributor: Client) -> None:
    statement = said(state=WorkflowState.DRAFT)
    sent(contributor, statement, state="in_review")
    sent(editor, statement, state="published")
    moves = [
        (entry.by, each.before, each.after)
        for entry in timeline(Statement, statement.pk)
        for event in entry.events
        for each in event.changes
        if each.label == "State" and event.deed == "changed"
    ]
    assert moves == [
        ("an-editor", "In review", "Published"),
        ("an-contributor", "Draft", "In review"),
    ]


def test_a_new_statement_asks_for_no_note(editor: Client) -> None:
    fields = opened(editor, "/admin/positions/statement/add/")
    page = editor.get("/admin/positions/statement/add/").content.decode()
    assert "correction_note" not in fields
    assert 'name="new_note"' not in page


def test_going_back_in_readers_sight_asks_for_a_note(editor: Client) -> None:
    statement = said(title="As it was")
    sent(editor, statement, title="As it is", correction_note="The title.")
    moment = timeline(Statement, statement.pk)[1].moment
    back = f"/admin/positions/statement/{statement.pk}/history/{moment.isoformat()}/"
    assert 'name="correction_note"' in editor.get(back).content.decode()
    page = editor.post(back)
    assert f"the title changed: {NEEDED}" in messages_of(page)
    editor.post(back, {"no_substance": "on"})
    statement.refresh_from_db()
    assert statement.title == "As it was"
    assert [each.note for each in Correction.objects.all()] == ["The title."]


def test_going_back_from_published_to_a_draft_is_refused(editor: Client) -> None:
    statement = said(state=WorkflowState.DRAFT)
    sent(editor, statement, state="published")
    moment = timeline(Statement, statement.pk)[1].moment
    back = f"/admin/positions/statement/{statement.pk}/history/{moment.isoformat()}/"
    page = editor.post(back, {"correction_note": "It is to go."})
    assert "correct it or withdraw it" in messages_of(page)
    statement.refresh_from_db()
    assert statement.is_published
    assert not Correction.objects.exists()


def test_rows_typed_stay_when_the_note_is_asked_for(editor: Client) -> None:
    statement, proposition = said(), PropositionFactory.create()
    other = StakeholderFactory.create()
    page = sent(
        editor,
        statement,
        **stance(proposition.pk),
        **row("attributions", 1, stakeholder=other.pk, role="signatory"),
    )
    assert "who makes it and the stances changed" in errors_of(page)
    assert "The example words say so." in page.content.decode()


def test_who_only_reads_is_asked_for_no_note(contributor: Client) -> None:
    page = contributor.get(change(said()))
    assert page.status_code == 200
    assert "Note to readers" not in page.content.decode()


def test_a_note_of_two_lines_is_taken_as_browsers_send_it(editor: Client) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    sent(editor, statement, title="Another title", correction_note="One line.\r\nTwo lines.")
    assert Correction.objects.get().note == "One line.\nTwo lines."
