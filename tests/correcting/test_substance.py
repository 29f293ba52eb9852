"""No door changes a stance, a date or quoted words of a public statement in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from positions.choices import Stance
from positions.models import Statement
from tests.admin.forms import errors_of, messages_of, opened
from tests.admin.spreadsheets.files import STATEMENTS, as_csv, shown
from tests.factories import PropositionFactory, said

pytestmark = pytest.mark.django_db

SAID = "is always one in substance"
# What each door is told of the same change: the field of the page, and the columns of a file.
CHANGES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "the date": ({"date_edtf": "2017"}, {"date": "2017"}),
    "the stances": (
        {"assessments-0-stance": "supports"},
        {"proposition": "example-proposition", "stance": "supports"},
    ),
    "the words": (
        {"quotations-0-exact": "Other words."},
        {"source": "{source}", "words": "Other words.", "words_order": "{order}"},
    ),
}
Door = Callable[[Client, Statement, str, Path], str]


@pytest.fixture
def editor(settings: Any, tmp_path: Path) -> Client:
    settings.IMPORTS_DIR = tmp_path / "imports"
    account = User.objects.create_user("an-editor", is_staff=True)
    account.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(account)
    return client


def by_page(editor: Client, statement: Statement, changed: str, _directory: Path) -> str:
    address = f"{STATEMENTS}{statement.pk}/change/"
    typed = {**opened(editor, address), "correction_note": "", "no_substance": "on"}
    return errors_of(editor.post(address, {**typed, **CHANGES[changed][0]}))


def row(statement: Statement, changed: str) -> dict[str, str]:
    quotation = statement.quotations.get()
    named = {"source": quotation.source.slug, "order": quotation.order}
    cells = {name: text.format(**named) for name, text in CHANGES[changed][1].items()}
    return {"slug": statement.slug, **cells}


def by_spreadsheet(editor: Client, statement: Statement, changed: str, _directory: Path) -> str:
    page = shown(editor, STATEMENTS, as_csv(row(statement, changed)), no_substance="on")
    return str(page.content.decode())


def by_command(_editor: Client, statement: Statement, changed: str, directory: Path) -> str:
    file = directory / "statements.csv"
    file.write_bytes(as_csv(row(statement, changed)))
    with pytest.raises(CommandError):
        call_command("import_statements", file, no_substance=True, verbosity=0)
    return Path(f"{file}.refused.csv").read_text()


def by_return(editor: Client, statement: Statement, changed: str, _directory: Path) -> str:
    """The change is made with a note, and then gone back from as if it had been none."""
    before = timezone.now()
    address = f"{STATEMENTS}{statement.pk}/change/"
    page = editor.post(address, {**opened(editor, address), **CHANGES[changed][0]})
    assert page.status_code == 302, errors_of(page)
    statement.corrections.all().delete()
    back = f"{STATEMENTS}{statement.pk}/history/{before.isoformat()}/"
    return messages_of(editor.post(back, {"no_substance": "on"}))


DOORS: dict[str, Door] = {
    "the page": by_page,
    "the page of a file": by_spreadsheet,
    "the command": by_command,
    "the return to an earlier state": by_return,
}


@pytest.mark.parametrize("changed", CHANGES)
@pytest.mark.parametrize("door", DOORS)
def test_a_door_refuses_a_change_in_substance_without_a_note(
    editor: Client, tmp_path: Path, door: str, changed: str
) -> None:
    proposition = PropositionFactory.create(slug="example-proposition")
    statement = said(on={proposition: Stance.OPPOSES})

    refusal = DOORS[door](editor, statement, changed, tmp_path)

    assert f"{changed} changed" in refusal
    assert f"A change of {changed} {SAID}" in refusal
    assert not statement.corrections.exists()


def face(statement: Statement) -> Any:
    return (
        statement.date_edtf,
        list(statement.assessments.values_list("stance")),
        list(statement.quotations.values_list("exact")),
    )


@pytest.mark.parametrize("changed", CHANGES)
@pytest.mark.parametrize("door", [name for name in DOORS if "return" not in name])
def test_what_is_refused_is_not_written(
    editor: Client, tmp_path: Path, door: str, changed: str
) -> None:
    proposition = PropositionFactory.create(slug="example-proposition")
    statement = said(on={proposition: Stance.OPPOSES})
    before = face(statement)

    DOORS[door](editor, statement, changed, tmp_path)

    assert face(Statement.objects.get()) == before
