"""A leader and a standby: readers are sent to the standby, whoever has written to the leader."""

from __future__ import annotations

import html
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker

from positions.models import Challenge
from positions.views.declarations import DECLARATIONS
from tests import postgres
from tests.factories import TopicFactory, said
from tests.served import Site, serving
from tests.views.details.test_report import opened_before
from tracker.databases import database
from tracker.replicas import ReadFromStandbys

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TOKEN = "a" * 32  # as a browser has it, in a cookie and in its form
IS_LATER = "SELECT name = 'Later' FROM positions_topic"
PATIENCE = 20  # seconds until what must come of itself has come


@dataclass
class Pair:
    """Two servers; ``running`` stops the one of a name when it is closed."""

    leader: Path
    standby: Path
    running: dict[str, ExitStack] = field(default_factory=dict)

    def start(self, name: str) -> None:
        self.running[name] = ExitStack()
        home: Path = getattr(self, name)
        self.running[name].enter_context(postgres.running(home, postgres.COPIED))

    def stop(self) -> None:
        for each in self.running.values():
            each.close()

    def rename(self, topic: str) -> None:
        """Give the topic another name at the leader, behind the site's back."""
        self.ask("leader", f"UPDATE positions_topic SET name = '{topic}'")

    def ask(self, name: str, sql: str) -> Any:
        """The first value that the server of this name answers, if it answers any."""
        address = postgres.address(getattr(self, name))
        with psycopg.connect(address, autocommit=True) as asked:
            cursor = asked.execute(sql)
            return cursor.fetchone()[0] if cursor.description else None  # type: ignore[index]


@pytest.fixture
def pair(django_db_setup: None) -> Iterator[Pair]:
    """Both run, with the tables of the tests' database; it is dumped, which takes a second."""
    tables = connection.settings_dict
    with postgres.cluster() as leader, ExitStack() as stopped:
        both = Pair(leader, leader)
        stopped.callback(both.stop)
        both.start("leader")
        dump: list[Any] = [
            postgres.programs() / "pg_dump",
            "-h",
            tables["HOST"],
            "-U",
            tables["USER"],
        ]
        load: list[Any] = ["psql", "-q", "-h", leader, "-U", postgres.USER, postgres.DATABASE]
        sql = subprocess.run([*dump, tables["NAME"]], check=True, capture_output=True).stdout
        subprocess.run([*load, "-v", "ON_ERROR_STOP=1"], input=sql, check=True, stdout=-3)
        both.standby = stopped.enter_context(postgres.standby(leader))
        both.start("standby")
        yield both


@contextmanager
def here(home: Path) -> Iterator[None]:
    """Within, this process has the database of this server in place of the tests' own."""
    tests_own: Any = connections["default"]
    other = {**tests_own.settings_dict, **database(postgres.address(home), home)}
    connections["default"] = own = type(tests_own)(other, "default")
    pools = type(own)._connection_pools
    tests_pool = pools.pop("default", None)  # Django keeps one for an alias, whatever its server
    try:
        yield
    finally:
        own.close()
        own.close_pool()
        if tests_pool is not None:
            pools["default"] = tests_pool
        connections["default"] = tests_own


@contextmanager
def servers(pair: Pair, blocker: DjangoDbBlocker) -> Iterator[Callable[..., list[str]]]:
    """Gives what tells the servers that a reader would be sent to, in this process."""
    with blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setitem(
            connections.settings,
            "standby1",
            {**connection.settings_dict, **database(postgres.address(pair.standby), Path())},
        )

        def chosen(most: int, away: str = "") -> list[str]:
            patch.setattr(settings, "DATABASE_REPLICA_MAX_LAG", most)
            middleware = ReadFromStandbys(lambda _request: HttpResponse())
            if away:
                middleware._leave_out(away)
            return list(middleware._servers(RequestFactory().get("/")))

        yield chosen
        connections["standby1"].close()
        connections["standby1"].close_pool()  # type: ignore[attr-defined]
        del connections["standby1"]


