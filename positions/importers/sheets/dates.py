"""Dates in cells: as EDTF or in words, which mean what they mean on a page, and what follows."""

from __future__ import annotations

from positions.choices import DateBasis
from positions.dates import Refused, UncertainDate, Understood, the_time_itself, understand
from positions.importers.sheets.names import Names, NotNamed
from positions.importers.sheets.planned import Plan, Planned
from positions.importers.sheets.sheet import Column, Line
from positions.models import Quotation, Source, Statement

# The fields that keep the words of a date, and on what it rests.
PRINTED = {
    "date_edtf": "date_printed",
    "from_edtf": "from_printed",
    "until_edtf": "until_printed",
}


def set_date(
    plan: Plan,
    planned: Planned,
    columns: tuple[Column, ...],
    column: Column,
    line: Line,
    names: Names,
) -> None:
    """Set the date that a cell says; refuse, with the reason, what is not understood.

    Words are counted from the day of the source that the row names. They are kept as printed, and
    a date that was counted rests on an account, unless the rows say otherwise.
    """
    text = line.cells[column.name].strip()
    meaning = understand(text, None)
    if isinstance(meaning, Refused) and meaning.cause != "unknown":
        meaning = understand(text, _day_of_source(planned, line, names))
    if column.field != "date_edtf":
        meaning = the_time_itself(meaning)
    if isinstance(meaning, Refused):
        plan.refuse(line.number, column.name, meaning.told(text))
        return
    if problem := planned.set(column, meaning.date.edtf, line.number):
        plan.problems.append(problem)
    elif meaning.basis != "edtf":
        planned.understood[column] = f"{meaning.date.edtf} (“{text}” is {meaning.date})"
        _follow(plan, planned, columns, column, text, meaning, line.number)


def _day_of_source(planned: Planned, line: Line, names: Names) -> UncertainDate | None:
    """The date of the source that the row names, or else of the first that a statement has."""
    if not isinstance(planned.thing, Statement | Quotation):
        return None
    if named := line.cells.get("source", "").strip():
        try:
            source: Source = names.one(Source, named)
        except NotNamed:
            return None  # which is told of the cell itself
        return source.date
    if isinstance(planned.thing, Statement) and not planned.new:
        first = planned.thing.quotations.select_related("source").first()
        return first.source.date if first else None
    return None


def _follow(
    plan: Plan,
    planned: Planned,
    columns: tuple[Column, ...],
    column: Column,
    text: str,
    meaning: Understood,
    row: int,
) -> None:
    by_field = {each.field: each for each in columns}
    follows = {}
    if any(character.isalpha() for character in text):
        follows[PRINTED[column.field]] = text
    if meaning.basis == "counted" and not getattr(planned.thing, "date_basis", DateBasis.REPORTED):
        follows["date_basis"] = DateBasis.REPORTED.value
    for field, value in follows.items():
        other = by_field.get(field)
        if other is None or any(other.name in each.cells for each in plan.lines):
            continue
        if column in planned.changes or not getattr(planned.thing, field):
            planned.set(other, value, row)
