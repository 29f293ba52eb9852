"""How each page reads a large archive: how many queries, how many rows, and no table as a whole.

Written down in plans.json for each database. After a change that is meant to change them, record
them anew on both and read the difference: RECORD_PLANS=1 python -m pytest tests/test_plans.py
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from pytest_django import DjangoDbBlocker

from positions import derivation
from positions.choices import Stance
from positions.derivation.index import refresh_index
from positions.importers.invented import Archive
from positions.models import Proposition, Stakeholder, Statement
from tests.conftest import written_once
from tests.factories import said

RECORDED = Path(__file__).with_name("plans.json")
SIZE = 3_000  # statements: as many as are written in some seconds, and many times a page
PAGES = (
    "/statements/",
    "/statements.json",
    "/statements/?organisation=organisation-0",
    "/statements/?organisation=organisation-3&stance=opposes",
    "/statements/?stance=opposes&kind=email",
    "/statements/?organisation_kind=company&from=2015&until=2019",
    "/statements/?sort=title",
    "/statements/?organisation=organisation-0&sort=title",
    "/statements/?q=moratorium",
    "/statements/?q=police&organisation=organisation-3",
    "/search/?q=moratorium",
    "/search/?q=moratorium+licence",
    "/search/?q=Organisation+3+moratorium+2018",
    "/search/?q=of",
    "/positions.atom",
    "/shifts.atom",
    "/",
    "/timeline/",
    "/positions/",
    "/positions/list/?sort=holder",
    "/propositions/",
    "/propositions/proposition-0/",
    "/positions/changes/",
    "/positions/changes/?from=2018-01-01&until=2018-02-01",
    "/changes.atom?from=2018-01-01&until=2018-02-01",
    "/organisations/",
    "/people/",
    "/topics/",
    "/sitemap.xml",
    "/sources/",
    "/sources/?sort=title",
)
# What a page of 3,000 statements may send, in kB before it is compressed. They were 170 to 1,400 of
# 20,000 before what nobody reads at once was folded, paged, or left to be asked for.
MOST_KB = {
    "/statements/": 100,
    "/statements/?organisation=organisation-0&sort=title": 100,
    "/organisations/": 130,
    "/timeline/": 200,
    "/timeline/?organisation=organisation-0": 200,
    "/positions/": 150,
    "/propositions/proposition-0/": 150,
    "/propositions/proposition-60/": 150,
    "/organisations/organisation-0/": 120,
    "/statements/statement-2999/": 80,
    "/compare/": 60,
}
# Tables that grow with the archive. Parties, replies and subjects are few beside them here.
LARGE = ("statement", "indexentry", "position", "statementtext", "quotation", "attribution")
LARGE_TABLES = {f"positions_{name}" for name in (*LARGE, "assessment", "source")}


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """An invented archive, for a module whose tests read it."""

    def write() -> None:
        Archive(SIZE).write()
        if connection.vendor == "postgresql":  # SQLite is told nothing of its rows anywhere
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
                # So small a table is read as a whole by choice; this is of those that have to be.
                cursor.execute("SET LOCAL enable_seqscan = off")

    with written_once(django_db_blocker, write):
        yield


@contextmanager
def asked() -> Iterator[list[tuple[str, Any]]]:
    """The queries that are run inside, with their parameters."""
    found: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def executed(sql: str, params: Any) -> Iterator[dict[str, Any]]:
    """The parts of PostgreSQL's plan of a query, which is run for it, with what each gave."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        [[plan]] = cursor.fetchone()
    return nodes(plan["Plan"])


def read_by_postgresql(sql: str, params: Any) -> tuple[int, set[str]]:
    """How many rows of large tables a query reads, and which of these it reads as a whole."""
    rows, whole = 0, set()
    for node in executed(sql, params):
        table = node.get("Relation Name")
        if table in LARGE_TABLES:
            looked = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
            rows += int(looked * node["Actual Loops"])
            if node["Node Type"] == "Seq Scan" and looked >= SIZE / 2:
                whole.add(table)
    return rows, whole


