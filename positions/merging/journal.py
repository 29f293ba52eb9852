"""Writes the rows of a merge and keeps a journal of them, by which all of it can be taken back.

What keeps a merge, or its undoing, from being done is an ``Obstacle``; a rehearsal does it all to
see what comes of it, and takes it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from django.db import models, transaction

from positions.models import FoldedText
from positions.recording import Invalid, Recording

Packed = dict[str, str | None]


class Obstacle(Exception):
    """It cannot be done, and nothing was; the message says why, and what to do about it."""


@contextmanager
def naming_the_row() -> Iterator[None]:
    """Turn what validation, or the database, says of a row into an obstacle that names the row."""
    try:
        yield
    except Invalid as error:
        noun = error.row._meta.verbose_name
        raise Obstacle(
            f"The {noun} “{error.row}” would not be valid: {' '.join(error.messages)}"
        ) from None


class _TakenBack(Exception):
    """Ends a rehearsal."""


@contextmanager
def rehearsal() -> Iterator[None]:
    """What is written within is undone at its end; what is raised within goes on its way."""
    with suppress(_TakenBack), transaction.atomic():
        yield
        raise _TakenBack


def pack(row: models.Model, names: list[str] | None = None) -> Packed:
    """The values of these fields (None: of all) of a row, as text that JSON can hold."""
    packed: Packed = {}
    for field in row._meta.concrete_fields:
        if names is None or field.name in names:
            empty = getattr(row, field.attname) is None
            packed[field.name] = None if empty else field.value_to_string(row)
    return packed


def unpack(row: models.Model, packed: Packed) -> None:
    """Give the row these values. A date's bounds follow its text, which comes after them."""
    for field in row._meta.concrete_fields:
        if field.name in packed:
            setattr(row, field.attname, field.to_python(packed[field.name]))


class Journal:
    """The writes of one merge, or of its undoing, with a note of each."""

    def __init__(self, record: Recording) -> None:
        self.record = record
        self.steps: list[dict[str, Any]] = []

    def change(self, row: models.Model, **values: Any) -> None:
        """Give a row these values. With none it is written all the same: its history says why."""
        self.change_all([row], **values)

    def change_all(self, rows: Sequence[models.Model], **values: Any) -> None:
        """The same as ``change``, of rows of one model: a few queries for five hundred of them."""
        before = [pack(row, list(values)) for row in rows]
        for row in rows:
            for name, value in values.items():
                setattr(row, name, value)
        with naming_the_row():
            self.record.change_all(dict.fromkeys(rows, tuple(values)))
        for row, was in zip(rows, before, strict=True):
            self._note("changed", row, before=was, after=pack(row, list(values)))

    def add(self, row: models.Model) -> None:
        """Write a new row."""
        with naming_the_row():
            self.record.add(row)
        self._note("added", row, after=pack(row))

    def drop(self, row: models.Model, instead: models.Model | None = None) -> None:
        """Delete a row; what refers to it refers to the other one from now on."""
        for relation in row._meta.related_objects if instead is not None else ():
            if not issubclass(relation.related_model, FoldedText):
                name = relation.field.name
                for referring in relation.related_model._base_manager.filter(**{name: row.pk}):
                    self.change(referring, **{name: instead})
        self._note("dropped", row, before=pack(row))
        self.record.remove(row)

    def choose(self, row: models.Model, name: str, chosen: set[int]) -> None:
        """Let a many-to-many field of the row hold these, by key."""
        held: Any = getattr(row, name)
        before = sorted(held.values_list("pk", flat=True))
        self.record.choose(row, name, chosen)
        self._note("chosen", row, field=name, before=before, after=sorted(chosen))

    def _note(self, deed: str, row: models.Model, **what: Any) -> None:
        self.steps.append({"deed": deed, "model": row._meta.label_lower, "pk": row.pk, **what})
