"""The site as gunicorn serves it, in processes of its own, on a database of the test's choice."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parent.parent
START_TIMEOUT = 60  # seconds
ANSWER_TIMEOUT = 60  # seconds
COMMAND_TIMEOUT = 300  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: status, headers with lower-case names, the whole body."""

    status: int
    headers: Mapping[str, str]
    body: str


class Site:
    """A browser of the simplest kind: one connection for each request, and cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form, with the token that the site has set as a cookie."""
        form = {"csrfmiddlewaretoken": self.cookies["csrftoken"], **fields}
        headers = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, headers, urlencode(form))

    def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: str | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_TIMEOUT)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            sent = {"Cookie": cookies, **headers} if cookies else dict(headers)
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie", []):
                for name, cookie in SimpleCookie(line).items():
                    self.cookies[name] = cookie.value
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read().decode())
        finally:
            connection.close()


def ran(url: str, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py, run on the database at ``url`` to its end, whatever that is."""
    return subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment_on(url, environment),
        capture_output=True, text=True, check=False, timeout=COMMAND_TIMEOUT,
    )  # fmt: skip


def manage(url: str, *command: str, **environment: str) -> str:
    """Run manage.py on the database at ``url``; gives what it printed."""
    done = ran(url, *command, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def serving(
    url: str, log: Path, workers: int = 1, application: str = "tracker.wsgi", **environment: str
) -> Iterator[Site]:
    """Serve the site on the database at ``url``; what gunicorn says is written to ``log``.

    Each worker is a process with four threads.
    """
    command = ["gunicorn", application, "--bind=127.0.0.1:0", f"--workers={workers}"]
    with log.open("wb") as said:
        gunicorn = subprocess.Popen(
            [sys.executable, "-m", *command, "--threads=4", "--no-control-socket"],
            cwd=ROOT,
            env=environment_on(url, environment),
            stdout=said,
            stderr=said,
        )
    try:
        yield Site(_port(gunicorn, log))
    finally:
        gunicorn.terminate()
        gunicorn.wait()


def environment_on(url: str, more: Mapping[str, str]) -> dict[str, str]:
    """What a process of the site on this database is told, and nothing else."""
    own = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR"}}
    return {**own, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url, **more}


def _port(gunicorn: subprocess.Popen[bytes], log: Path) -> int:
    """The port that the system has chosen, once a worker has started."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and gunicorn.poll() is None:
        text = log.read_text()
        if "Booting worker" in text:
            return int(text.partition("http://127.0.0.1:")[2].partition(" ")[0])
        time.sleep(0.05)
    raise AssertionError(f"gunicorn did not start:\n{log.read_text()}")
