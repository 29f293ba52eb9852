"""A list comes out as it is filtered, in columns that go in again."""

from __future__ import annotations

import csv
import io
import time

import pytest
from django.test import Client
from openpyxl import load_workbook

from positions.choices import Stance
from positions.importers.sheets import SHEETS
from tests.admin.spreadsheets.files import STATEMENTS, exported, shown
from tests.factories import CaptureFactory, PropositionFactory, StatementFactory, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_export_has_what_the_list_shows_as_it_is_filtered(editor: Client, ending: str) -> None:
    said(title="A letter", kind="letter", words="=1+1")
    said(title="An e-mail", kind="email")
    answer = editor.post(f"{STATEMENTS}export/?kind__exact=letter", {"ending": ending})
    content = answer.getvalue()
    assert f'-{time.strftime("%Y-%m-%d")}{ending}"' in answer["Content-Disposition"]
    if ending == ".csv":
        (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
        assert row["title"] == "A letter"
        assert row["words"] == "'=1+1"
    else:
        header, row = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
        cell = row[[each.value for each in header].index("words")]
        assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_the_chosen_rows_are_exported(editor: Client) -> None:
    chosen = said(title="Chosen")
    said(title="Not chosen")
    answer = editor.post(STATEMENTS, {"action": "export_csv", "_selected_action": [chosen.pk]})
    text = answer.getvalue().decode()
    assert "Chosen" in text
    assert "Not chosen" not in text


def test_an_empty_sheet_has_the_columns_alone(editor: Client) -> None:
    StatementFactory.create()
    for ending in (".csv", ".xlsx"):
        assert exported(editor, STATEMENTS, ending, empty="1") == [
            list(SHEETS["statements"].header)
        ]


def test_private_texts_are_never_exported(editor: Client) -> None:
    quoted = said(words="These are example words.").quotations.get()
    CaptureFactory.create(source=quoted.source, text="Hushcapture. These are example words. Hush.")
    for address in (STATEMENTS, "/admin/positions/source/"):
        assert "Hush" not in str(exported(editor, address))


@pytest.mark.parametrize("noun", ["statement", "source", "organisation", "person", "proposition"])
def test_what_is_exported_is_there_already(editor: Client, noun: str) -> None:
    said(on={PropositionFactory.create(): Stance.SUPPORTS})
    address = f"/admin/positions/{noun}/"
    answer = editor.post(f"{address}export/", {"ending": ".xlsx"})
    page = shown(editor, address, answer.getvalue(), "file.xlsx")
    result = page.context["result"]
    assert result.problems == []
    assert result.report.changes_nothing