def read_by_sqlite(sql: str, params: Any) -> tuple[int, set[str]]:
    """Which large tables a query reads as a whole; how many rows, SQLite does not tell."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        steps = [detail for *_, detail in cursor.fetchall()]
    scanned = {found[1] for step in steps if (found := re.fullmatch(r"SCAN (\w+)", step))}
    return 0, scanned & LARGE_TABLES


READ = {"postgresql": read_by_postgresql, "sqlite": read_by_sqlite}


def measured(address: str) -> dict[str, Any]:
    with asked() as queries:
        answer = Client().get(address)
        answer.getvalue()
    assert answer.status_code == 200, address
    read = [READ[connection.vendor](sql, params) for sql, params in queries]
    rows = sum(number for number, _ in read)
    return {
        "queries": len(queries),
        "rows": rows,
        "as a whole": sorted(set().union(*(tables for _, tables in read))),
    }


@pytest.mark.django_db
def test_each_page_reads_a_large_archive_as_written_down(archive: None) -> None:
    found = {address: measured(address) for address in PAGES}
    written = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    if os.environ.get("RECORD_PLANS"):
        written[connection.vendor] = {
            address: {
                "queries": each["queries"],
                "as a whole": each["as a whole"],
                # Twice as many: a planner of another version, or one that has seen the rows which
                # other tests took back, does otherwise.
                "thousand rows at most": each["rows"] * 2 // 1_000 + 1,
            }
            for address, each in found.items()
        }
        RECORDED.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    for address, expected in written[connection.vendor].items():
        now = found.pop(address)
        assert now.pop("rows") <= 1000 * expected.pop("thousand rows at most"), address
        assert now == expected, address
    assert not found


@pytest.mark.django_db
def test_no_page_sends_more_than_is_read_at_once(archive: None) -> None:
    sent = {address: len(Client().get(address).content) / 1000 for address in MOST_KB}
    assert {address: kb for address, kb in sent.items() if kb > MOST_KB[address]} == {}


def work_of_postgresql(do: Callable[[], None]) -> int:
    """How many rows all parts of all plans give or leave out."""
    with asked() as queries:
        do()
    total = 0
    planned = [each for each in queries if not each[0].startswith(("SAVEPOINT", "RELEASE"))]
    for sql, params in planned:
        for node in executed(sql, params):
            left_out = node.get("Rows Removed by Filter", 0)
            left_out += node.get("Rows Removed by Join Filter", 0)
            total += int((node["Actual Rows"] + left_out) * node["Actual Loops"])
    return total


def work_of_sqlite(do: Callable[[], None]) -> int:
    """How many hundreds of steps its machine takes."""
    total = 0

    def step() -> None:
        nonlocal total
        total += 1

    connection.connection.set_progress_handler(step, 100)
    try:
        do()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return total


WORK = {"postgresql": work_of_postgresql, "sqlite": work_of_sqlite}


@pytest.mark.django_db
def test_deriving_the_index_of_statements_costs_in_proportion_to_them(archive: None) -> None:
    published = Statement.objects.published().order_by("pk").values_list("pk", flat=True)
    few, many = list(published[:400]), list(published[:2_000])
    cost = [WORK[connection.vendor](partial(refresh_index, some)) for some in (few, many)]
    assert cost[1] < 1.5 * cost[0] * len(many) / len(few)


@pytest.mark.django_db
def test_a_letter_costs_in_proportion_to_its_names(archive: None) -> None:
    voices = list(Stakeholder.objects.order_by("pk")[:80])
    on = dict.fromkeys(Proposition.objects.order_by("pk")[:2], Stance.OPPOSES)
    cost = []
    for number in (20, 80):
        letter = said(*voices[:number], on=on)
        cost.append(WORK[connection.vendor](partial(derivation.refresh, [letter.pk])))
    assert cost[1] < 1.5 * cost[0] * 4


@pytest.mark.django_db
def test_what_changes_no_stance_reads_nothing_that_its_voice_has_said_before(archive: None) -> None:
    busiest = Stakeholder.objects.annotate(n=Count("positions")).order_by("-n", "pk")[0]
    others = Stakeholder.objects.annotate(n=Count("positions")).filter(n=1)[0]
    cost = []
    for voice in (others, busiest):
        position = voice.positions.order_by("-held_from", "-pk")[0]
        cost.append(WORK[connection.vendor](partial(derivation.refresh, [position.statement_id])))
    assert busiest.positions.count() > 20
    assert cost[1] < 2 * cost[0]
