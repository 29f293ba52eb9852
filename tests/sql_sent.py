"""Which SQL each test sends, so that every statement of it is tried on PostgreSQL by some test.

The run on SQLite notes of every test the shapes of its statements: their SQL without the values.
On PostgreSQL run all tests of the rooms whose outcome hangs on how a database looks up, compares,
sorts or refuses (``IN_FULL``). Where it hangs on the values sent, hostile ones and those of
files (``BY_ROOM``), run of each room as few as send every shape that any of its tests sends; of all
others as few as send every shape that is left. A test of which nothing is noted runs.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.signals import connection_created

IN_FULL = (
    *("derivation", "filters", "formats", "listing", "models", "naming", "recording", "search"),
    *(
        "test_numbers",
        "test_replicas",
        "test_query_counts.py::test_each_page_costs_the_queries_written_down[7]",
    ),
)
BY_ROOM = ("addresses/test_admin", "addresses/test_hostile", "importers", "management")
BROWSER = 2000  # a browser's test costs as much as one that sends so many statements
VALUE = r"(?:%s|\?|NULL|'[^']*'|\d+)"
ROW = re.compile(rf"\({VALUE}(?:, ?{VALUE})*\)")
ROWS = re.compile(r"\(…\)(?:, ?\(…\))+")
ALONE = re.compile(rf"\b{VALUE}\b|'[^']*'|\bs\d+_x\d+\b")
Sent = dict[str, tuple[set[str], int]]  # by test: the shapes, and how many statements


@lru_cache(maxsize=20_000)
def shape(sql: str) -> str:
    """A short name of what a statement is without its values, however many there are in a list."""
    bare = ALONE.sub("…", ROWS.sub("(…)", ROW.sub("(…)", sql)))
    return blake2b(bare.encode(), digest_size=5).hexdigest()


class Noting:
    """A plugin that notes what each test sends, in a file of its own for each of xdist's workers.

    What was noted of tests that do not run this time stays.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.sent: Sent = read([file])
        self.shapes: set[str] = set()
        self.count = 0
        connection_created.connect(self.listen)

    def listen(self, connection: Any, **_: Any) -> None:
        if self.note not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.note)

    def note(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.shapes.add(shape(str(sql)))
        self.count += 1
        return execute(sql, *rest)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.listen(connection)
        self.shapes, self.count = set(), 0
        done = yield
        self.sent[item.nodeid] = (self.shapes, self.count)
        return done

    def pytest_sessionfinish(self) -> None:
        told = {test: [sorted(shapes), count] for test, (shapes, count) in self.sent.items()}
        fresh = self.file.with_suffix(".new")
        fresh.write_text(json.dumps(told))
        fresh.replace(self.file)


def read(files: Iterable[Path]) -> Sent:
    """What these files say that each test sends."""
    sent: Sent = {}
    for file in files:
        for test, (shapes, count) in json.loads(file.read_text()).items() if file.exists() else ():
            before, most = sent.get(test, (set(), 0))
            sent[test] = (before | set(shapes), max(most, count))
    return sent


def chosen(tests: Sequence[str], sent: Mapping[str, tuple[set[str], int]]) -> set[str]:
    """Of these tests, those that run on PostgreSQL."""
    taken = {test for test in tests if test not in sent or in_room(test, *IN_FULL)}
    for room in BY_ROOM:
        taken |= fewest([test for test in tests if in_room(test, room)], set(), sent)
    covered = {shape for test in taken if test in sent for shape in sent[test][0]}
    return taken | fewest([test for test in tests if test not in taken], covered, sent)


def fewest(
    tests: Iterable[str], covered: set[str], sent: Mapping[str, tuple[set[str], int]]
) -> set[str]:
    """Of these tests as few as send every shape that any of them sends and that is not covered.

    The test is taken again and again that sends the most shapes which none of those taken sends,
    for the fewest statements.
    """
    taken: set[str] = set()
    left = {test: sent[test][0] - covered for test in tests if test in sent}
    by_shape: dict[str, set[str]] = defaultdict(set)
    for test, shapes in left.items():
        for each in shapes:
            by_shape[each].add(test)
    while by_shape:
        best = max(left, key=lambda test: (len(left[test]) / cost(test, sent[test][1]), test))
        taken.add(best)
        for each in set(left[best]):
            for test in by_shape.pop(each):
                left[test].discard(each)
    return taken


def cost(test: str, count: int) -> int:
    return count + 10 + (BROWSER if test.startswith("tests/browser/") else 0)


def in_room(test: str, *rooms: str) -> bool:
    """Whether the test stands in one of these directories or modules of ``tests``."""
    return test.removeprefix("tests/").startswith(rooms)
