"""A pasted list of signatories: a result for each line, and no line lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from positions.admin.signatories import Named, Names, fold, known_names, read_lines
from positions.choices import AttributionRole, Capacity
from positions.models import Attribution, Position, Statement
from tests.admin.forms import errors_of, messages_of, opened
from tests.factories import (
    AliasFactory,
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    said,
)

UNION = Named(1, "Example Liberties Union", "elu", False)
CAFE = Named(2, "Café Société", "cafe", False)
WORKS = Named(3, "The Works & Sons, Inc.", "works", False)
ELSE = Named(4, "Example Elsewhere, North", "north", False)
JANE = Named(5, "Jane Example", "jane", True)
TWIN = Named(6, "Example Works", "twin", False)


def names() -> Names:
    known = Names()
    known.add(UNION, UNION.name, "ELU", "Liberties")
    for each in (CAFE, WORKS, ELSE, JANE, TWIN):
        known.add(each, each.name)
    known.add(WORKS, "Example Works")
    return known


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Example Liberties Union", UNION),
        ("ELU", UNION),
        ("Liberties", UNION),
        ("  12. the example liberties union", UNION),
        ("• CAFE SOCIETE", CAFE),
        ("Works and Sons", WORKS),
        ("Works & Sons Incorporated", WORKS),
        ("Example Elsewhere, North", ELSE),
        ("Jane Example, senior counsel, Example Liberties Union", JANE),
        ("Jane Example – Example Liberties Union", JANE),
        ("Jane Example (ELU)", JANE),
        ("Example Works [twin]", TWIN),
    ],
)
def test_line_matches_however_the_name_is_written(line: str, named: Named) -> None:
    (read,) = read_lines(line, names())
    assert read.match == named


def test_organisation_behind_a_person_is_read() -> None:
    (read,) = read_lines("Jane Example, senior counsel, Example Liberties Union", names())
    assert read.organisation == UNION


def test_name_of_two_is_ambiguous_and_of_none_unknown() -> None:
    both, none = read_lines("Example Works\nNobody at All, Example Liberties Union", names())
    assert {each.pk for each in both.candidates} == {WORKS.pk, TWIN.pk}
    assert both.match is None
    assert none.candidates == ()


@given(st.text(), st.sampled_from([UNION, CAFE, ELSE, JANE]))
def test_no_line_is_lost_whatever_is_pasted(pasted: str, named: Named) -> None:
    lines = read_lines(f"{pasted}\n{named.name}", names())
    wanted = [line.strip() for line in pasted.splitlines() if line.strip()]
    assert [line.text for line in lines] == [*wanted, named.name]
    assert lines[-1].match == named


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_case_and_punctuation_do_not_matter(word: str) -> None:
    assert fold(f"The  {word.upper()}, Inc.") == fold(f"{word.upper()} inc")


def test_reading_many_lines_costs_two_queries(db: None) -> None:
    many = StakeholderFactory.create_batch(40)
    AliasFactory.create(stakeholder=many[0], name="An Alias")
    with CaptureQueriesContext(connection) as run:
        lines = read_lines("\n".join(each.name for each in many), known_names())
    assert len(run) == 2
    assert all(line.match for line in lines)


# On the page


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
