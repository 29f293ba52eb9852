"""The history tells what was changed, parts included, at a fixed cost."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.history.timeline import timeline
from positions.models import Stakeholder, Statement
from tests.admin.forms import opened, row
from tests.factories import (
    AffiliationFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)


def at(statement: Statement, page: str = "change") -> str:
    return f"/admin/positions/statement/{statement.pk}/{page}/"


def test_one_save_is_one_entry_with_its_parts_and_its_editor(editor: Client) -> None:
    statement = said(title="As it was")
    other = StakeholderFactory.create()
    fields = opened(editor, at(statement))
    fields |= {"title": "As it is", "addressees": [str(other.pk)]}
    fields |= row("attributions", 1, stakeholder=other.pk, role="signatory")
    editor.post(at(statement), fields)
    newest = timeline(Statement, statement.pk)[0]
    told = {(event.noun, event.name, event.deed) for event in newest.events}
    assert newest.by == str(User.objects.get())
    assert ("attribution", other.name, "added") in told
    changes = [
        (change.label, change.before, change.after)
        for event in newest.events
        if event.noun == "statement"
        for change in event.changes
    ]
    assert ("Title", "As it was", "As it is") in changes
    assert ("Addressees", "—", other.name) in changes


def test_history_page_costs_the_same_for_more_entries(editor: Client) -> None:
    statement = said()

    def queries() -> int:
        with CaptureQueriesContext(connection) as run:
            editor.get(at(statement, "history"))
        return len(run)

    editor.post(at(statement), {**opened(editor, at(statement)), "title": "One"})
    first = queries()
    for title in ("Two", "Three", "Four"):
        editor.post(at(statement), {**opened(editor, at(statement)), "title": title})
    assert queries() == first


def test_new_organisation_leaves_a_history_of_itself_and_its_names(editor: Client) -> None:
    add = "/admin/positions/organisation/add/"
    fields = {**opened(editor, add), "kind": "company", "name": "Example Works"}
    page = editor.post(add, {**fields, **row("aliases", 0, name="The Works", kind="short")})
    assert page.status_code == 302
    made = Stakeholder.objects.get(name="Example Works")
    told = {(each.noun, each.deed) for each in timeline(Stakeholder, made.pk)[0].events}
    assert told == {("stakeholder", "added"), ("alias", "added")}


def test_affiliation_stands_on_the_members_history(editor: Client) -> None:
    tie = AffiliationFactory.create()
    page = editor.get(f"/admin/positions/person/{tie.member_id}/history/").content.decode()
    assert f"“{tie.group.name}” added" in page


def test_what_was_loaded_without_a_record_has_an_honest_history(db: None) -> None:
    statement = StatementFactory.create()
    Statement.history.all().delete()
    statement.save()
    (entry,) = timeline(Statement, statement.pk)
    assert [(event.deed, event.changes) for event in entry.events] == [("changed", [])]
