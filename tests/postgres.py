"""A PostgreSQL server that lives as long as one command: `python -m tests.postgres COMMAND…`.

The command finds the server's address in DATABASE_URL, and in TESTS_TEMPLATE the name of a migrated
database, of which each of the tests' own is made as a copy. The server listens on a socket in a
directory of its own, so nothing that runs already is touched and no port is taken.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

USER = DATABASE = "tracker"
START_TIMEOUT = 60  # seconds
# Its data are thrown away at the end, so none of them has to reach the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "256MB",
    "max_connections": "60",
}
# For an archive that is filled by a command: as on any other server, plans of queries follow what
# was written. Without this they stay those of empty tables, and deriving never ends.
FILLED = {**SETTINGS, "autovacuum": "on", "autovacuum_naptime": "5s"}
# What a server needs besides, or instead, to be copied by standbys that answer readers.
COPIED = {**SETTINGS, "wal_level": "replica", "max_wal_senders": "4", "synchronous_commit": "on"}
# Byte order, as SQLite sorts: a list has one order whatever the database; letters are Unicode's.
LOCALE = ["--encoding=UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8", "--lc-messages=C"]


def programs() -> Path:
    """The directory with PostgreSQL's server programs: the one on PATH, else Debian's newest."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not versions:
        sys.exit("No initdb on PATH or in /usr/lib/postgresql/*/bin: install postgresql.")
    return max(versions, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0))


@contextmanager
def server(settings: Mapping[str, str] = SETTINGS) -> Iterator[str]:
    """Run a fresh server; gives the address of its empty database, and removes all at the end."""
    with cluster() as home, running(home, settings):
        yield address(home)


def address(home: Path) -> str:
    """Where the database of the cluster in ``home`` is reached while it runs."""
    return f"postgres://{USER}@/{DATABASE}?host={home}"


@contextmanager
def cluster() -> Iterator[Path]:
    """The files of a server with an empty database, which is not running; removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="tracker-postgres-"))
    try:
        if as_owner():
            shutil.chown(home, "postgres", "postgres")
        _quietly(
            *as_owner(), programs() / "initdb", home / "data", f"--username={USER}",
            "--auth=trust", "--no-sync", "--no-instructions", *LOCALE, cwd=home,
        )  # fmt: skip
        with running(home):
            _quietly(programs() / "createdb", "-h", home, "-U", USER, DATABASE)
        yield home
    finally:
        shutil.rmtree(home)


@contextmanager
def standby(home: Path) -> Iterator[Path]:
    """The files of a standby of the server in ``home``, which runs as `COPIED`; removed at the end.

    It is not running; when it is, it takes over what is written there, and can only be read.
    """
    copy = Path(tempfile.mkdtemp(prefix="tracker-standby-"))
    try:
        if as_owner():
            shutil.chown(copy, "postgres", "postgres")
        _quietly(
            *as_owner(), programs() / "pg_basebackup", "-h", home, "-U", USER, "-D", copy / "data",
            "--write-recovery-conf", "--checkpoint=fast", "--no-sync", cwd=copy,
        )  # fmt: skip
        yield copy
    finally:
        shutil.rmtree(copy)


@contextmanager
def running(home: Path, settings: Mapping[str, str] = SETTINGS) -> Iterator[None]:
    """Run the server of a cluster, and stop it at the end, as often as it is wanted."""
    binaries = programs()
    options = [f"--{name}={value}" for name, value in settings.items()]
    with (home / "log").open("ab") as log:
        postgres = subprocess.Popen(
            [*as_owner(), binaries / "postgres", "-D", home / "data", "-k", home, *options],
            stdout=log,
            stderr=log,
            cwd=home,
            start_new_session=True,  # ctrl-C is for the command; the server is stopped after it
        )
    try:
        _wait_until_ready(postgres, binaries, home)
        yield
    finally:
        postgres.send_signal(signal.SIGINT)  # at once, whoever is connected
        postgres.wait()


def as_owner() -> list[str]:
    """What runs a program as the account of Debian's package: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _wait_until_ready(postgres: subprocess.Popen[bytes], binaries: Path, home: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    ready: list[str | Path] = [binaries / "pg_isready", "--quiet", "-h", home]
    while subprocess.run(ready, check=False).returncode != 0:
        if postgres.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start:\n{(home / 'log').read_text()}")
        time.sleep(0.05)


def _quietly(*command: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


def main(command: list[str]) -> int:
    """Run `command` with a server of its own; gives the command's exit code."""
    if not command:
        sys.exit("Usage: python -m tests.postgres COMMAND…")
    # SIGTERM would end this process before it has tidied up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with server() as url:
        environment = {**os.environ, "DATABASE_URL": url}
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        subprocess.run(migrate, env=environment, check=True)
        environment["TESTS_TEMPLATE"] = DATABASE
        return _run(command, environment)


def _run(command: list[str], environment: dict[str, str]) -> int:
    with subprocess.Popen(command, env=environment) as run:
        signal.signal(signal.SIGTERM, lambda *_: run.terminate())
        # The terminal sends ctrl-C to the command too: the server outlives it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return run.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
