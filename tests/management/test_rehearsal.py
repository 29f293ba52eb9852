"""What a rehearsal names too: rows that repeat others, and statements that may be one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from positions.models import Stakeholder, Statement
from tests.factories import StakeholderFactory, said
from tests.management.test_import_statements import rows, run, write

__all__ = ["write"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("apart", [False, True])
def test_rows_that_say_nothing_new_are_named(write: Callable[..., Path], apart: bool) -> None:
    first, other = rows(2)
    several = (first, other, first) if apart else (first, first, other)
    told = run(write(*several), dry_run=True)
    assert f"Rows that say nothing new: {4 if apart else 3} (as row 2)" in told
    assert "Statements: 2 added" in told
    assert Statement.objects.count() == 0
    run(write(*several))
    told = run(write(*several))
    assert "All 3 rows are there already; nothing was changed." in told
    assert f"Rows that say nothing new: {4 if apart else 3} (as row 2)" in told


def test_further_rows_of_a_statement_say_something_new(write: Callable[..., Path]) -> None:
    (first,) = rows(1)
    StakeholderFactory.create(slug="example-watch")
    told = run(write(first, {"slug": "letter-0", "voice": "example-watch"}), dry_run=True)
    assert not any("nothing new" in line for line in told)


def test_a_rehearsal_names_statements_that_may_be_one(write: Callable[..., Path]) -> None:
    words = "We ask that this be read."
    first, twin, other = rows(3)
    there = said(Stakeholder.objects.get(slug="example-works"), words=words, date_edtf="2018-05-03")
    told = run(
        write({**first, "words": words}, {**twin, "words": words.upper()}, other), dry_run=True
    )
    hints = [line for line in told if "may be one" in line]
    assert len(hints) == 3
    assert f"Row 2 (letter-0) may be one with “{there}” ({there.slug}), which is there" in hints[0]
    assert "and published" in hints[0]
    assert any("Row 3 (letter-1) may be one with row 2 (letter-0)" in line for line in hints)
    assert Statement.objects.count() == 1
