"""Fills an empty database with so many statements, measures every page, prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client

ROUNDS = 15
PAGES = {
    "list, no filter": "/statements/",
    "list, busiest organisation": "/statements/?organisation=o-0",
    "list, organisation and stance": "/statements/?organisation=o-3&stance=opposes",
    "list, companies, five years": "/statements/?organisation_kind=company&from=2015&until=2019",
    "list, page 20": "/statements/?page=20",
    "list, words of an organisation": "/statements/?q=systems&organisation=o-3",
    "list, words: one in all": "/statements/?q=rights",
    "list, words: one in ten": "/statements/?q=moratorium",
    "list, words: two": "/statements/?q=moratorium+licence",
    "list, words: a phrase": "/statements/?q=%22moratorium+licence%22",
    "list, words: rare": "/statements/?q=ombudsman",
    "list, words: a name": "/statements/?q=%22organisation+3%22",
    "list, words: one without another": "/statements/?q=moratorium+-licence",
    "search: one in all": "/search/?q=rights",
    "search: one in ten": "/search/?q=moratorium",
    "search: two": "/search/?q=moratorium+licence",
    "search: a phrase": "/search/?q=%22moratorium+licence%22",
    "search: rare": "/search/?q=ombudsman",
    "search: a name": "/search/?q=%22organisation+3%22",
    "search, newest: one in ten": "/search/?q=moratorium&sort=newest",
    "suggestions": "/suggestions.json?q=organisation+3",
    "list as JSON": "/statements.json?organisation=o-0",
    "positions as of a day": "/positions/list/?as_of=2018-07-01",
    "matrix": "/positions/",
    "matrix as of a day, by kind": "/positions/?as_of=2018-07-01&group=kind",
    "matrix by agreement": "/positions/?with=o-3",
    "timeline, no filter": "/timeline/",
    "timeline, busiest organisation": "/timeline/?organisation=o-0",
    "timeline, a month of long ago": "/timeline/?from=2011-05&until=2011-05",
    "timeline, an organisation, a year": "/timeline/?organisation=o-3&from=2015&until=2015",
    "shifts": "/shifts/",
    "shifts as a feed": "/shifts.atom",
    "five compared": "/compare/?" + "&".join(f"organisation=o-{number}" for number in range(5)),
    "organisations": "/organisations/",
    "one statement": "/statements/e-500/",
    "one organisation, the busiest": "/organisations/o-0/",
    "one proposition": "/propositions/p-0/",
}


def main(size: int) -> None:
    """Medians in milliseconds by page; filling, by itself, in seconds."""
    django.setup()
    from tests.benchmarks.synthetic import fill  # noqa: PLC0415 - models come after the setup

    call_command("migrate", verbosity=0)
    call_command("flush", verbosity=0, interactive=False)  # the other size may have been here
    started = time.perf_counter()
    fill(size)
    found = {"filling and deriving, in seconds": time.perf_counter() - started}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})
    for name, address in PAGES.items():
        taken = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            answer = client.get(address)
            taken.append((time.perf_counter() - started) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answered {answer.status_code}")
        found[name] = statistics.median(taken)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
