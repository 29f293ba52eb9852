"""Export, empty, import: the same data, field for field, on either kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction

from positions.models import OtherAddress, Source, Statement
from tests.importers.sheets.archive import contents, emptied, exported, imported

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_articles")]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_articles_come_back_equal(tmp_path: Path, ending: str) -> None:
    OtherAddress.objects.create(source=Source.objects.earliest("pk"), url="https://mirror.example/")
    before = contents()
    files = exported(tmp_path, ending)
    with transaction.atomic():
        emptied()
        assert not Statement.objects.exists()
        reports = imported(files)
        assert {name: report.refused for name, report in reports.items() if report.refused} == {}
        after = contents()
        transaction.set_rollback(True)
    assert after == before


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_loading_what_is_there_changes_nothing(tmp_path: Path, ending: str) -> None:
    before = contents()
    reports = imported(exported(tmp_path, ending))
    assert all(report.changes_nothing for report in reports.values())
    assert contents() == before
