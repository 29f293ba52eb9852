"""Fills an empty archive with invented statements: for trying out a size, and for measuring."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from django.core.management.base import CommandError
from tqdm import tqdm

from positions.importers.invented import Archive
from positions.management.recorded import RecordCommand
from positions.models import Stakeholder, Statement

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(RecordCommand):
    help = (
        "Writes so many invented statements, with all that belongs to them, into an archive that "
        "is empty. The same number gives the same archive. They are written as every load is, so "
        "this also shows what a load costs."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--statements", type=int, required=True, metavar="N", help="How many: 1000000."
        )

    def handle(self, *_args: Any, verbosity: int, **options: Any) -> None:
        wanted = options["statements"]
        if wanted < 1:
            raise CommandError(f"--statements {wanted}: write a number from 1.")
        if Statement.objects.exists() or Stakeholder.objects.exists():
            raise CommandError(
                "This archive is not empty, and what is invented would stand among what is true. "
                "Name another database in DATABASE_URL, and migrate it first."
            )
        quiet = verbosity == 0 or not sys.stderr.isatty()
        with tqdm(total=wanted, unit=" statements", disable=quiet, file=sys.stderr) as bar:
            Archive(wanted).write(bar.update)
        if verbosity:
            self.stdout.write(f"Statements: {wanted}.")
