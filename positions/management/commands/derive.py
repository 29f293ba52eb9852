"""Derives positions, the index of lists and what is searched anew, from nothing."""

from __future__ import annotations

from typing import Any

from positions.management.recorded import RecordCommand
from positions.recording import PATIENCE_OF_COMMANDS, derive_anew, repeated


class Command(RecordCommand):
    help = (
        "Rebuilds all positions and index entries from the statements, and what all nouns are "
        "found by. Needed after loaddata or a restored table; otherwise it gives the same rows."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        positions, entries = repeated(derive_anew, patience=PATIENCE_OF_COMMANDS)
        self.stdout.write(f"Positions: {positions}. Index entries: {entries}.")
