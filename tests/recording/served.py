"""The site as real processes serve it, on a database of its own, and many who ask at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
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

from tests.served import manage, ran, serving

Done = TypeVar("Done")
TOKEN = "a" * 32  # as a browser has it, in a cookie and in its form
# Seconds that one writer waits for seven others, on a machine that is busy with other things.
PATIENCE = "60"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Served:
    """The running site: its port, and the cookie of an editor who is logged in."""

    port: int
    url: str  # of its database, for commands
    log: Path
    client: Client

    def post(self, address: str, fields: dict[str, Any]) -> Answer:
        """What an editor's browser gets for a form, without following where it leads."""
        session = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
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
        return ran(self.url, *arguments, SQLITE_PATIENCE=PATIENCE)


def at_once(deeds: Sequence[Callable[[], Done]]) -> list[Done]:
    """What each gives; all are begun at the same moment, each in a thread of its own."""
    start = threading.Barrier(len(deeds))

    def begun(deed: Callable[[], Done]) -> Done:
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(begun, deeds))


@contextmanager
def served(directory: Path, migrated: Path | None) -> Iterator[Served]:
    """Serve an empty database with two processes; within, this process has the same one.

    ``migrated`` is a file with a migrated database (None: on PostgreSQL it is migrated here).
    """
    log = directory / "gunicorn.log"
    with (
        _own_database(directory, migrated) as url,
        serving(url, log, workers=2, SQLITE_PATIENCE=PATIENCE) as site,
    ):
        account = User.objects.create_user("an-editor", is_staff=True)
        account.groups.add(Group.objects.get(name="editor"))
        client = Client()
        client.force_login(account)
        yield Served(site.port, url, log, client)


@contextmanager
def _own_database(directory: Path, migrated: Path | None) -> Iterator[str]:
    """A migrated database, in which this process is too: not that of the other tests."""
    shared: Any = connections["default"]
    if migrated is not None:
        name = str(directory / "served.sqlite3")
        url = f"sqlite:///{quote(name)}"
        shutil.copy(migrated, name)
    else:
        name = f"served_{os.getpid()}"
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        shared.close()
        shared.close_pool()  # Django keeps one pool for an alias, whatever its database
        template = shared.settings_dict["TEST"].get("TEMPLATE") or "template0"
        with shared._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        manage(url, "migrate", "--verbosity=0")
    own = type(shared)({**shared.settings_dict, "NAME": name}, "default")
    connections["default"] = own
    try:
        yield url
    finally:
        own.close()
        connections["default"] = shared
        if shared.vendor == "postgresql":
            own.close_pool()
            with shared._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
