"""What our commands that use the database share: they run on one that is as this version has it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

# Not 1, which a command may keep for what it found.
WRONG_USE = 2
CURE = "Run manage.py migrate first."


class RecordCommand(BaseCommand):
    """A command that reads or writes the record.

    It says in a line, and does nothing, where the database cannot be opened, has no tables yet, or
    lacks migrations; ``uses_record`` says whether it needs one with what it was given.
    """

    def uses_record(self, options: dict[str, Any]) -> bool:
        """Whether what is asked for needs the database at all."""
        del options
        return True

    def execute(self, *args: Any, **options: Any) -> Any:
        if self.uses_record(options):
            refuse_outdated()
        return super().execute(*args, **options)


def refuse_outdated() -> None:
    """Raise CommandError where the database is not as this version has it. A few queries."""
    try:
        executor = MigrationExecutor(connection)
        lacking = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        why = (str(error).strip().splitlines() or ["no reason is given"])[0]
        raise CommandError(
            f"The database cannot be opened: {why}. DATABASE_URL says which it is; without it, it "
            "is var/tracker.sqlite3.",
            returncode=WRONG_USE,
        ) from error
    refuse_between(executor.loader)
    if lacking and not executor.loader.applied_migrations:
        raise CommandError(f"The database has no tables yet. {CURE}", returncode=WRONG_USE)
    if lacking:
        number = f"{len(lacking)} migration{'s' if len(lacking) > 1 else ''}"
        last = f"{lacking[-1][0].app_label}.{lacking[-1][0].name}"
        raise CommandError(
            f"The database lacks {number}, up to {last}. {CURE}", returncode=WRONG_USE
        )


def before_migrating(using: str, **_: Any) -> None:
    """Receiver of pre_migrate: nothing is migrated where ``refuse_between`` says so."""
    refuse_between(MigrationLoader(connections[using]))


def refuse_between(loader: MigrationLoader) -> None:
    """Raise CommandError where only some of the migrations that one stands for were applied.

    Django would take such a database for one that has nothing to do with the app.
    """
    for (_, name), migration in loader.replacements.items():
        done = [each for each in migration.replaces if each in loader.applied_migrations]
        if 0 < len(done) < len(migration.replaces):
            raise CommandError(
                f"The database has {len(done)} of the {len(migration.replaces)} migrations that "
                f"{name} stands for. Run manage.py migrate of the last version that has "
                f"{migration.replaces[-1][1]} first, then this one's.",
                returncode=WRONG_USE,
            )
