"""The site as real processes serve it, on a database of its own, and many who ask at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connections
from django.test import Client

Done = TypeVar("Done")
TOKEN = "a" * 32  # as a browser has it, in a cookie and in its form
LOG = "gunicorn.log"
STARTS_WITHIN = 120  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Served:
    """The running site: where it is, and the cookie of an editor who is logged in."""

    host: str
    url: str  # of its database, for commands
    log: Path
    client: Client

    def post(self, address: str, fields: dict[str, Any]) -> Answer:
        """What an editor's browser gets for a form, without following where it leads."""
        session = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        connection = HTTPConnection(self.host, timeout=120)
        connection.request(
            "POST",
            address,
            urlencode({**fields, "csrfmiddlewaretoken": TOKEN}, doseq=True),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}",
            },
        )
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, text)

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command of manage.py, run as a process of its own on the same database."""
        return _run(self.url, *arguments)


def at_once(deeds: Sequence[Callable[[], Done]]) -> list[Done]:
    """What each gives; all are begun at the same moment, each in a thread of its own."""
    start = threading.Barrier(len(deeds))

    def begun(deed: Callable[[], Done]) -> Done:
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(begun, deeds))


@contextmanager
def served(directory: Path) -> Iterator[Served]:
    """Serve an empty database; within, this process has the same one."""
    with _own_database(directory) as url, _server(directory, url) as host:
        account = User.objects.create_user("an-editor", is_staff=True)
        account.groups.add(Group.objects.get(name="editor"))
        client = Client()
        client.force_login(account)
        yield Served(host, url, directory / LOG, client)


@contextmanager
def _own_database(directory: Path) -> Iterator[str]:
    """A migrated database, in which this process is too: not that of the other tests."""
    shared: Any = connections["default"]
    if shared.vendor == "sqlite":
        name = str(directory / "served.sqlite3")
        url = f"sqlite:///{quote(name)}"
    else:
        name = f"served_{os.getpid()}"
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        shared.close()
        shared.close_pool()  # Django keeps one pool for an alias, whatever its database
        with shared._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    own = type(shared)({**shared.settings_dict, "NAME": name}, "default")
    connections["default"] = own
    try:
        _run(url, "migrate", "--verbosity=0").check_returncode()
        yield url
    finally:
        own.close()
        connections["default"] = shared
        if shared.vendor == "postgresql":
            own.close_pool()
            with shared._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def _server(directory: Path, url: str) -> Iterator[str]:
    """Two processes of four threads each, as gunicorn runs them."""
    log = directory / LOG
    command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--bind", "127.0.0.1:0"]
    with log.open("w") as told:
        gunicorn = subprocess.Popen(
            [*command, "--workers", "2", "--threads", "4", "--timeout", "120"],
            cwd=settings.BASE_DIR,
            env=_environment(url),
            stdout=told,
            stderr=told,
        )
    try:
        yield _listening(gunicorn, log)
    finally:
        gunicorn.terminate()
        gunicorn.wait()


def _listening(gunicorn: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + STARTS_WITHIN
    while "Listening at: http://" not in (said := log.read_text()):
        if gunicorn.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The site did not start:\n{said}")
        time.sleep(0.1)
    return said.partition("Listening at: http://")[2].split()[0]


def _run(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=_environment(url),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
