"""Everything can be put back as it was, and what follows from it is derived again."""

from __future__ import annotations

import re

from django.test import Client

from positions import derivation
from positions.choices import Stance, WorkflowState
from positions.models import Attribution, Position, Stakeholder, Statement
from tests.admin.forms import messages_of, opened, row
from tests.factories import (
    PropositionFactory,
    StakeholderFactory,
    said,
)

NOTED = {"correction_note": "An example note."}


def at(statement: Statement, page: str = "change") -> str:
    return f"/admin/positions/statement/{statement.pk}/{page}/"


def ways_back(client: Client, address: str) -> list[str]:
    """The addresses that a history page offers, newest first."""
    page = client.get(address)
    assert page.status_code == 200
    return re.findall(r'class="goback" href="([^"]+)"', page.content.decode())


def positions() -> set[tuple[int, int, str]]:
    return set(Position.objects.values_list("holder_id", "proposition_id", "stance"))


def test_going_back_restores_parts_and_derives_again(editor: Client) -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    statement = said(holder, on={proposition: Stance.OPPOSES}, title="As it was")
    addressee = StakeholderFactory.create()
    statement.addressees.add(addressee)
    words = statement.quotations.get().exact
    held = positions()
    fields = opened(editor, at(statement))
    fields |= {"title": "Another", "addressees": [], "quotations-0-exact": "Other words."}
    fields |= {"assessments-0-DELETE": "on"}
    fields |= row("attributions", 1, stakeholder=addressee.pk, role="signatory")
    editor.post(at(statement), fields)
    assert positions() == set()
    back = ways_back(editor, at(statement, "history"))[0]
    preview = editor.get(back).content.decode()
    assert "<ins>As it was</ins>" in preview
    page = editor.post(back, NOTED, follow=True)
    assert "is again as it was" in messages_of(page)
    statement.refresh_from_db()
    assert statement.title == "As it was"
    assert [each.exact for each in statement.quotations.all()] == [words]
    assert [each.stakeholder for each in statement.attributions.all()] == [holder]
    assert list(statement.addressees.all()) == [addressee]
    assert positions() == held


def test_withdrawn_statement_is_taken_back_and_undone(editor: Client) -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    statement = said(holder, on={proposition: Stance.OPPOSES})
    held = positions()
    editor.post(at(statement), {**opened(editor, at(statement)), "state": "withdrawn"})
    assert positions() == set()
    editor.post(ways_back(editor, at(statement, "history"))[0], NOTED)
    statement.refresh_from_db()
    assert statement.is_published
    assert positions() == held


def test_deleted_statement_comes_back_with_its_parts(administrator: Client) -> None:
    proposition = PropositionFactory.create()
    statement = said(
        on={proposition: Stance.OPPOSES}, title="Deleted and back", state=WorkflowState.DRAFT
    )
    administrator.post(at(statement, "delete"), {"post": "yes"})
    assert not Statement.objects.exists()
    administrator.post(ways_back(administrator, at(statement, "history"))[0])
    back = Statement.objects.get()
    assert (back.pk, back.title) == (statement.pk, "Deleted and back")
    assert back.assessments.get().proposition == proposition
    assert back.attributions.count() == back.quotations.count() == 1


def test_going_back_to_what_is_no_longer_valid_changes_nothing(administrator: Client) -> None:
    gone = StakeholderFactory.create()
    statement = said(StakeholderFactory.create(), gone)
    fields = opened(administrator, at(statement))
    administrator.post(at(statement), {**fields, "attributions-1-DELETE": "on", "title": "Now"})
    administrator.post(f"/admin/positions/organisation/{gone.pk}/delete/", {"post": "yes"})
    assert not Stakeholder.objects.filter(pk=gone.pk).exists()
    back = ways_back(administrator, at(statement, "history"))[0]
    page = administrator.post(back)
    assert "Nothing was changed" in messages_of(page)
    statement.refresh_from_db()
    assert statement.title == "Now"


def test_contributor_cannot_go_back_to_a_published_state(
    editor: Client, contributor: Client
) -> None:
    statement = said(state=WorkflowState.DRAFT)
    Statement.history.filter(id=statement.pk).update(state=WorkflowState.PUBLISHED)
    editor.post(at(statement), {**opened(editor, at(statement)), "title": "Another"})
    back = ways_back(contributor, at(statement, "history"))[0]
    page = contributor.post(back)
    assert "a contributor may leave it draft or in review" in messages_of(page)
    statement.refresh_from_db()
    assert statement.state == WorkflowState.DRAFT


def test_moment_before_it_existed_is_not_found(editor: Client) -> None:
    statement = said()
    for moment in ("1999-01-01T00:00:00+00:00", "yesterday", "2018-13-45T00:00:00+00:00"):
        assert editor.post(at(statement, f"history/{moment}")).status_code == 404


def test_rebuilding_after_going_back_changes_no_position(editor: Client) -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018-01")
    statement = said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2018-06")
    fields = {**opened(editor, at(statement)), "date_edtf": "2017"}
    editor.post(at(statement), fields)
    editor.post(ways_back(editor, at(statement, "history"))[0], NOTED)
    kept = list(Position.objects.order_by("held_from").values_list("held_from", "held_until"))
    derivation.rebuild_all()
    assert kept == list(
        Position.objects.order_by("held_from").values_list("held_from", "held_until")
    )
    assert Attribution.objects.count() == 2
