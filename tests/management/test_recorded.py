"""Each command of ours says in a line what keeps it from running: no tables, no directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.served import ROOT

OURS = sorted(name for name, app in get_commands().items() if app in {"positions", "tracker"})
# What each is given, where it needs something; and those that use no database.
GIVEN = {
    "generate_statements": ["--statements", "1"],
    "import_statements": ["--dry-run", "fixtures"],
    "loaddata": ["fixtures/topics.yaml"],
}
WITHOUT = {
    "collectstatic": ["--dry-run", "--noinput", "--verbosity=0"],
    "data_dictionary": [],
    "import_statements": ["--columns"],
}


def manage(url: str, name: str, *given: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """A command of the site, in a process of its own, with this database."""
    return subprocess.run(
        [sys.executable, "manage.py", name, *given],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": url},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def in_a_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]  # psycopg tells each attempt to connect before it


def test_there_are_commands_of_ours() -> None:
    assert {"derive", "load_articles", "loaddata", "check_quotations"} <= set(OURS)
    assert {*GIVEN, *WITHOUT} <= set(OURS)


NO_TABLES = "The database has no tables yet. Run manage.py migrate first."
# Each command in turn, and what came of it: one process, since each needs seconds to start.
IN_TURN = """
import json, sys
from django.core.management import CommandError, call_command
told = {}
for name, given in json.load(sys.stdin).items():
    try:
        told[name] = f"It ran: {call_command(name, *given)}"
    except CommandError as error:
        told[name] = str(error)
    print(f"{name} has ended.")
json.dump(told, sys.stderr)
"""


def test_without_tables_each_command_says_to_migrate(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fresh.sqlite3"
    done = manage(url, "derive")
    assert in_a_line(done) == f"CommandError: {NO_TABLES}"
    assert not done.stdout
    commands = {name: GIVEN.get(name, []) for name in OURS if name in GIVEN or name not in WITHOUT}
    done = manage(url, "shell", "--no-imports", "--command", IN_TURN, typed=json.dumps(commands))
    assert json.loads(done.stderr) == dict.fromkeys(commands, NO_TABLES)
    assert done.stdout.splitlines() == [f"{name} has ended." for name in commands]


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_what_needs_no_database_runs_without(tmp_path: Path, name: str) -> None:
    done = manage(f"sqlite:///{tmp_path}/fresh.sqlite3", name, *WITHOUT[name])
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("name", [each for each in OURS if each in GIVEN or each not in WITHOUT])
def test_each_command_says_that_migrations_are_lacking(name: str) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="positions").delete()
    [(_, last)] = MigrationLoader(connection).graph.leaf_nodes("positions")
    said = rf"lacks \d+ migrations?, up to positions\.{last}\. Run manage\.py migrate first"
    with pytest.raises(CommandError, match=said):
        call_command(name, *GIVEN.get(name, []))


@pytest.mark.django_db
def test_a_database_that_is_older_than_the_first_migration_is_not_migrated() -> None:
    recorder = MigrationRecorder(connection)
    recorder.migration_qs.filter(app="positions").delete()
    recorder.record_applied("positions", "0001_initial")
    told = r"has 1 of the 17 migrations .* last version that has 0017_reports_of_readers first"
    for command in ("migrate", "derive"):
        with pytest.raises(CommandError, match=told):
            call_command(command)


def test_a_directory_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    for name in ("derive", "migrate"):
        told = in_a_line(manage(f"sqlite:///{tmp_path}/a-file/data/t.sqlite3", name))
        assert f"the directory {tmp_path}/a-file/data is not there and cannot be made" in told


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "directory").mkdir()
    for url in (f"sqlite:///{tmp_path}/directory", "postgres://nobody@127.0.0.1:1/none"):
        told = in_a_line(manage(url, "derive"))
        assert "The database cannot be opened: " in told
        assert "DATABASE_URL says which it is" in told


def test_an_address_that_is_none_is_told() -> None:
    assert "names no file" in in_a_line(manage("sqlite://", "derive"))
