"""What came of a row and of a file: what was done to which noun, or what is wrong, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models

DATES_SHOWN = ROWS_SHOWN = 20  # in a report: dates in words, rows that say nothing new


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row; ``column`` is empty where it is no single one."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"Row {self.row}{f', column {self.column}' if self.column else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One column, before and after, as words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Did:
    """What a row did to a noun (``name`` is then empty) or to one of its parts."""

    row: int
    deed: str  # added or changed
    model: type[models.Model]
    name: str
    changes: list[RowChange]

    @property
    def noun(self) -> str:
        return str(self.model._meta.verbose_name)


@dataclass(slots=True)
class Report:
    """What came of a file: objects added and changed by noun, nouns left as they are, problems.

    ``dates`` says how each date that was written in words was understood; ``repeated`` gives by row
    the earlier row after which it says nothing new; ``twins`` says which statements may be one.
    """

    added: Counter[type[models.Model]] = field(default_factory=Counter)
    changed: Counter[type[models.Model]] = field(default_factory=Counter)
    unchanged: int = 0
    rows: int = 0
    refused: dict[int, list[Problem]] = field(default_factory=dict)
    dates: Counter[str] = field(default_factory=Counter)
    repeated: dict[int, int] = field(default_factory=dict)
    twins: list[str] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.added or self.changed)

    def lines(self) -> list[str]:
        """A line a noun, as in “Statements: 20 added, 1 changed”; one if nothing is to be done."""
        if not self.rows:
            return ["There are no rows below the first one."]
        if self.changes_nothing and not self.refused:
            told = "The row is" if self.rows == 1 else f"All {self.rows} rows are"
            return [f"{told} there already; nothing was changed.", *self._told_repeated]
        nouns = [*self.added, *(model for model in self.changed if model not in self.added)]
        deeds = [
            f"{str(model._meta.verbose_name_plural).capitalize()}: "
            + ", ".join(
                f"{count[model]} {deed}"
                for deed, count in (("added", self.added), ("changed", self.changed))
                if count[model]
            )
            for model in nouns
        ]
        if self.unchanged:
            deeds.append(f"As they were: {self.unchanged}")
        if self.refused:
            deeds.append(f"Rows refused: {len(self.refused)} of {self.rows}")
        return [*deeds, *self._told_repeated]

    @property
    def _told_repeated(self) -> list[str]:
        """Which rows say nothing new, in a line; the first twenty."""
        shown = [f"{row} (as row {other})" for row, other in sorted(self.repeated.items())]
        more = len(shown) - ROWS_SHOWN
        rest = f" and {more:,} more" if more > 0 else ""
        return (
            [f"Rows that say nothing new: {', '.join(shown[:ROWS_SHOWN])}{rest}"] if shown else []
        )

    @property
    def told_dates(self) -> str:
        """How dates in words were understood, the first twenty; empty where there are none."""
        if not self.dates:
            return ""
        shown = list(self.dates)[:DATES_SHOWN]
        more = len(self.dates) - len(shown)
        return f"Dates in words: {'; '.join(shown)}{f'; and {more} more' if more else ''}"


def in_words(field: Any, value: Any) -> str:
    """A value as an editor reads it; a dash where there is none."""
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(dict(field.flatchoices).get(value, value))
