"""Guessers are slowed and told so; editors get in; pages stay quick meanwhile."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings as site_settings
from django.contrib.auth.models import User
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone

LOG_IN = "/admin/login/"
RIGHT = "the right one"
LIMIT = site_settings.AXES_FAILURE_LIMIT
# Locks the files named on its command line, as another process of the site does, until told.
LOCKING = """
import fcntl, sys
files = [open(name, "ab") for name in sys.argv[1:]]
for file in files:
    fcntl.flock(file, fcntl.LOCK_EX)
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def edith(db: None, settings: Any, tmp_path: Path) -> User:
    settings.LOG_INS_DIR = tmp_path / "log-ins"
    settings.PASSWORDS_AT_ONCE = 2
    return User.objects.create_superuser("edith", password=RIGHT)


def log_in(client: Client, password: str, address: str = "192.0.2.1", **headers: str) -> Any:
    form = {"username": "edith", "password": password}
    return client.post(LOG_IN, form, REMOTE_ADDR=address, headers=headers)


@contextmanager
def locked_by_another_process(*files: Path) -> Iterator[None]:
    for file in files:
        file.parent.mkdir(exist_ok=True)
    with subprocess.Popen(
        [sys.executable, "-c", LOCKING, *map(str, files)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        yield
        other.communicate()


def rooms(settings: Any) -> list[Path]:
    return [settings.LOG_INS_DIR / f"room-{n}" for n in range(settings.PASSWORDS_AT_ONCE)]


def test_guesser_is_locked_out_and_the_editor_is_not(client: Client, edith: User) -> None:
    answers = [log_in(client, "a guess").status_code for _ in range(LIMIT)]
    assert answers == [*[200] * (LIMIT - 1), 429]
    assert log_in(client, RIGHT).status_code == 429
    assert log_in(client, RIGHT, "192.0.2.2").status_code == 302


def test_guesser_is_locked_out_whatever_address_it_claims(client: Client, edith: User) -> None:
    for number in range(LIMIT):
        log_in(client, "a guess", **{"X-Forwarded-For": f"198.51.100.{number}"})
    claimed = {"X-Forwarded-For": "198.51.100.99"}
    assert log_in(client, RIGHT, **claimed).status_code == 429


def test_guesser_behind_a_proxy_is_locked_out_and_not_the_proxy(
    client: Client, edith: User, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = 1
    for number in range(LIMIT):
        log_in(client, "a guess", **{"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.7"})
    forwarded = {"X-Forwarded-For": "198.51.100.7"}
    assert log_in(client, RIGHT, **forwarded).status_code == 429
    forwarded = {"X-Forwarded-For": "198.51.100.8"}
    assert log_in(client, RIGHT, **forwarded).status_code == 302


def told(answer: HttpResponseBase) -> str:
    return str(getattr(answer, "content", b"").decode())


def test_lock_out_is_a_page_that_says_how_long_and_what_to_do(client: Client, edith: User) -> None:
    for _ in range(LIMIT):
        answer = log_in(client, "a guess")
    assert "Stakeholder Position Tracker</title>" in told(answer)
    assert "Try again in 15 minutes" in told(answer)
    assert "An administrator can lift the lock" in told(answer)
    assert 14 * 60 < int(answer["Retry-After"]) <= 15 * 60
    assert "no-store" in answer["Cache-Control"]


def test_lock_out_runs_down_though_it_is_tried_meanwhile(client: Client, edith: User) -> None:
    for _ in range(LIMIT):
        log_in(client, "a guess")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))
    for _ in range(2):
        assert "Try again in 5 minutes" in told(log_in(client, "a guess"))
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert log_in(client, RIGHT).status_code == 302


def test_no_more_passwords_are_checked_at_once_than_there_is_room_for(
    client: Client, edith: User, settings: Any
) -> None:
    first, second = rooms(settings)
    with locked_by_another_process(first):
        assert log_in(Client(), RIGHT).status_code == 302
    with locked_by_another_process(first, second):
        answer = log_in(client, "a guess")
        assert (answer.status_code, int(answer["Retry-After"]) > 0) == (429, True)
        assert "Many are logging in just now" in told(answer)
        assert client.get(LOG_IN).status_code == 200
        assert client.get("/statements/").status_code == 200
    assert not AccessAttempt.objects.exists()  # what was not looked at was not wrong
    assert log_in(client, RIGHT).status_code == 302


def test_one_address_cannot_take_all_the_room(client: Client, edith: User, settings: Any) -> None:
    log_in(client, "a guess", "192.0.2.1")
    [own] = [file for file in settings.LOG_INS_DIR.iterdir() if file.name.startswith("address-")]
    with locked_by_another_process(own):
        assert log_in(client, RIGHT, "192.0.2.1").status_code == 429
        assert log_in(client, RIGHT, "192.0.2.2").status_code == 302


def test_room_is_free_again_after_each_answer(client: Client, edith: User, settings: Any) -> None:
    for password in ("a guess", RIGHT):
        log_in(client, password)
        for file in settings.LOG_INS_DIR.iterdir():
            with file.open("ab") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
