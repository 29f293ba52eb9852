"""A pasted list on the page: a result for each line, and no line lost."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions.admin.statement.signatories import kinds_for
from positions.choices import AttributionRole, Capacity
from positions.models import Attribution, Organisation, Person, Position, Stakeholder, Statement
from positions.models.names import names_for
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
    assert "1 line matches nobody, or several. Nothing was saved." in errors_of(page)
    assert shown.count("“Nobody at All”: nobody of that name is known") == 1
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
    assert "Example Twins [twin-a], Example Twins [twin-b]" in page.content.decode()
    paste(editor, statement, "Example Twins [twin-b]")
    assert statement.attributions.filter(stakeholder=twins[1]).exists()


def test_editor_may_save_without_the_unmatched_lines(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, "Nobody at All", skip_unmatched="on")
    assert "Left out: “Nobody at All”" in messages_of(page)
    assert statement.attributions.filter(stakeholder=known).exists()


def test_name_listed_twice_or_there_already_is_added_once(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, known.name.upper())
    assert f"these repeat another line of the list: “{known.name.upper()}”." in messages_of(page)
    page = paste(editor, statement, known.name)
    assert f"these sign already: “{known.name}”." in messages_of(page)
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


UNKNOWN = (
    "1. Natural Resources Example Council (NREC)",
    "EFF-X (Electronic Example Foundation)",
    "Jane Unknown, director, Unheard Works",
    "Unheard Works",
    "UNHEARD WORKS",
)


def test_all_that_are_unknown_are_added_in_the_same_save(editor: Client) -> None:
    statement, known = said(), StakeholderFactory.create()
    page = paste(editor, statement, known.name, *UNKNOWN)
    jane = re.search(r'name="(unknown-\w+)" aria-label="Add Jane Unknown', page.content.decode())
    assert jane is not None
    page = paste(
        editor, statement, known.name, *UNKNOWN, add_unknown="advocacy", **{jane[1]: "person"}
    )
    assert not errors_of(page)
    signed = Attribution.objects.filter(role=AttributionRole.SIGNATORY).order_by("order")
    assert [
        (each.stakeholder.name, each.stakeholder.abbreviation, each.stakeholder.kind)
        for each in signed
    ] == [
        (known.name, known.abbreviation, known.kind),
        ("Natural Resources Example Council", "NREC", "advocacy"),
        ("Electronic Example Foundation", "EFF-X", "advocacy"),
        ("Jane Unknown", "", "person"),
        ("Unheard Works", "", "advocacy"),
    ]
    assert signed[3].name_printed == "Jane Unknown, director, Unheard Works"
    assert [each.stakeholder.slug for each in signed[1:]] == [
        *("nrec", "eff-x", "jane-unknown", "unheard-works"),
    ]
    added = signed[4].stakeholder
    assert str(added.history.get().history_user) == "an-editor"
    assert names_for(["unheard works, inc."]).find("unheard works, inc.")[0].pk == added.pk


def test_a_line_that_may_mean_somebody_known_is_added_by_its_own_box_alone(editor: Client) -> None:
    statement = said()
    StakeholderFactory.create(name="Unheard Works", slug="unheard", abbreviation="")
    page = paste(editor, statement, "Unheard Works – North", "Unheard Wroks", add_unknown="company")
    shown = page.content.decode()
    assert shown.count("Did you mean Unheard Works [unheard]?") >= 2
    boxes = dict.fromkeys(re.findall(r'name="(unknown-\w+)"', shown), "company")
    assert len(boxes) == 2
    page = paste(editor, statement, "Unheard Works – North", "Unheard Wroks", **boxes)
    assert not errors_of(page)
    assert Stakeholder.objects.filter(name="Unheard Works – North", kind="company").exists()


def test_an_organisation_that_is_known_by_its_name_in_brackets_is_not_added(
    editor: Client,
) -> None:
    statement = said()
    StakeholderFactory.create(name="Unheard Works", slug="unheard", abbreviation="")
    page = paste(editor, statement, "UNW (Unheard Works)", add_unknown="company")
    assert "Did you mean Unheard Works [unheard]?" in page.content.decode()
    assert not Stakeholder.objects.filter(abbreviation="UNW").exists()


def test_a_name_that_is_too_long_refuses_the_save(editor: Client) -> None:
    page = paste(editor, said(), "Unheard " * 40, add_unknown="company")
    assert "319 characters; at most 200" in errors_of(page)


def test_who_may_add_nobody_is_offered_no_boxes(client: Client) -> None:
    assert kinds_for(set()) == []
    assert ("person", "Person") not in kinds_for({Organisation})
    assert [value for value, _ in kinds_for({Person})] == ["person"]


def test_adding_more_unknown_costs_no_more_queries(editor: Client) -> None:
    def cost(count: int) -> int:
        statement = said()
        lines = [f"{word} Example Works" for word in words[:count]]
        del words[:count]
        sent = {
            **opened(editor, page_of(statement)),
            "signatories": "\n".join(lines),
            "add_unknown": "company",
        }
        with CaptureQueriesContext(connection) as run:
            editor.post(page_of(statement), sent)
        assert statement.attributions.count() == count + 1
        return len(run)

    words = ["".join(pair) * 6 for pair in product("bdfgklmnprst", "aeiou")]
    assert cost(25) == cost(3)


def boxes_in(page: Any) -> dict[str, str]:
    """The name of the box of each unknown line, by its name as printed."""
    found = re.findall(r'name="(unknown-\w+)" aria-label="Add (.+?) as"', page.content.decode())
    return {printed: box for box, printed in found}


def test_the_lines_of_a_list_are_compared_with_each_other(editor: Client) -> None:
    lines = ("EBW", "Electronic Blue Watch (EBW)", "Association for Blue", "Assocation for Blue")
    statement = said()
    page = paste(editor, statement, *lines, add_unknown="advocacy")
    assert "1 line matches nobody" in errors_of(page)
    assert "Another line has “Association for Blue”" in page.content.decode()
    kept = {boxes_in(page)["Assocation for Blue"]: "company"}
    page = paste(editor, statement, *lines, add_unknown="advocacy", **kept)
    assert not errors_of(page)
    signed = statement.attributions.filter(role=AttributionRole.SIGNATORY).order_by("order")
    assert [(each.stakeholder.name, each.stakeholder.abbreviation) for each in signed] == [
        ("Electronic Blue Watch", "EBW"),
        ("Association for Blue", ""),
        ("Assocation for Blue", ""),
    ]
    assert "these repeat another line of the list: “Electronic Blue Watch (EBW)”" in messages_of(
        page
    )


def test_a_kind_chosen_for_a_line_is_that_of_its_repeats_and_two_kinds_are_refused(
    editor: Client,
) -> None:
    statement, lines = said(), ("Electronic Blue Watch (EBW)", "EBW")
    full, short = boxes_in(paste(editor, statement, *lines)).values()
    page = paste(editor, statement, *lines, **{full: "company", short: "union"})
    assert "name the same: choose one kind for both." in errors_of(page)
    assert not Stakeholder.objects.filter(abbreviation="EBW").exists()
    paste(editor, statement, *lines, **{full: "company"})
    assert Stakeholder.objects.get(abbreviation="EBW").kind == "company"


def test_two_people_of_one_name_in_a_list_are_asked_about(editor: Client) -> None:
    statement = said()
    lines = ("Jane Unknown, University of Blue", "Jane Unknown, University of Red")
    page = paste(editor, statement, *lines, add_unknown="person")
    assert "take one of them out if they are one person" in errors_of(page)
    assert not Stakeholder.objects.filter(name="Jane Unknown").exists()


def test_a_line_that_reads_as_a_persons_is_no_organisation_with_the_others(editor: Client) -> None:
    statement = said()
    works = StakeholderFactory.create(name="Bright Example Union", abbreviation="")
    lines = ("Red Example Collective*", "Jane Unknown, director, Bright Example Union;")
    page = paste(editor, statement, *lines, add_unknown="advocacy")
    assert "1 line matches nobody" in errors_of(page)
    (jane,) = (box for printed, box in boxes_in(page).items() if printed.startswith("Jane"))
    page = paste(editor, statement, *lines, add_unknown="advocacy", **{jane: "person"})
    assert not errors_of(page)
    signed = statement.attributions.filter(role=AttributionRole.SIGNATORY).order_by("order")
    assert [
        (each.stakeholder.name, each.capacity, each.on_behalf_of, each.name_printed)
        for each in signed
    ] == [
        ("Red Example Collective", "organisational", None, "Red Example Collective*"),
        ("Jane Unknown", "affiliation_only", works, lines[1]),
    ]


def test_each_unknown_line_is_told_once(editor: Client) -> None:
    lines = [f"{word} Example" for word in ("Alpha", "Blue", "Gamma", "Delta", "Epsilon")]
    shown = paste(editor, said(), *lines).content.decode()
    assert [shown.count(f"“{line}”") for line in lines] == [1] * 5
