"""Loads the two articles' content, and the record since, over nothing that was entered before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import CommandError

from positions.importers import articles, fixture_file
from positions.management.recorded import RecordCommand
from positions.recording import PATIENCE_OF_COMMANDS, CorrectionNote, Race, repeated

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


FIXTURES = settings.BASE_DIR / "fixtures"
SINCE = FIXTURES / "since"


class Command(RecordCommand):
    help = (
        "Adds whatever was never entered of the fixtures' statements, with all that belongs to "
        "them. What is there, or was changed or deleted by editors, is left as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "directory",
            nargs="?",
            type=Path,
            default=FIXTURES,
            help="Where the *.yaml files are; the project's own fixtures by default.",
        )

        parser.add_argument(
            "--since",
            action="store_true",
            help="Load the record since too: what those of the two articles said until 2021.",
        )

        parser.add_argument(
            "--note",
            default="",
            help="What readers are told where something is added to a statement that is public.",
        )

        parser.add_argument(
            "--dates-confirmed",
            action="store_true",
            help="Say that statements that are dated after their newest source are so rightly.",
        )

    def handle(
        self,
        *_args: Any,
        directory: Path,
        note: str,
        dates_confirmed: bool,
        since: bool,
        verbosity: int,
        **_options: Any,
    ) -> None:
        correction_note = CorrectionNote(note.strip())
        if correction_note.problems:
            raise CommandError(f"--note: {' '.join(correction_note.problems)} Nothing was written.")
        try:
            entries = fixture_file.read_fixtures(directory)
            if since:
                entries += fixture_file.read_fixtures(SINCE)
            load = partial(
                articles.load, entries, correction_note.note, dates_confirmed=dates_confirmed
            )
            report = repeated(load, patience=PATIENCE_OF_COMMANDS)
        except (fixture_file.FixtureError, Race) as error:
            raise CommandError(f"{error} Nothing was written.") from error
        if verbosity:
            self.stdout.write("\n".join(report.lines()))
