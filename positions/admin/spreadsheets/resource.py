"""The sheet of a noun as django-import-export's resource: rows in, what they do or lack out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from import_export.resources import Resource
from import_export.results import Result

from positions.importers.sheets import (
    Did,
    Loader,
    Problem,
    Report,
    Rights,
    Sheet,
    TableError,
    tables,
)
from positions.models import Stakeholder
from positions.models.names import all_names
from positions.naming import Names, either
from positions.recording import CorrectionNote

SHOWN = 500  # rows of a preview


class SheetResult(Result):
    """What loading the rows does, or would do."""

    def __init__(self, report: Report, deeds: list[Did], wrong: str = "") -> None:
        super().__init__()
        self.report = report
        self.wrong = wrong
        self.deeds = deeds
        self.is_other_than_shown = False
        self.near: list[tuple[int, str, str]] = []  # row, new name, those known that are like it

    def has_errors(self) -> bool:
        return bool(self.wrong)

    def has_validation_errors(self) -> bool:
        return bool(self.report.refused)

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong, by row."""
        return [each for _, several in sorted(self.report.refused.items()) for each in several]

    @property
    def by_row(self) -> list[tuple[int, list[Did]]]:
        """What each row does, the first five hundred that do anything."""
        rows: dict[int, list[Did]] = defaultdict(list)
        for deed in self.deeds:
            rows[deed.row].append(deed)
        return sorted(rows.items())[:SHOWN]

    @property
    def n_more(self) -> int:
        """How many rows that do something are not shown."""
        return max(0, len({deed.row for deed in self.deeds}) - SHOWN)

    @property
    def fingerprint(self) -> str:
        """What tells these changes from any others, the values before them included."""
        return hashlib.sha256(repr(self.deeds).encode()).hexdigest()


class SheetResource(Resource):
    """Loads a sheet with the rights of an account, all or nothing."""

    def __init__(
        self,
        sheet: Sheet,
        rights: Rights,
        correction_note: CorrectionNote,
        expected: str = "",
        *,
        renaming: bool = False,
        dates_confirmed: bool = False,
    ) -> None:
        super().__init__()
        self.sheet = sheet
        self.rights = rights
        self.correction_note = correction_note
        self.expected = expected
        self.renaming = renaming
        self.dates_confirmed = dates_confirmed

    def get_display_name(self) -> str:
        return self.sheet.name

    def get_user_visible_fields(self) -> list[Any]:
        return []  # the page names the sheet's own columns

    def import_data(
        self, dataset: list[list[str]], dry_run: bool = False, user: Any = None, **_kwargs: Any
    ) -> SheetResult:
        """What the rows do; it is undone if one is wrong, and if it is not what was shown."""
        deeds: list[Did] = []
        result = SheetResult(Report(), deeds)

        def undo() -> bool:
            if dry_run:
                loader.find_twins()
            result.is_other_than_shown = not dry_run and result.fingerprint != self.expected
            return dry_run or result.is_other_than_shown

        loader = Loader(
            self.sheet,
            rights=self.rights,
            user=user,
            correction_note=self.correction_note,
            renaming=self.renaming,
            dates_confirmed=self.dates_confirmed,
            how_confirmed="To confirm it, tick the box below the file.",
            tell=deeds.append,
        )
        names = all_names() if dry_run and issubclass(self.sheet.model, Stakeholder) else Names()
        lines: Callable[[], Any] = lambda: tables.as_lines(self.sheet, iter(dataset))  # noqa: E731
        try:
            result.report = loader.load_all_or_nothing(lines, undo=undo)
        except TableError as error:
            result.wrong = str(error)
        result.near = list(_near(deeds, names))
        return result


def _near(deeds: list[Did], names: Names) -> Iterator[tuple[int, str, str]]:
    """The new parties, among the first five hundred deeds, that may be somebody known."""
    for deed in deeds[:SHOWN]:
        if deed.deed == "added" and deed.model is Stakeholder and deed.name:
            alike = dict.fromkeys((*names.same(deed.name), *names.misprinted(deed.name)))
            if alike:
                yield deed.row, deed.name, either(alike)
