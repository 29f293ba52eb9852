"""What the preview of a file names beside what the file does."""

from __future__ import annotations

from django.test import Client

from positions.models import Statement
from tests.admin.forms import messages_of
from tests.admin.spreadsheets.files import STATEMENTS, as_csv, confirmed, shown
from tests.factories import SourceFactory, StakeholderFactory


def test_rows_that_are_the_same_and_statements_that_may_be_one_are_named(editor: Client) -> None:
    StakeholderFactory.create(slug="example-works")
    SourceFactory.create(slug="example-letter")
    row = {
        "slug": "one",
        "title": "Example Works on sales",
        "kind": "letter",
        "date": "2018-05",
        "date_basis": "printed",
        "voice": "example-works",
        "source": "example-letter",
        "words": "One two three",
        "words_kind": "verbatim",
    }
    page = shown(editor, STATEMENTS, as_csv(row, row, {**row, "slug": "two"}))
    told = page.content.decode()
    assert "Rows that say nothing new: 3 (as row 2)" in told
    assert "Row 4 (two) may be one with row 2 (one): “One two three” is in both." in told
    assert "Rows that say nothing new" in messages_of(confirmed(editor, STATEMENTS, page))
    assert Statement.objects.count() == 2
