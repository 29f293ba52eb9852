"""Checks all quotations anew against the text that was taken last of their source."""

from __future__ import annotations

import sys
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from positions.choices import QuotationCheck
from positions.management.recorded import RecordCommand
from positions.models import Quotation, Source
from positions.recording.checking import Checked, check, checkable

NOT_ALL_FOUND = 1


class Command(RecordCommand):
    help = (
        "Holds all quotations against the text that an editor took last of their source (drafts "
        "also against what their contributor proposed since), and keeps what came of it.\n\n"
        "Paraphrases, and words of sources of which no text is taken, are left as they are. The "
        "history of a quotation records a check only where its result changed. A published "
        "statement whose words are no longer found stays published; housekeeping lists it.\n\n"
        "Exit status: 0 all that could be checked are found; 1 some are not found; 2 wrong use."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--source", metavar="SLUG", help="Only what is quoted from this one.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing, only tell.")

    def handle(
        self, *_args: Any, source: str | None, dry_run: bool, verbosity: int, **_options: Any
    ) -> None:
        rows = Quotation.objects.all()
        if source is not None:
            rows = rows.filter(source=_source(source))
        total, results, n_news = checkable(rows).count(), Counter[QuotationCheck](), 0
        quiet = not verbosity or not sys.stderr.isatty()
        with tqdm(total=total, unit=" quotations", disable=quiet, file=sys.stderr) as bar:
            for checked in check(rows, write=not dry_run):
                results[checked.now] += 1
                n_news += checked.is_news
                bar.update()
                if checked.is_news and verbosity:
                    with bar.external_write_mode(file=sys.stdout):
                        self.stdout.write(_news(checked))
        if verbosity:
            self.stdout.write(_summary(results, n_news, rows.count() - total, dry_run))
        if results[QuotationCheck.NOT_FOUND]:
            sys.exit(NOT_ALL_FOUND)


def _source(slug: str) -> Source:
    found = Source.objects.filter(slug__in=(slug, Source.moved(slug) or slug)).first()
    if found is None:
        raise CommandError(f"No source has the slug “{slug}”.", returncode=2)
    return found


def _news(checked: Checked) -> str:
    statement = checked.quotation.statement
    return (
        f"{statement.slug} ({statement.get_state_display().lower()}): {checked.quotation}\n"
        f"  {checked.before.label.lower()} → {checked.now.label.lower()}"
    )


def _summary(results: Counter[QuotationCheck], n_news: int, n_left: int, dry_run: bool) -> str:
    told = [f"{check.label}: {results[check]:,}" for check in QuotationCheck if results[check]]
    return "\n".join(
        [
            f"{results.total():,} checked, {n_news:,} with another result than before"
            + (" (nothing was written)." if dry_run else "."),
            *told,
            f"Left as they are, paraphrases and words without a text: {n_left:,}",
        ]
    )
