"""A migrated SQLite database, kept between runs: migrating an empty one takes seconds each time.

It is kept in pytest's cache under a digest of what a migrated database follows from, so that a
changed migration makes a new one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.conf import settings

# What the rows and triggers of a migrated database follow from.
SOURCES = ("positions/migrations", "positions/words", "requirements")


def kept_in(folder: Path, base: Path = settings.BASE_DIR) -> Path:
    """The file for the database that the sources below ``base`` give; a change renames it."""
    digest = sha256()
    for directory in SOURCES:
        for path in sorted((base / directory).rglob("*")):
            if path.suffix in {".py", ".txt"}:
                digest.update(f"{path.relative_to(base)}\0".encode() + path.read_bytes() + b"\0")
    return folder / f"{digest.hexdigest()[:16]}.sqlite3"


@contextmanager
def begun_with(kept: Path, connection: Any) -> Iterator[None]:
    """Within, a test database in memory begins as a copy of the kept one, where there is one.

    Django migrates it all the same, and finds that all is done.
    """
    create = connection.creation._create_test_db
    with ExitStack() as opened:

        def created(*args: Any, **kwargs: Any) -> str:
            name: str = create(*args, **kwargs)
            if kept.exists():
                # Open until the end: such a database is gone with its last connection.
                copy = opened.enter_context(closing(sqlite3.connect(name, uri=True)))
                with closing(sqlite3.connect(kept)) as source:
                    source.backup(copy)
            return name

        with patch.object(connection.creation, "_create_test_db", created):
            yield


def keep(kept: Path, connection: Any) -> None:
    """Keep the migrated database behind ``connection`` as this file, if it is not there yet."""
    if kept.exists():
        return
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    connection.ensure_connection()
    with closing(sqlite3.connect(fresh)) as target:
        connection.connection.backup(target)
    fresh.replace(kept)
