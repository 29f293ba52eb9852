"""Rows of a whole statement, and loading them."""

from __future__ import annotations

from positions.correcting import CorrectionNote
from positions.importers.sheets import SHEETS, Line, Loader, Report

NOTE = CorrectionNote("An example note to readers.")


def load(sheet: str, *rows: dict[str, str], correction_note: CorrectionNote = NOTE) -> Report:
    """Load these rows, numbered as in a file; what changes is accounted for, unless told not."""
    lines = [Line(number, cells) for number, cells in enumerate(rows, start=2)]
    return Loader(SHEETS[sheet], correction_note=correction_note).load(lambda: lines)


def refusals(report: Report) -> list[str]:
    return [str(problem) for several in report.refused.values() for problem in several]


def a_letter(**cells: str) -> dict[str, str]:
    """A row of a whole statement, which is published."""
    return {
        "slug": "example-letter",
        "title": "Example letter",
        "kind": "letter",
        "date": "2018-05",
        "date_basis": "printed",
        "state": "published",
        "voice": "example-works",
        "source": "example-source",
        "words": "Example words.",
        "words_kind": "verbatim",
        **cells,
    }
