"""A database that is away or locked is told in the form asked for, and nothing typed is lost."""

from __future__ import annotations

import html
import http.client
import json
import re
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tests import postgres
from tests.served import Answer, Site, manage, serving
from tracker import outage

TYPED = "An example topic"
LONG_TYPED = "\n“Typed at length & with care.”\r\nA second line of it, with <marks>."
TOPICS = "/admin/positions/topic/add/"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A PostgreSQL server's files, with the site's tables and one account."""
    with postgres.cluster() as home:
        with postgres.running(home):
            prepare(postgres.address(home))
        yield home


@pytest.fixture(scope="module")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path | None) -> Path:
    """A file with the site's tables, copied where they are kept, and one account."""
    file = tmp_path_factory.mktemp("outage") / "tracker.sqlite3"
    if migrated_database is not None and migrated_database.exists():
        shutil.copy(migrated_database, file)
    prepare(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="module")
def sqlite_site(sqlite_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site on that file, for tests that each unlock it again."""
    log = tmp_path_factory.mktemp("served") / "log"
    with serving(f"sqlite:///{sqlite_file}", log) as site:
        yield site


def prepare(url: str) -> None:
    manage(url, "migrate", "--verbosity=0")
    manage(
        url, "createsuperuser", "--noinput", "--username=edith", "--email=",
        DJANGO_SUPERUSER_PASSWORD="an example pass phrase",
    )  # fmt: skip


def log_in(site: Site) -> None:
    site.get("/admin/login/")
    fields = {"username": "edith", "password": "an example pass phrase"}
    assert site.post("/admin/login/", fields).status == 302


def kept(answer: Answer) -> dict[str, str]:
    """What the form on the page would send, as a browser reads it."""
    hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.body)
    boxes = re.findall(r'<textarea name="([^"]*)"[^>]*>\n(.*?)</textarea>', answer.body, re.DOTALL)
    return {html.unescape(name): html.unescape(value) for name, value in [*hidden, *boxes]}


def test_postgres_stopped_and_started_again(cluster: Path, tmp_path: Path) -> None:
    form = {"name": TYPED, "slug": "example-topic", "description": LONG_TYPED, "_save": "Save"}
    with serving(postgres.address(cluster), tmp_path / "log") as site:
        with postgres.running(cluster):
            log_in(site)
            blank = site.get(TOPICS).body
            hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', blank))
            form = {**hidden, **form}
        pages = ["/", "/statements/", "/search/?q=police", TOPICS, "/admin/", "/statements/x/"]
        for path in pages:
            answer = site.get(path)
            assert (path, answer.status) == (path, 503)
            assert int(answer.headers["retry-after"]) > 0
            assert "no-store" in answer.headers["cache-control"]
            assert "The database cannot be reached" in answer.body
            assert "What you typed" not in answer.body
        for path in ["/statements.json", "/topics.json", "/search.json?q=example"]:
            answer = site.get(path)
            assert (answer.status, answer.headers["content-type"]) == (503, "application/json")
            assert "database" in json.loads(answer.body)["problems"][0]["message"]
            assert "retry-after" in answer.headers
        for path in ["/statements.csv", "/statements.atom", "/sitemap.xml"]:
            answer = site.get(path)
            assert answer.status == 503
            assert answer.headers["content-type"] == "text/plain; charset=utf-8"
            assert "retry-after" in answer.headers
            assert "<" not in answer.body
        assert site.get("/static/positions/public/base.css").status == 200
        assert site.get("/about/method/").status == 200
        refused = site.post(TOPICS, form)
        assert (refused.status, "What you typed is not lost" in refused.body) == (503, True)
        again = kept(refused)
        with postgres.running(cluster):
            assert [site.get(path).status for path in pages[:5]] == [200] * 5
            assert site.post(TOPICS, again).status == 302
            page = site.get("/admin/positions/topic/").body
            changed = re.search(r"/admin/positions/topic/\d+/change/[^>]*>An example topic", page)
            assert changed is not None
            shown = site.get(changed.group().partition('"')[0]).body
            assert html.escape(LONG_TYPED.strip().splitlines()[1], quote=False) in shown


def test_host_that_answers_nothing_is_told_too(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"postgres://tracker@127.0.0.1:{deaf.getsockname()[1]}/tracker"
        with serving(url, tmp_path / "log") as site:
            assert site.get("/statements.json").status == 503


def test_file_that_has_begun_is_cut_short_where_the_database_goes_away(
    cluster: Path, tmp_path: Path
) -> None:
    many = (
        "INSERT INTO positions_topic (name, slug, description, version, created_at, modified_at)"
        " SELECT 'Topic ' || n, 'topic-' || n, repeat('d', 400), 1, now(), now()"
        " FROM generate_series(1, 40000) AS n"
    )
    with serving(postgres.address(cluster), tmp_path / "log") as site:
        with postgres.running(cluster), psql(cluster, many):
            reading = socket.socket()
            reading.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            reading.settimeout(30)
            reading.connect(("127.0.0.1", site.port))
            reading.sendall(b"GET /topics.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
            response = http.client.HTTPResponse(reading)
            response.begin()
            first = response.read(1000)
        assert response.status == 200
        assert first.startswith(b"\xef\xbb\xbf")
        with pytest.raises(http.client.IncompleteRead):
            response.read()
        reading.close()


@contextmanager
def psql(cluster: Path, statement: str) -> Iterator[None]:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(postgres.address(cluster), autocommit=True) as connection:
        connection.execute(statement)
    yield


def test_sqlite_locked_by_another_process_is_told_and_loses_nothing(
    sqlite_file: Path, sqlite_site: Site
) -> None:
    site = Site(sqlite_site.port)
    form = {"name": TYPED, "slug": "locked-topic", "description": LONG_TYPED, "_save": "Save"}
    log_in(site)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert site.get("/statements/").status == 200  # readers do not wait for a writer
    refused = site.post(TOPICS, form)
    assert (refused.status, int(refused.headers["retry-after"]) > 0) == (503, True)
    assert "The database is busy" in refused.body
    other.execute("ROLLBACK")
    other.close()
    assert site.post(TOPICS, kept(refused)).status == 302


def test_password_is_not_kept_on_the_page(sqlite_file: Path, sqlite_site: Site) -> None:
    site = Site(sqlite_site.port)
    site.get("/admin/login/")
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    fields = {"username": "edith", "password": "an example pass phrase"}
    refused = site.post("/admin/login/", fields)
    other.close()
    assert refused.status == 503
    assert "an example pass phrase" not in refused.body
    assert "A password is never kept" in refused.body


def test_sqlite_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "directory").mkdir()
    with serving(f"sqlite:///{tmp_path}/directory", tmp_path / "log") as site:
        assert site.get("/").status == 503


def test_sqlite_without_tables_is_our_fault(tmp_path: Path) -> None:
    with serving(f"sqlite:///{tmp_path}/empty.sqlite3", tmp_path / "log") as site:
        answer = site.get("/statements.json")
        assert (answer.status, answer.headers["content-type"]) == (500, "application/json")


@pytest.mark.django_db
def test_a_session_that_cannot_be_written_is_an_outage_and_one_that_is_gone_a_bad_request() -> None:
    """Django raises the same for both, which it answers with 400."""
    request = RequestFactory().post("/admin/")
    session = SessionStore()
    session.create()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    broken = sqlite3.OperationalError("disk I/O error")
    broken.sqlite_errorcode = sqlite3.SQLITE_IOERR
    away = OperationalError("disk I/O error")
    away.__cause__ = broken

    def typed(request: HttpRequest) -> HttpResponse:
        request.session["typed"] = TYPED
        return HttpResponse()

    for failure, status in ((away, 503), (DatabaseError("no row was changed"), 400)):
        with (
            patch.object(Session, "save", side_effect=failure),
            pytest.raises(SessionInterrupted) as raised,
        ):
            SessionMiddleware(typed)(request)
        assert outage.bad_request(request, raised.value).status_code == status
