"""A name with a character that is refused now: it is exported, and refused by name when changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from positions.importers.sheets import SHEETS, tables
from positions.models import Stakeholder
from tests.factories import StakeholderFactory
from tests.importers.sheets.archive import exported, imported

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_list_with_a_bell_in_it_is_exported_and_loaded_again(tmp_path: Path, ending: str) -> None:
    StakeholderFactory.create(name="Example\x07 Watch", slug="watch")
    files = exported(tmp_path, ending)
    reports = imported(files)
    assert [each for report in reports.values() for each in report.refused.values()] == []
    assert Stakeholder.objects.get(slug="watch").name == "Example\x07 Watch"


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "Example\x07 Watch"}, "U+0007 (bell) at character 8: delete it."),
        ({"name": "Example", "description": "x" * 5_001}, "5,001 characters; at most 5,000."),
        ({"name": "Ex\u202eample"}, "U+202E (right-to-left override) at character 3: delete it."),
    ],
)
def test_a_row_with_a_text_that_is_refused_is_told_and_not_loaded(
    tmp_path: Path, ending: str, row: dict[str, str], told: str
) -> None:
    path = tmp_path / f"organisations{ending}"
    row = {"slug": "example", "kind": "company", **row}
    assert row.keys() <= {each.name for each in SHEETS["organisations"].columns}
    tables.write(path, list(row), [list(row.values())])
    reports = imported({"organisations": path})
    problems = [
        problem
        for report in reports.values()
        for several in report.refused.values()
        for problem in several
    ]
    assert any(told in problem.reason for problem in problems), problems
    assert not Stakeholder.objects.exists()
