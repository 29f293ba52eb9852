"""A database's address is read in full, or refused with a cure and without its password."""

import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.utils import ConnectionHandler
from hypothesis import given
from hypothesis import strategies as st

from tracker.databases import POOL_SIZE, SQLITE_BUSY_TIMEOUT, database, replicas

BASE = Path("/srv/site")
# Whatever a person may choose: letters of any script, spaces, and all that addresses reserve.
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1)


def encoded(text: str) -> str:
    return quote(text, safe="")


def test_sqlite_path_relative_lies_under_the_base() -> None:
    assert database("sqlite:///var/a%20b.sqlite3", BASE)["NAME"] == "/srv/site/var/a b.sqlite3"


def test_sqlite_path_absolute_is_kept() -> None:
    assert database("sqlite:////data/t.sqlite3", BASE)["NAME"] == "/data/t.sqlite3"


@given(user=NAMES, password=NAMES, host=NAMES, name=NAMES, port=st.integers(1, 65535))
def test_postgres_parts_encoded_come_back_as_they_were(
    user: str, password: str, host: str, name: str, port: int
) -> None:
    address = f"{encoded(user)}:{encoded(password)}@{encoded(host)}:{port}/{encoded(name)}"
    found = database(f"postgres://{address}", BASE)
    parts = [found[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert parts == [user, password, host, str(port), name]


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgres:///t", "", ""),
        ("postgresql://db/t", "db", ""),
        ("postgres://u@[::1]:5433/t", "::1", "5433"),
        ("postgres:///t?host=/run/postgresql&port=5433", "/run/postgresql", "5433"),
        ("postgres://u@%2Frun%2FMine/t", "/run/Mine", ""),
    ],
)
def test_postgres_host_in_each_form_is_found(url: str, host: str, port: str) -> None:
    found = database(url, BASE)
    assert (found["NAME"], found["HOST"], found["PORT"]) == ("t", host, port)


def test_postgres_options_of_the_address_reach_the_driver() -> None:
    options = database("postgres://h/t?sslmode=require&options=-c%20geqo%3Doff", BASE)["OPTIONS"]
    assert options["sslmode"] == "require"
    assert options["options"] == "-c geqo=off -c jit=off"


def test_postgres_pool_replaces_persistent_connections() -> None:
    found = database("postgres://h/t", BASE)
    assert found["OPTIONS"]["pool"]["max_size"] == POOL_SIZE
    assert found["CONN_MAX_AGE"] == 0


def test_waits_end_before_a_reader_has_given_up() -> None:
    options = database("postgres://h/t", BASE)["OPTIONS"]
    assert options["pool"]["timeout"] < 2
    assert options["pool"]["reconnect_timeout"] == 0  # each request tries anew: back at once
    assert (options["connect_timeout"], options["tcp_user_timeout"]) == (2, 1500)
    assert SQLITE_BUSY_TIMEOUT < 5


