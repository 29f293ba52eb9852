"""Everything that is kept, by natural keys: what two databases are compared by."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from positions.importers.articles import NOUNS
from positions.importers.sheets import SHEETS, Loader, Report, tables
from positions.importers.sheets.exporting import rows
from positions.models import IndexEntry, OtherAddress, Position, Statement

# What is not of the nouns themselves: keys, locks and the times of rows.
# What is of this archive alone: keys, moments of its own, and notes among its editors.
LEFT_OUT = {"id", "version", "created_at", "modified_at", "state_since", "review_note"}


def _plain(value: Any) -> Any:
    return value.natural_key() if hasattr(value, "natural_key") else value


def contents() -> dict[str, list[dict[str, Any]]]:
    """Every field of every noun, and what is derived; sorted."""
    found: dict[str, list[dict[str, Any]]] = {}
    models: list[Any] = [*NOUNS, OtherAddress, Position, IndexEntry]
    for model in models:
        found[model.__name__] = sorted(
            (
                {
                    field.name: sorted(_plain(each) for each in getattr(thing, field.name).all())
                    if field.many_to_many
                    else _plain(getattr(thing, field.name))
                    for field in (*model._meta.fields, *model._meta.many_to_many)
                    if field.name not in LEFT_OUT
                }
                for thing in model._base_manager.all()
            ),
            key=str,
        )
    return found


def exported(directory: Path, ending: str) -> dict[str, Path]:
    """Every sheet as a file."""
    files = {}
    for name, sheet in SHEETS.items():
        nouns: Any = sheet.model._base_manager.all()
        if sheet.kinds:
            nouns = nouns.filter(kind__in=sheet.kinds)
        files[name] = directory / f"{name}{ending}"
        tables.write(files[name], sheet.header, rows(sheet, nouns))
    return files


def emptied() -> None:
    """Take everything away."""
    Position.objects.all().delete()
    Statement.objects.all().delete()
    for model in reversed(NOUNS):
        model._base_manager.all().delete()


def imported(files: dict[str, Path]) -> dict[str, Report]:
    """Load every sheet; all or nothing."""
    reports = {}
    for name, path in files.items():
        lines = partial(tables.lines, SHEETS[name], path)
        reports[name] = Loader(SHEETS[name]).load_all_or_nothing(lines)
    return reports
