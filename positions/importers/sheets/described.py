"""What each column of a sheet holds, in words: for the pages and for docs/importing.md."""

from __future__ import annotations

from django.db import models

from positions.importers.sheets.names import NAMED_BY
from positions.importers.sheets.sheet import Column, Sheet
from positions.models import EdtfField


def described(sheet: Sheet) -> str:
    """A heading and a table in Markdown."""
    rows = [f"| `{name}` | {meaning} |" for name, meaning in meanings(sheet)]
    return "\n".join((f"### {sheet.name}", "", "| Column | What it holds |", "|---|---|", *rows))


def meanings(sheet: Sheet) -> list[tuple[str, str]]:
    """Each column with what it holds, in the words of its field."""
    return [(column.name, _meaning(column, sheet)) for column in sheet.all_columns()]


def _meaning(column: Column, sheet: Sheet) -> str:
    if column.field == "slug" and not sheet.otherwise:
        return "Short and stable, and a name of its own. Always needed."
    said = str(column.of.help_text) or "As Wikidata has it."
    if column.field == "quotation":
        form = "SOURCE/ORDER, or “here” for the words of the same row."
    elif column.of.many_to_many:
        form = f"{_named(column)}; several are parted by “;”."
    elif column.of.is_relation:
        form = f"{_named(column)}."
    elif column.choices:
        form = f"One of {', '.join(column.choices)}."
    else:
        form = _plainly(column)
    return f"{said} {form}".strip()


def _named(column: Column) -> str:
    named = " or by a name that is clear" if NAMED_BY[column.of.related_model] else ""
    return f"A {column.of.related_model._meta.verbose_name}, by slug{named}"


def _plainly(column: Column) -> str:
    """How a value that is no other noun's is written."""
    if isinstance(column.of, EdtfField):
        return "Or words: “15 June 2018”."
    if isinstance(column.of, models.BooleanField):
        return "true or false."
    if isinstance(column.of, models.DateTimeField):
        return "2018-06-15T09:30:00Z." + (" Taken when it is new." if column.once else "")
    if isinstance(column.of, models.DateField):
        return "2018-06-15."
    return "A number." if isinstance(column.of, models.IntegerField) else ""
