"""Measures pages of invented archives beside rivals, and prints one table and the goals missed.

`python -m tests.benchmarks` is the short form: 20,000 statements on SQLite. Sizes and databases by
option: `--statements 10000 100000 1000000 --databases sqlite postgresql`. Read its ratios: how
quick this machine is, and who else is on it, is in every number.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests import postgres
from tests.benchmarks import rivals
from tests.benchmarks.clients import Measured, measured
from tests.benchmarks.pages import PAGES, Page
from tests.served import environment_on, manage, serving

SHORT, SECONDS, LONG = 20_000, 0.4, 3.0
HEAD = f"{'':30}{'ms':>8}{'of 8/s':>8}{'kB':>7}{'R':>7}{'T':>7}{'goal':>6}"
HEAD += f"{'Datasette':>16}{'usual Django':>16}"


def main(arguments: list[str]) -> None:
    """Fill, check, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--statements", type=int, nargs="+", default=[SHORT], metavar="N")
    parser.add_argument(
        "--databases", nargs="+", default=["sqlite"], choices=["sqlite", "postgresql"]
    )
    parser.add_argument("--alone", action="store_true", help="without the rivals")
    asked = parser.parse_args(arguments)
    seconds = SECONDS if max(asked.statements) <= SHORT else LONG
    for database in asked.databases:
        before: dict[str, float] = {}
        for size in asked.statements:
            with tempfile.TemporaryDirectory() as home, _empty(database, Path(home)) as url:
                _fill(url, size)
                before = _one(url, Path(home), size, seconds, before, alone=asked.alone)


@contextmanager
def _empty(database: str, home: Path) -> Iterator[str]:
    """The address of a database of its own."""
    if database == "sqlite":
        yield f"sqlite:///{home / 'archive.sqlite3'}"
        return
    with postgres.server(postgres.FILLED) as url:
        yield url


def _fill(url: str, size: int) -> None:
    manage(url, "migrate", "--verbosity=0")
    command = [sys.executable, "manage.py", "generate_statements", f"--statements={size}"]
    subprocess.run(command, env=environment_on(url, {}), check=True)
    _run(url, "-c", "from django.db import connection as c; c.cursor().execute('ANALYZE')")


def _run(url: str, *program: str) -> str:
    if program[0] == "-c":
        program = ("-c", f"import django; django.setup(); {program[1]}")
    command = [sys.executable, *program]
    done = subprocess.run(
        command, env=environment_on(url, {}), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _one(
    url: str, home: Path, size: int, seconds: float, before: Mapping[str, float], *, alone: bool
) -> dict[str, float]:
    """Measure one archive; gives each page's median, which the next is held against."""
    floors: dict[str, Any] = json.loads(_run(url, "-m", "tests.benchmarks.floors"))
    on_sqlite = url.startswith("sqlite")
    with ExitStack() as stack:
        ours = stack.enter_context(serving(url, home / "ours.log")).port
        datasette = usual = 0
        if not alone:
            usual = stack.enter_context(rivals.usual(url, home))
            if on_sqlite:
                archive = Path(url.removeprefix("sqlite:///"))
                datasette = stack.enter_context(rivals.datasette(archive, home))
            for page in PAGES:
                if datasette and page.datasette is not None:
                    rivals.refuse_others(page.path, ours, datasette, page.datasette, "datasette")
                if usual and page.usual is not None and "q=" not in page.usual:
                    rivals.refuse_others(page.path, ours, usual, page.usual, "usual Django")
        sys.stdout.write(f"\n{size:,} statements, {'SQLite' if on_sqlite else 'PostgreSQL'}\n")
        sys.stdout.write(f"{HEAD}\n")
        found, missed = {}, []
        for page in PAGES:
            mine = measured(ours, page.path, seconds)
            floor = floors[page.name]
            others = [
                measured(datasette, rivals.datasette_path(page.datasette), seconds)
                if datasette and page.datasette is not None
                else None,
                measured(usual, rivals.usual_path(page.usual), seconds)
                if usual and page.usual is not None
                else None,
            ]
            sys.stdout.write(f"{_line(page, mine, floor, others)}\n")
            sys.stdout.flush()
            found[page.name] = mine.p50
            missed += _missed(page, mine, floor, before.get(page.name))
        sys.stdout.write(f"Goals missed:{''.join(missed) or ' none'}\n")
    return found


def _line(
    page: Page, mine: Measured, floor: Mapping[str, float], others: list[Measured | None]
) -> str:
    own = f"{page.name:30}{mine.p50:8.1f}{mine.rate:8.1f}{mine.kilobytes:7.0f}"
    own += f"{floor['R']:7.1f}{floor['T']:7.1f}{page.goal:6.0f}"
    told = (f"{other.p50:8.1f} · {other.rate:5.1f}" if other else "" for other in others)
    return own + "".join(f"{each:>16}" for each in told)


def _missed(
    page: Page, mine: Measured, floor: Mapping[str, float], before: float | None
) -> list[str]:
    found = []
    if (took := floor["R"] + floor["T"]) > page.goal:
        found.append(f"\n  {page.name}: {took:.0f} ms of {page.goal:.0f}")
    if before and mine.p50 > 1.5 * before:
        found.append(f"\n  {page.name}: {mine.p50 / before:.1f} times the smaller archive's")
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