def until(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not (done := is_so()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return done


def test_readers_are_answered_by_the_standby_and_whoever_has_written_by_the_leader(
    pair: Pair, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), here(pair.leader):
        topic = TopicFactory.create(slug="weirs", name="Before")
        statement = said(title="A plea")
        browser = Client()
        browser.force_login(User.objects.create_superuser("edith"))
    report = {"opened": opened_before(60, statement.slug), "report": "It is wrong.", "website": ""}
    form = f"/admin/positions/topic/{topic.pk}/change/"
    page = "/topics/weirs.json"
    with serving(
        postgres.address(pair.leader), tmp_path / "log",
        DATABASE_REPLICA_URLS=postgres.address(pair.standby), DATABASE_REPLICA_MAX_LAG="99",
    ) as site:  # fmt: skip
        editor, reporter = Site(site.port), Site(site.port)
        editor.cookies = {"csrftoken": TOKEN, "sessionid": browser.cookies["sessionid"].value}
        reporter.cookies = {"csrftoken": TOKEN}

        def shown(who: Site) -> str:
            answer = who.get(page)
            assert answer.status == 200, answer.body
            return str(re.search(r'"name": ?"(\w+)"', answer.body)[1])  # type: ignore[index]

        assert until(lambda: site.get(page).status == 200)
        replayed = "SELECT pg_last_wal_replay_lsn() = pg_last_wal_receive_lsn()"
        assert until(lambda: bool(pair.ask("standby", replayed)))

        # What the leader is told does not reach the standby yet: so it shows who answers whom.
        pair.ask("standby", "SELECT pg_wal_replay_pause()")
        found = re.findall(r'name="([^"]+)" value="([^"]*)"', editor.get(form).body)
        typed = {name: html.unescape(value) for name, value in found if name[0] != "_"}
        assert editor.post(form, {**typed, "name": "After", "_save": "Save"}).status == 302
        assert (shown(editor), shown(site)) == ("After", "Before")
        assert "written" in editor.cookies
        assert reporter.post(f"/statements/{statement.slug}/report/", report).status == 302
        assert (shown(reporter), shown(site)) == ("After", "Before")
        assert site.get("/topics.csv").body.count("Before") == 1  # a file is streamed
        with servers(pair, django_db_blocker) as chosen:
            assert chosen(most=99) == ["standby1", "default", "standby1"]  # each if one fails
            assert chosen(most=0) == ["default", "standby1"]
        pair.ask("standby", "SELECT pg_wal_replay_resume()")
        assert until(lambda: shown(site) == "After")

        # Without the leader, readers notice nothing; who has written, as soon as it is replayed.
        pair.running["leader"].close()
        assert [shown(each) for each in (site, reporter, site)] == ["After"] * 3
        assert editor.get(form).status == 503
        alone = [*(d.url for d in DECLARATIONS), *(d.data_url("json") for d in DECLARATIONS)]
        alone += ["/", "/search/?q=plea", "/sitemap.xml", "/sitemap-statements.xml"]
        answered = {path: site.get(path).status for path in alone}
        assert answered == dict.fromkeys(alone, 200)
        assert "standby1" not in (tmp_path / "log").read_text()  # whose fault it was not
        with servers(pair, django_db_blocker) as chosen:
            assert chosen(most=0) == ["default", "standby1"]  # nobody sends it anything: late
            assert chosen(most=0, away="default") == ["standby1", "default"]  # rather than nothing
            # Its address may lead to another server by now: it is asked anew when all else failed.
            assert chosen(most=99, away="standby1") == ["default", "standby1"]
        pair.start("leader")
        assert until(lambda: editor.get(form).status == 200)

        # Without the standby, neither; and it comes back by itself.
        pair.running["standby"].close()
        assert [shown(site) for _ in range(6)] == ["After"] * 6  # more than threads, each connected
        pair.rename("Later")
        assert shown(site) == "Later"
        pair.start("standby")
        assert until(lambda: bool(pair.ask("standby", IS_LATER)))
        pair.ask("standby", "SELECT pg_wal_replay_pause()")
        pair.rename("Latest")
        assert until(lambda: shown(site) == "Later")
    with django_db_blocker.unblock(), here(pair.leader):
        assert Challenge.objects.get().report == "It is wrong."