def test_waits_in_the_address_are_the_operators() -> None:
    options = database("postgres://h/t?connect_timeout=7", BASE)["OPTIONS"]
    assert options["connect_timeout"] == "7"


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("mysql://me:hunter2@h/t", "mysql://"),
        ("hunter2", "without ://"),
        ("sqlite://", "names no file"),
        ("sqlite://var/t.sqlite3", "sqlite://var/t.sqlite3"),
        ("postgres://me:hunter2@h", "name must follow"),
        ("postgres://me:hunter2@h/t/u", "'t/u'"),
        ("postgres://me:hunter2@h/t#u", "percent-encoded"),
        ("postgres://me:hunter2@h:http/t", "'http'"),
        ("postgres://me:hunter2@h:65536/t", "'65536'"),
        ("postgres://me:hunter2@h:0/t", "'0'"),
    ],
)
def test_address_wrong_is_refused_by_name_without_the_password(url: str, named: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        database(url, BASE)
    message = str(refusal.value)
    assert "DATABASE_URL" in message
    assert named in message
    assert "percent-encoded" in message  # the cure
    assert "hunter2" not in message


def test_standbys_listed_are_databases_of_their_own() -> None:
    leader = database("postgres://h/t", BASE)
    assert replicas(" ", leader) == {}
    found = replicas("postgres://a/t, postgres://me:p%2Cw@b/t?connect_timeout=3,", leader)
    assert {alias: one["HOST"] for alias, one in found.items()} == {
        "standby1": "a",
        "standby2": "b",
    }
    assert found["standby2"]["PASSWORD"] == "p,w"
    waits = [one["OPTIONS"]["pool"]["timeout"] for one in (*found.values(), leader)]
    assert waits[0] == waits[1] < waits[2]  # there is another server to ask


@pytest.mark.parametrize(
    ("urls", "leader", "named"),
    [
        ("postgres://b/t", "sqlite:///t.sqlite3", "standbys are PostgreSQL's"),
        ("sqlite:///t.sqlite3", "postgres://a/t", "standbys are PostgreSQL's"),
        ("postgres://me:hunter2@b", "postgres://a/t", "name must follow"),
        ("postgres://me:hunter2,hunter2@b/t", "postgres://a/t", "between two commas"),
        ("postgres://b/t,postgres://me:hunter2@b/t", "postgres://a/t", "named twice"),
        ("postgres://me:hunter2@a/t", "postgres://a/t", "DATABASE_URL's own"),
    ],
)
def test_standbys_that_cannot_be_are_refused_without_the_password(
    urls: str, leader: str, named: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_REPLICA_URLS: ") as refusal:
        replicas(urls, database(leader, BASE))
    assert named in str(refusal.value)
    assert "hunter2" not in str(refusal.value)


@given(rest=st.text(st.characters(exclude_characters="\0")))
def test_address_of_any_text_is_read_or_refused(rest: str) -> None:
    try:
        found = database(f"postgres://{rest}", BASE)
    except ImproperlyConfigured as refusal:
        assert "DATABASE_URL" in str(refusal)  # noqa: PT017 - either outcome is right
    else:
        assert found["NAME"]


@given(
    before=st.from_regex(r"[a-z]{8}", fullmatch=True),
    after=st.from_regex(r"[a-z]{8}", fullmatch=True),
    reserved=st.sampled_from("/?#[\N{FULLWIDTH SOLIDUS}"),
)
def test_password_unencoded_is_refused_without_it(before: str, after: str, reserved: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="percent-encoded") as refusal:
        database(f"postgres://me:{before}{reserved}{after}@h/t", BASE)
    assert before not in str(refusal.value)
    assert after not in str(refusal.value)


@pytest.mark.django_db
def test_connection_of_the_suite_has_the_chosen_settings() -> None:
    ask, answer = {
        "sqlite": ("PRAGMA foreign_keys", 1),
        "postgresql": ("SHOW jit", "off"),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(ask)
        assert cursor.fetchone() == (answer,)


@pytest.fixture
def sqlite_file(db: None, tmp_path: Path) -> dict[str, Any]:
    return database("sqlite:///t.sqlite3", tmp_path)


def test_sqlite_file_is_opened_with_the_chosen_pragmas(sqlite_file: dict[str, Any]) -> None:
    opened = ConnectionHandler({"default": sqlite_file})["default"]
    with opened.cursor() as cursor:
        found = {
            pragma: cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    opened.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL: every commit waits until it is on the disk
        "foreign_keys": 1,
        "busy_timeout": SQLITE_BUSY_TIMEOUT * 1000,
    }


def test_sqlite_writers_that_read_first_wait_for_each_other(sqlite_file: dict[str, Any]) -> None:
    handler = ConnectionHandler({"default": sqlite_file})
    with handler["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE tally (n integer)")
        cursor.execute("INSERT INTO tally VALUES (0)")
    both_ready = threading.Barrier(2)
    failures: list[Exception] = []

    def count_up() -> None:
        own = handler["default"]  # a thread has a connection of its own
        own.ensure_connection()
        both_ready.wait()
        try:
            for _ in range(20):
                # As atomic() begins: it knows Django's own connections only.
                own.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
                with own.cursor() as cursor:
                    (n,) = cursor.execute("SELECT n FROM tally").fetchone()
                    time.sleep(0.001)  # long enough for the other one to read the same
                    cursor.execute("UPDATE tally SET n = %s", [n + 1])
                own.commit()
                own.set_autocommit(True)
        except Exception as failure:  # noqa: BLE001 - the thread's failure is the test's
            failures.append(failure)
        finally:
            own.close()

    threads = [threading.Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with handler["default"].cursor() as cursor:
        counted = cursor.execute("SELECT n FROM tally").fetchone()
    handler.close_all()
    assert failures == []
    assert counted == (40,)
