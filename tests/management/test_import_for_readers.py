"""What the command that loads files shows readers: parties that are released, and notes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError

from positions.importers.sheets import SHEETS, tables
from positions.models import Stakeholder, Statement
from tests.management.test_import_statements import rows, run, write

__all__ = ["write"]  # a fixture of the tests below
pytestmark = pytest.mark.django_db


def test_released_parties_are_seen_at_once_unless_their_row_says_no(tmp_path: Path) -> None:
    header = SHEETS["organisations"].header
    seen = {"slug": "first-union", "name": "First Union", "kind": "advocacy"}
    hidden = {
        "slug": "second-union",
        "name": "Second Union",
        "kind": "advocacy",
        "released": "false",
    }
    path = tmp_path / "organisations.csv"
    rows_of = [[row.get(column, "") for column in header] for row in (seen, hidden)]
    tables.write(path, header, rows_of)
    run(path, sheet="organisations", dry_run=True, release=True)
    assert not Stakeholder.objects.exists()
    run(path, sheet="organisations", release=True)
    public = dict(Stakeholder.objects.values_list("slug", "is_public"))
    assert public == {"first-union": True, "second-union": False}


def test_without_release_a_party_waits_until_it_is_released(tmp_path: Path) -> None:
    path = tmp_path / "parties.json"
    path.write_text(json.dumps({"persons": [{"id": "a", "name": "Jane Example"}]}))
    run(path)
    assert not Stakeholder.objects.public().exists()
    run(path, release=True)
    assert Stakeholder.objects.public().get().name == "Jane Example"


def test_statements_have_nothing_to_release(write: Callable[..., Path]) -> None:
    assert run(write(*rows(1)), release=True)[0] == "Statements: 1 added"


@pytest.mark.parametrize("note", ["A bell\a rings.", "x" * 2_001], ids=["bell", "long"])
def test_a_note_that_cannot_be_told_is_refused_before_anything_is_loaded(
    write: Callable[..., Path], note: str
) -> None:
    path = write(*rows(1))
    with pytest.raises(CommandError, match=r"^--note: .*character.* Nothing was loaded\.$"):
        run(path, note=note)
    assert not Statement.objects.exists()
