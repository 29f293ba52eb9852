"""One noun or part as its rows want it: what is set on it, what that changes, and for which row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from positions.importers.sheets.outcome import Did, Problem, RowChange, in_words
from positions.importers.sheets.sheet import Column, Line, Part
from positions.recording import Invalid


@dataclass(slots=True)
class Planned:
    """An object with the values of its rows set on it; nothing of it is written yet.

    ``changes`` holds (before, after) of each column that differs; ``many`` the lists that are set
    once the object is written.
    """

    thing: Any
    row: int
    part: Part | None
    new: bool
    changes: dict[Column, tuple[Any, Any]] = field(default_factory=dict)
    many: dict[Column, list[models.Model]] = field(default_factory=dict)
    said: dict[Column, tuple[Any, int]] = field(default_factory=dict)
    departure: str = ""  # of words: where they part from the text of their source
    understood: dict[Column, str] = field(default_factory=dict)  # of dates in words: how

    @property
    def is_touched(self) -> bool:
        return self.new or bool(self.changes)

    def changed(self) -> set[str]:
        """The fields that differ from what is stored."""
        return {column.field for column in self.changes}

    def set(self, column: Column, value: Any, row: int) -> Problem | None:
        """Set what a row says; a problem where an earlier row of the noun says otherwise."""
        said, where = self.said.setdefault(column, (value, row))
        if said != value:
            one, other = in_words(column.of, value), in_words(column.of, said)
            return Problem(
                row, column.name, f"“{one}” here, but “{other}” in row {where}. Keep one."
            )
        if column.once and not self.new:
            return None
        before = self._before(column)
        if column.of.many_to_many:
            if {each.pk for each in before} != {each.pk for each in value}:
                self.many[column] = value
                self.changes.setdefault(column, (before, value))
        elif before != value:
            setattr(self.thing, column.field, value)
            self.changes.setdefault(column, (before, value))
        return None

    def _before(self, column: Column) -> Any:
        if column.of.many_to_many:
            if column in self.many:
                return self.many[column]
            return [] if self.thing.pk is None else list(getattr(self.thing, column.field).all())
        return getattr(self.thing, column.field, None)

    def did(self) -> Did:
        """What writing it does, for the report."""
        changes = [
            RowChange(
                column.name,
                in_words(column.of, before),
                self.understood.get(column) or in_words(column.of, after),
            )
            for column, (before, after) in self.changes.items()
            if not self.new or after not in (None, "", [])
        ]
        if not self.new:
            changes = [each for each in changes if each.before != each.after]
        name = str(self.thing) if self.part is None else self._called()
        return Did(self.row, "added" if self.new else "changed", type(self.thing), name, changes)

    def _called(self) -> str:
        column = self.part.columns_by_name[self.part.opens] if self.part else None
        words = str(getattr(self.thing, column.field)) if column else ""
        return words if len(words) <= 80 else f"{words[:79]}…"


@dataclass(slots=True)
class Plan:
    """What a noun's rows want of it and of its parts, and what is wrong with them."""

    lines: list[Line]
    noun: Planned | None = None
    parts: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def things(self) -> list[Planned]:
        """The noun, where it is known, and its parts."""
        return [*([self.noun] if self.noun else []), *self.parts]

    def refuse(self, row: int, column: str, reason: str) -> None:
        self.problems.append(Problem(row, column, reason))

    def refuse_row(self, invalid: Invalid, columns: tuple[Column, ...]) -> None:
        """The messages of one of its rows, which was refused when it was written."""
        for each in self.things():
            if each.thing is invalid.row:
                self.refuse_all(each, each.part.columns if each.part else columns, invalid)

    def refuse_all(
        self, planned: Planned, columns: tuple[Column, ...], error: ValidationError
    ) -> None:
        """Each message of a validation, under the column in which the field stands."""
        by_field = {column.field: column for column in columns}
        for name, errors in ValidationError(error).update_error_dict({}).items():
            column = by_field.get(name) if name != NON_FIELD_ERRORS else None
            _, row = (
                planned.said.get(column, (None, planned.row)) if column else (None, planned.row)
            )
            for each in errors:
                self.refuse(row, column.name if column else "", _told(planned, column, each))


def _told(planned: Planned, column: Column | None, error: ValidationError) -> str:
    said = " ".join(error.messages)
    if error.code in ("blank", "null"):
        return "empty, and needed."
    if column is None or column.of.is_relation:
        return said
    value = str(getattr(planned.thing, column.field))
    return said if not value or value in said else f"“{value}”. {said}"
