"""Files of every kind that is understood → tables of rows, by the file's ending (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from positions.importers import front_matter, popolo
from positions.importers.sheets import SHEETS, Line, Sheet, TableError, tables


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet; ``lines`` gives them anew each time it is called.

    ``left_out`` says what of the file has no place in any sheet; ``different`` are the slugs of
    organisations that are said to be others than those of their name.
    """

    sheet: Sheet
    lines: Callable[[], Iterable[Line]]
    left_out: tuple[str, ...] = ()
    different: frozenset[str] = frozenset()


def read_file(
    path: Path,
    sheet: str,
    kinds: Sequence[str] = (),
    known: popolo.Known | None = None,
    told: popolo.Told | None = None,
) -> list[Table]:
    """The tables of a file or directory, in the order in which they are to be loaded.

    A .csv or .xlsx file is one of the named sheet, a .json file Popolo, .md files lists of
    statements. ``kinds`` says, as “party=advocacy”, what a classification of Popolo means;
    ``known`` who is stored already, and ``told`` who of the file is one of them. Raises TableError.
    """
    left_out: tuple[str, ...] = ()
    different: frozenset[str] = frozenset()
    if path.is_file() and not path.stat().st_size:
        raise TableError(tables.EMPTY)
    if path.is_dir() or path.suffix.lower() == ".md":
        rows = front_matter.rows(sorted(path.glob("*.md")) if path.is_dir() else [path])
    elif path.suffix.lower() == ".json":
        found = popolo.read_popolo(path, dict(map(_pair, kinds)), known, told)
        rows, left_out, different = found.rows, found.left_out, found.different
    else:
        return [Table(SHEETS[sheet], partial(tables.lines, SHEETS[sheet], path))]
    return [
        Table(SHEETS[name], partial(iter, rows[name]), left_out, different)
        for name in SHEETS
        if rows.get(name)
    ]


def _pair(text: str) -> tuple[str, str]:
    classification, sign, kind = text.partition("=")
    kinds = SHEETS["organisations"].kinds or frozenset()
    if not sign or kind not in kinds:
        raise TableError(
            f"“{text}” says no kind. Write CLASSIFICATION=KIND, with a kind of "
            f"{', '.join(sorted(kinds))}."
        )
    return classification.casefold(), kind
