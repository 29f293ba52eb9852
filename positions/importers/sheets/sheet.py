"""What a sheet is: columns that are fields of a noun or of its parts, under readable names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Self

from django.db import models

from positions.models import EdtfField

# Columns in which the file of refused rows says why; they are passed over when it is read again.
REFUSED = ("refused_row", "refused_column", "refused_because")


class TableError(ValueError):
    """A file that cannot be read as a table, or a table that cannot be written as that file."""


class HeaderError(ValueError):
    """The first row of a file is not that of the sheet; the message says why, and the cure."""


class Kept(str):
    """The text of a cell that a spreadsheet keeps as something else, and shows in its own way.

    ``address`` is where it stands, as in C5; ``kept_as`` says as what.
    """

    address: str
    kept_as: str

    def __new__(cls, text: str, address: str, kept_as: str) -> Self:
        kept = super().__new__(cls, text)
        kept.address, kept.kept_as = address, kept_as
        return kept

    def misfit(self, column: Column | None) -> str:
        """Why the column cannot hold it so, and the cure; empty where it can."""
        of = column.of if column else None
        is_day = isinstance(of, EdtfField | models.DateField)
        fits = {
            "a date": is_day,
            "true or false": isinstance(of, models.BooleanField),
            "a number": not is_day or len(self.partition(".")[0]) <= len("2018"),
        }
        if fits.get(self.kept_as, isinstance(of, models.IntegerField)):
            return ""
        if is_day:
            return (
                f"“{self}” is {self.kept_as}, as which spreadsheets count days. Write the date "
                "as text, as in 2018-06-15."
            )
        return (
            f"the file holds {self.kept_as} (“{self}”), not the text that is seen there. Make the "
            "cell one of text, and write it anew."
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its number as a spreadsheet shows it, and its cells that are not empty."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Column:
    """A column that holds one field. ``once`` is set when the object is new, and never changed."""

    name: str
    model: type[models.Model]
    field: str
    once: bool = False

    @cached_property
    def of(self) -> Any:
        """The model's field."""
        return self.model._meta.get_field(self.field)

    @cached_property
    def choices(self) -> dict[str, str]:
        """The values of a fixed vocabulary, each with its label; empty for any other field."""
        return {str(value): str(label) for value, label in self.of.flatchoices}


@dataclass(frozen=True)
class Part:
    """What a row may add to its noun: a name, words, a judgement, an answer.

    A row speaks of a part where ``opens``, a column of it, is filled. ``identity`` names the fields
    by which it is known again among the parts of its noun. What is ``late`` may refer to nouns
    further down in the same file, and is loaded after all of them.
    """

    model: type[models.Model]
    whole: str
    related_name: str
    opens: str
    identity: tuple[str, ...]
    columns: tuple[Column, ...]
    late: bool = False

    @cached_property
    def columns_by_name(self) -> dict[str, Column]:
        """The columns by the name in the first row."""
        return {column.name: column for column in self.columns}

    @cached_property
    def columns_by_field(self) -> dict[str, Column]:
        """The columns by the field that each holds."""
        return {column.field: column for column in self.columns}


@dataclass(frozen=True)
class Sheet:
    """The spreadsheet of one noun.

    ``otherwise`` names the columns by which a noun is known again where its slug is left empty, in
    the order in which they are tried; ``kinds`` the kinds that the sheet holds, where not all.
    """

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    parts: tuple[Part, ...] = ()
    otherwise: tuple[str, ...] = ()
    kinds: frozenset[str] | None = None

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return tuple(column.name for column in self.all_columns())

    def all_columns(self) -> Iterator[Column]:
        """The noun's own columns, then those of its parts."""
        yield from self.columns
        for part in self.parts:
            yield from part.columns

    def read_header(self, written: Sequence[str]) -> list[str]:
        """The columns of a file, in its order; raises HeaderError where they are not this sheet's.

        Capitals and outer spaces do not count; a nameless column is one that is passed over.
        """
        names = [name.strip().lower() for name in written]
        known = {*self.header, *REFUSED}
        for name in filter(None, names):
            if name not in known:
                near = get_close_matches(name, self.header, n=1)
                hint = f"Is it {near[0]}? " if near else ""
                raise HeaderError(
                    f"“{name}” is no column of {self.name}. {hint}"
                    f"The columns are {', '.join(self.header)}."
                )
            if names.count(name) > 1:
                raise HeaderError(f"The column “{name}” stands there twice. Keep one.")
        keys = ("slug", *self.otherwise)
        if not any(key in names for key in keys):
            raise HeaderError(
                f"There is no column {' or '.join(keys)} in the first row, by which a row's noun "
                f"is known. The columns are {', '.join(self.header)}."
            )
        return names

    def key(self, line: Line) -> tuple[str, str] | None:
        """By what the noun of a row is known: (column, text); None where nothing is said."""
        for name in ("slug", *self.otherwise):
            if text := line.cells.get(name, "").strip():
                return name, text
        return None
