"""What came of a row: what it did to which noun, or what is wrong with it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models


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


def in_words(field: Any, value: Any) -> str:
    """A value as an editor reads it; a dash where there is none."""
    if value is None or value == "" or value == []:
        return "—"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(dict(field.flatchoices).get(value, value))
