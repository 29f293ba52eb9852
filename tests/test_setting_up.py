"""Setting up: what is begun twice at once is done once, what is broken off is done again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command

from tests.published import collect, started_anew
from tests.served import Site

ROOT: Path = site_settings.BASE_DIR
TIMEOUT = 600  # seconds: a fresh checkout on a busy machine
LEFT_OUT = (".venv", "var", ".git", ".tools", "node_modules", "tests", ".*_cache")
MANIFEST = "staticfiles.json"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which nothing was ever run, but for the packages, which are this one's."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (copy / ".venv").mkdir()
    for part in Path(sys.prefix).iterdir():
        (copy / ".venv" / part.name).symlink_to(part)
    marker = copy / ".venv" / "base.txt"
    marker.unlink(missing_ok=True)  # the link, for what the copy does must not reach this one
    shutil.copy(copy / "requirements" / "base.txt", marker)
    return copy


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    """What of a checkout makes others wait."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / ".make", copy / ".make")
    return copy


def environment(**more: str) -> dict[str, str]:
    # What `make test` tells its own children is not for the makes that are tested.
    own = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR"}}
    return {**own, "WEB_CONCURRENCY": "1", **more}


def started(checkout: Path, *command: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=checkout, env=environment(**more), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, start_new_session=True, umask=0o022,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> int:
    """The exit status, once what was printed has been read."""
    process.communicate()
    return process.returncode


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def running(checkout: Path) -> Iterator[Site]:
    """`make run`, once it serves."""
    port = free_port()
    make = started(checkout, "make", "run", f"PORT={port}")
    try:
        yield _serving(make, port)
    finally:
        if make.poll() is None:
            os.killpg(make.pid, signal.SIGTERM)
        make.communicate()


def _serving(make: subprocess.Popen[str], port: int) -> Site:
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline and make.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.2)
        else:
            return Site(port)
    if make.poll() is None:
        os.killpg(make.pid, signal.SIGTERM)
    raise AssertionError(make.communicate()[0])


def test_makes_at_once_in_a_fresh_checkout_set_up_one_after_the_other(checkout: Path) -> None:
    account = {
        "DJANGO_SUPERUSER_USERNAME": "edith",
        "DJANGO_SUPERUSER_EMAIL": "edith@example.org",
        "DJANGO_SUPERUSER_PASSWORD": "an example pass phrase",
    }
    superuser = started(checkout, "make", "superuser", **account)
    with running(checkout) as site:
        said, _ = superuser.communicate(timeout=TIMEOUT)
        assert superuser.returncode == 0, said
        assert site.get("/statements/cbc-letter/").status == 200
        # Nobody else may read what is written, whatever umask make was started with.
        assert (checkout / "var").stat().st_mode & 0o077 == 0
        written = [path for path in (checkout / "var").iterdir() if path.is_file()]
        files = {f"tracker.sqlite3{part}" for part in ("", "-wal", "-shm")}
        assert files <= {path.name for path in written}
        assert [path.name for path in written if path.stat().st_mode & 0o077] == []
    served = checkout / "var" / "static"
    paths = json.loads((served / MANIFEST).read_text())["paths"]
    assert all((served / name).is_file() for name in paths.values())
    with sqlite3.connect(checkout / "var" / "tracker.sqlite3") as database:
        assert database.execute("SELECT username FROM auth_user").fetchall() == [("edith",)]
    # A manifest that is broken, though newer than everything, is made anew.
    (served / MANIFEST).write_bytes(b"")
    assert ended(started(checkout, ".make/static")) == 0
    assert json.loads((served / MANIFEST).read_text())["paths"] == paths


def test_locked_commands_wait_for_each_other(locks: Path) -> None:
    log = locks / "log"
    job = f"echo begin >>{log}; sleep 0.1; echo end >>{log}"
    jobs = [started(locks, ".make/locked", "sh", "-c", job) for _ in range(6)]
    assert [ended(each) for each in jobs] == [0] * 6
    assert log.read_text().split() == ["begin", "end"] * 6


def test_locked_works_without_the_program_flock(locks: Path, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("bash", "env", "mkdir", "sleep", "sh"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    (programs / "python3").symlink_to(sys.executable)
    log = locks / "log"
    job = f"echo begin >>{log}; sleep 0.1; echo end >>{log}"
    path = {"PATH": str(programs)}
    jobs = [started(locks, ".make/locked", "sh", "-c", job, **path) for _ in range(4)]
    assert [ended(each) for each in jobs] == [0] * 4
    assert log.read_text().split() == ["begin", "end"] * 4


def test_locked_gives_the_outcome_of_its_command(locks: Path) -> None:
    assert ended(started(locks, ".make/locked", "sh", "-c", "exit 7")) == 7


def test_packages_that_another_make_has_installed_are_not_installed_again(checkout: Path) -> None:
    requirements, marker = checkout / "requirements" / "base.txt", checkout / ".venv" / "base.txt"
    os.utime(marker, (0, 0))
    make = started(checkout, "make", ".venv/base.txt")
    said, _ = make.communicate()
    assert (make.returncode, said) == (0, "")
    assert marker.stat().st_mtime >= requirements.stat().st_mtime


@pytest.fixture
def collected(tmp_path: Path, settings: Any) -> Path:
    """The project's static files as a published site has them, in a directory of the test's."""
    return collect(settings, tmp_path / "static")


def test_collecting_that_fails_leaves_what_is_served_as_it_was(
    collected: Path, tmp_path: Path, settings: Any
) -> None:
    before = {path: path.read_bytes() for path in collected.rglob("*") if path.is_file()}
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "a.css").write_text("body { background: url(missing.png) }")
    with pytest.raises(ValueError, match=r"missing\.png"):
        collect(settings, collected, broken)
    assert {path: path.read_bytes() for path in collected.rglob("*") if path.is_file()} == before
    assert [path for path in collected.parent.iterdir() if path.name.startswith("static-")] == []


@pytest.mark.parametrize("broken", [b"", b"{}", b"[]", b'{"paths": {', b"\xff"])
def test_collecting_makes_a_broken_manifest_anew(collected: Path, broken: bytes) -> None:
    manifest = collected / MANIFEST
    before = json.loads(manifest.read_text())
    manifest.write_bytes(broken)
    started_anew()
    call_command("collectstatic", interactive=False, verbosity=0)
    assert json.loads(manifest.read_text()) == before


def test_collecting_anew_keeps_what_a_running_site_is_asked_for_until_cleared(
    collected: Path,
) -> None:
    old = collected / "positions" / "old.0123456789ab.css"
    old.write_text("body {}")
    call_command("collectstatic", interactive=False, verbosity=0)
    assert old.exists()
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    assert not old.exists()
    assert (collected / MANIFEST).exists()
