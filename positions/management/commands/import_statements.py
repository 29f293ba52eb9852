"""Loads a file of any size: a sheet as CSV or XLSX, Popolo JSON, or Markdown with front matter."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from django.db import transaction
from tqdm import tqdm

from positions.importers import files
from positions.importers.popolo import Told
from positions.importers.popolo.stored import known
from positions.importers.sheets import SHEETS, Did, Line, Loader, Report, TableError, tables
from positions.importers.sheets.described import described
from positions.importers.sheets.sheet import REFUSED
from positions.management.recorded import RecordCommand
from positions.recording import PATIENCE_OF_COMMANDS, CorrectionNote, Race, repeated

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from positions.importers.files import Table


class Command(RecordCommand):
    help = (
        "Loads statements, or another sheet, from a file. What is there already is left as it is, "
        "so that a load that was interrupted is simply started again. Rows that are wrong are "
        "written to a file, with the reason beside each, to be corrected and loaded."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            type=Path,
            help="A .csv or .xlsx file, a .json file (Popolo), a .md file or a directory of these.",
        )
        parser.add_argument(
            "--sheet",
            choices=SHEETS,
            default="statements",
            help="Which sheet a .csv or .xlsx file is; statements by default.",
        )
        parser.add_argument(
            "--template",
            type=Path,
            metavar="FILE",
            help="Write an empty sheet, .csv or .xlsx, and load nothing.",
        )
        parser.add_argument(
            "--quarantine",
            type=Path,
            metavar="FILE",
            help="Where rows that are refused go; FILE.refused.csv beside the file by default.",
        )
        parser.add_argument(
            "--strict", action="store_true", help="Load nothing if a single row is wrong."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be done, and do nothing."
        )
        parser.add_argument(
            "--note",
            default="",
            help="What readers are told where the file changes statements that are public.",
        )
        parser.add_argument(
            "--no-substance",
            action="store_true",
            help="Say instead that they are none in substance: spelling, layout. A change of a "
            "stance, a date, a voice, quoted words or their source is refused all the same.",
        )
        parser.add_argument(
            "--dates-confirmed",
            action="store_true",
            help="Say that statements that are dated after their newest source are so rightly.",
        )
        parser.add_argument(
            "--release",
            action="store_true",
            help="Show readers the organisations and people of the file at once, whether or not a "
            "published statement names them.",
        )
        parser.add_argument(
            "--rename",
            action="store_true",
            help="Let the file give known organisations and people another name.",
        )
        parser.add_argument(
            "--kind",
            action="append",
            default=[],
            metavar="CLASSIFICATION=KIND",
            help="Which kind of organisation a classification of a Popolo file is.",
        )
        parser.add_argument(
            "--same",
            action="append",
            default=[],
            metavar="ID=SLUG",
            help="Who of a Popolo file, by id, is which known person or organisation.",
        )
        parser.add_argument(
            "--new",
            action="append",
            default=[],
            metavar="ID",
            help="Who of a Popolo file is somebody new, though somebody of that name is known.",
        )
        parser.add_argument(
            "--columns",
            action="store_true",
            help="Print the columns of all sheets, as in docs/importing.md, and load nothing.",
        )

    def uses_record(self, options: dict[str, Any]) -> bool:
        return not options["columns"] and not options["template"]

    def handle(self, *_args: Any, verbosity: int, **options: Any) -> None:
        if options["columns"]:
            self.stdout.write("\n\n".join(map(described, SHEETS.values())))
            return
        if options["template"]:
            self._write_template(options["template"], SHEETS[options["sheet"]].header)
            return
        if options["file"] is None:
            raise CommandError("Name a file to load, or --template FILE to write an empty one.")
        if problems := CorrectionNote(options["note"].strip()).problems:
            raise CommandError(f"--note: {' '.join(problems)} Nothing was loaded.")
        try:
            tables_read = self._read(options)
            reports = self._load(tables_read, verbosity, **options)
        except (TableError, OSError, Race) as error:
            raise CommandError(f"{options['file']}: {error} Nothing was loaded.") from error
        self._tell(reports, verbosity, options)

    def _read(self, options: dict[str, Any]) -> list[Table]:
        pairs = [text.partition("=") for text in options["same"]]
        told = Told({key: slug for key, _, slug in pairs}, frozenset(options["new"]))
        is_popolo = options["file"].suffix.lower() == ".json"
        stored = known() if is_popolo else None
        return files.read_file(options["file"], options["sheet"], options["kind"], stored, told)

    def _load(
        self, tables_read: list[Table], verbosity: int, **options: Any
    ) -> list[tuple[Table, Report]]:
        # Counted first: a file that cannot be read to its end is refused before any of it is in.
        counts = [sum(1 for _ in table.lines()) for table in tables_read]
        if options["strict"] or options["dry_run"]:
            load = partial(self._load_together, tables_read, counts, verbosity, options)
            return repeated(load, patience=PATIENCE_OF_COMMANDS)
        return self._load_each(tables_read, counts, verbosity, options)

    @transaction.atomic
    def _load_together(
        self, tables_read: list[Table], counts: list[int], verbosity: int, options: dict[str, Any]
    ) -> list[tuple[Table, Report]]:
        reports = self._load_each(tables_read, counts, verbosity, options)
        if options["dry_run"] or any(each.refused for _, each in reports):
            transaction.set_rollback(True)
        return reports

    def _load_each(
        self, tables_read: list[Table], counts: list[int], verbosity: int, options: dict[str, Any]
    ) -> list[tuple[Table, Report]]:
        correction_note = CorrectionNote(
            options["note"].strip(), no_substance=options["no_substance"]
        )
        reports = []
        for table, count in zip(tables_read, counts, strict=True):
            with _bar(table.sheet.name, count, verbosity) as step:
                loader = Loader(
                    table.sheet,
                    correction_note=correction_note,
                    dates_confirmed=options["dates_confirmed"],
                    renaming=options["rename"],
                    different=table.different,
                    tell=self._tell_change if options["dry_run"] else lambda _: None,
                    how_confirmed="Confirm it with --dates-confirmed.",
                    step=step,
                )
                lines = partial(_released, table) if options["release"] else table.lines
                reports.append((table, loader.load(lines)))
                if options["dry_run"]:
                    loader.find_twins()
        return reports

    def _tell(
        self, reports: list[tuple[Table, Report]], verbosity: int, options: dict[str, Any]
    ) -> None:
        refused = [(table, report) for table, report in reports if report.refused]
        nothing = options["dry_run"] or (options["strict"] and refused)
        if verbosity and not (options["strict"] and refused):
            told = [line for _, report in reports for line in report.lines()]
            told += [report.told_dates for _, report in reports if report.told_dates]
            told += [each for _, report in reports for each in report.twins]
            left_out = dict.fromkeys(each for table, _ in reports for each in table.left_out)
            told += [f"Left out: {each}" for each in left_out]
            self.stdout.write("\n".join(told))
        if verbosity and options["dry_run"]:
            self.stdout.write("A rehearsal: nothing was written.")
        if not refused:
            return
        written = [self._quarantine(*each, options, len(refused)) for each in refused]
        rows = sum(len(report.refused) for _, report in refused)
        raise CommandError(
            f"{rows} {'row was' if rows == 1 else 'rows were'} refused, and "
            f"{'nothing' if nothing else 'all others'} loaded. Each stands, with the reason, in "
            f"{', '.join(map(str, written))}. Correct them there and load that file"
            f"{_as_sheets(refused)}."
        )

    def _tell_change(self, did: Did) -> None:
        """What a rehearsal found: each value that would be another, before and after."""
        if did.deed == "changed":
            for change in did.changes:
                where = f"Row {did.row}, {did.noun} {did.name}, {change.label}"
                self.stdout.write(f"{where}: {change.before} → {change.after}")

    def _quarantine(
        self, table: Table, report: Report, options: dict[str, Any], several: int
    ) -> Path:
        """Write the refused rows of a table, each with why; they load as they stand once mended."""
        path: Path = options["quarantine"] or Path(f"{options['file']}.refused.csv")
        if path.resolve() == options["file"].resolve():
            path = Path(f"{path}.refused.csv")  # what was given is never written over
        if several > 1:
            path = path.with_name(f"{path.stem}.{table.sheet.name}.csv")
        header = (*REFUSED, *table.sheet.header)

        def rows() -> Iterator[list[str]]:
            for line in table.lines():
                if problems := report.refused.get(line.number):
                    columns = dict.fromkeys(each.column for each in problems if each.column)
                    reasons = dict.fromkeys(each.reason for each in problems)
                    cells = (line.cells.get(name, "") for name in table.sheet.header)
                    yield [str(line.number), ", ".join(columns), " ".join(reasons), *cells]

        tables.write(path, header, rows())
        return path

    def _write_template(self, path: Path, header: tuple[str, ...]) -> None:
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            raise CommandError(f"{path}: end the name in .csv or .xlsx.")
        tables.write(path, header, [])
        self.stdout.write(f"Written: {path}. docs/importing.md says what each column holds.")


def _released(table: Table) -> Iterator[Line]:
    """The rows of a table, those of parties with the word that readers see them."""
    for line in table.lines():
        released = {"released": "true"} if "released" in table.sheet.header else {}
        yield replace(line, cells={**released, **line.cells})


def _as_sheets(refused: list[tuple[Table, Report]]) -> str:
    sheets = [table.sheet.name for table, _ in refused if table.sheet.name != "statements"]
    return f" with --sheet {' or '.join(sheets)}" if sheets else ""


@contextlib.contextmanager
def _bar(name: str, count: int, verbosity: int) -> Iterator[Any]:
    """A bar on stderr, where that is a terminal and the command is not told to be quiet."""
    quiet = verbosity == 0 or not sys.stderr.isatty()
    with tqdm(total=count, desc=name, unit=" rows", disable=quiet, file=sys.stderr) as bar:
        yield bar.update
