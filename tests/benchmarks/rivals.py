"""Rivals on the same rows: Datasette in an environment of its own, and a usual Django list."""

from __future__ import annotations

import json
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.benchmarks.clients import answer
from tests.served import serving

PACKAGE = "datasette==0.65.1"
START_TIMEOUT = 60  # seconds
# One row for each voice and proposition of a statement, with its words: what its page shows.
VIEW = """
    CREATE VIEW said AS
    SELECT statement.id, statement.slug, statement.title, statement.kind, entry.earliest,
        statement.date_edtf, voice.slug AS organisation, voice.name, entry.stance,
        proposition.slug AS proposition, proposition.short_label, words.exact,
        source.title AS source
    FROM positions_indexentry AS entry
    JOIN positions_statement AS statement ON statement.id = entry.statement_id
    JOIN positions_stakeholder AS voice ON voice.id = entry.voice_id
    LEFT JOIN positions_proposition AS proposition ON proposition.id = entry.proposition_id
    LEFT JOIN positions_quotation AS words
        ON words.statement_id = statement.id AND words."order" = 0
    LEFT JOIN positions_source AS source ON source.id = words.source_id"""
LIST = "/archive/said"
NEWEST = "_sort_desc=earliest&_size=50"


@contextmanager
def datasette(archive: Path, home: Path) -> Iterator[int]:
    """Datasette with its facets not suggested, on a copy of the archive; gives its port."""
    venv.create(home / "datasette", with_pip=True)
    python = home / "datasette" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", PACKAGE], check=True)
    copy = home / "archive.db"
    shutil.copy(archive, copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute(VIEW)
    port = _free_port()
    with (home / "datasette.log").open("wb") as log:
        served = subprocess.Popen(
            [
                *(python, "-m", "datasette", "serve", copy, "--port", str(port)),
                *("--setting", "suggest_facets", "off"),
                *("--setting", "sql_time_limit_ms", "60000"),
            ],
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(port)
        yield port
    finally:
        served.terminate()
        served.wait()


@contextmanager
def usual(url: str, home: Path) -> Iterator[int]:
    """The usual Django list on the same database; gives its port."""
    application = "django.core.wsgi:get_wsgi_application()"
    settings = "tests.benchmarks.usual_settings"
    log = home / "usual.log"
    with serving(url, log, application=application, DJANGO_SETTINGS_MODULE=settings) as site:
        yield site.port


def datasette_path(query: str, form: str = "") -> str:
    return f"{LIST}{form}?{query}{'&' if query else ''}{NEWEST}"


def usual_path(query: str) -> str:
    return f"/usual/?{query}"


def refuse_others(ours: str, port: int, theirs: int, query: str, name: str) -> None:
    """See that our list, and a rival's or both, answer the same question.

    ``ours`` is the path of our list; the rival at ``theirs`` is asked by ``query``. Datasette has
    a row for each voice and proposition, so that its fifty are fewer statements.
    """
    path, _, asked = ours.partition("?")
    records = json.loads(answer(port, f"{path.rstrip('/')}.json?{asked}"))["results"]
    mine = [record["slug"] for record in records]
    if name == "datasette":
        rows = json.loads(answer(theirs, datasette_path(query, ".json") + "&_shape=array"))
        found = list(dict.fromkeys(row["slug"] for row in rows))
        days = [row["earliest"] for row in rows]
        # Of the last day some may be left out, and on one day each has an order of its own.
        sure = {row["slug"] for row in rows if row["earliest"] != days[-1]}
    else:
        found = re.findall(r'href="/statements/([^/]+)/"', answer(theirs, usual_path(query)))
        sure = set(found)
    if not found or not sure <= set(mine):
        raise SystemExit(f"{name} answers another question than {ours}: {sure - set(mine)}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_TIMEOUT
    while time.monotonic() < until:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("Datasette did not start.")
