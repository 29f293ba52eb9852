"""A pasted list on the page: a result for each line, and no line lost."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.choices import AttributionRole, Capacity
from positions.models import Attribution, Position, Statement
from tests.admin.forms import errors_of, messages_of, opened
from tests.factories import (
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    said,
)


def page_of(statement: Statement) -> str:
    return f"/admin/positions/statement/{statement.pk}/change/"


def paste(client: Client, statement: Statement, *lines: str, **fields: Any) -> Any:
    sent = {**opened(client, page_of(statement)), "signatories": "\r\n".join(lines), **fields}
    return client.post(page_of(statement), sent, follow=True)


def test_pasted_signatories_are_added_and_hold_positions(editor: Client) -> None:
    proposition = PropositionFactory.create()
    statement = said(on={proposition: "opposes"})  # type: ignore[dict-item]
    group, person = StakeholderFactory.create(), PersonFactory.create()
    page = paste(editor, statement, group.name, f"{person.name}, director, {group.name}")
    signed = Attribution.objects.filter(role=AttributionRole.SIGNATORY)
    assert [(each.stakeholder, each.capacity) for each in signed] == [
        (group, Capacity.ORGANISATIONAL),
        (person, Capacity.AFFILIATION_ONLY),
    ]
    assert signed[1].name_printed == f"{person.name}, director, {group.name}"
    assert signed[1].on_behalf_of == group
    assert f"Signatories added: {group.name}, {person.name}" in messages_of(page)
    assert Position.objects.filter(holder__in=[group, person]).count() == 2
    assert Attribution.history.filter(stakeholder=group).count() == 1


def test_unmatched_lines_refuse_the_save_and_stay_in_the_box(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, "Nobody at All", title="Typed")
    shown = page.content.decode()
    assert "“Nobody at All”: nobody of that name is known" in errors_of(page)
    assert "/admin/positions/organisation/add/?name=Nobody+at+All" in shown
    assert f"{known.name}\nNobody at All" in shown.replace("\r\n", "\n")
    assert f"{known.name} → {known.name}" in shown
    statement.refresh_from_db()
    assert statement.title != "Typed"
    assert statement.attributions.count() == 1


def test_ambiguous_line_shows_its_candidates(editor: Client) -> None:
    twins = [StakeholderFactory.create(name="Example Twins", slug=f"twin-{n}") for n in "ab"]
    statement = said()
    page = paste(editor, statement, "Example Twins")
    assert "Example Twins [twin-a], Example Twins [twin-b]" in errors_of(page)
    paste(editor, statement, "Example Twins [twin-b]")
    assert statement.attributions.filter(stakeholder=twins[1]).exists()


def test_editor_may_save_without_the_unmatched_lines(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, "Nobody at All", skip_unmatched="on")
    assert "Left out: “Nobody at All”" in messages_of(page)
    assert statement.attributions.filter(stakeholder=known).exists()


def test_name_listed_twice_or_there_already_is_added_once(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    paste(editor, statement, known.name, known.name.upper())
    paste(editor, statement, known.name)
    assert statement.attributions.filter(stakeholder=known).count() == 1


def test_signatories_alone_make_a_statement_publishable(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, **{"attributions-0-DELETE": "on"})
    assert not errors_of(page)
    assert [each.stakeholder for each in statement.attributions.all()] == [known]


def test_more_signatories_cost_no_more_queries(editor: Client) -> None:
    def cost(count: int) -> int:
        statement = said()
        lines = [each.name for each in StakeholderFactory.create_batch(count)]
        sent = {**opened(editor, page_of(statement)), "signatories": "\n".join(lines)}
        with CaptureQueriesContext(connection) as run:
            editor.post(page_of(statement), sent)
        assert statement.attributions.count() == count + 1
        return len(run)

    assert cost(30) == cost(3)
