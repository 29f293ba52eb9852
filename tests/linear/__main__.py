"""The process that reads unkind texts: prints as JSON what took too long, and how much it tried."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from tests.linear.hostile import texts  # noqa: E402 - imports models, which need the settings
from tests.linear.patterns import patterns  # noqa: E402
from tests.linear.readers import READERS, TEXTS  # noqa: E402

SECONDS = 10
"""Processor time for one text: many times what is linear takes; what is quadratic, minutes."""


class TooLong(Exception):
    """A text took longer than ``SECONDS``."""


def _stop(_signal: int, _frame: object) -> None:
    raise TooLong


@contextmanager
def _bound() -> Iterator[None]:
    """Raise TooLong in what takes too long. Python looks for signals within a match, too."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _patterns() -> Iterator[tuple[str, Callable[[Any], object], Iterator[Any]]]:
    for name, pattern in patterns().items():

        def everywhere(text: Any, pattern: Any = pattern) -> None:
            for _ in pattern.finditer(text):
                pass
            pattern.fullmatch(text)

        yield name, everywhere, texts(pattern)


def _readers() -> Iterator[tuple[str, Callable[[Any], object], Iterator[Any]]]:
    for name, read in READERS.items():
        yield name, read, iter(TEXTS)


def main() -> None:
    """Read the texts of patterns or of readers, as the one argument says."""
    signal.signal(signal.SIGVTALRM, _stop)
    count, slow = 0, []
    for name, read, unkind in {"patterns": _patterns, "readers": _readers}[sys.argv[1]]():
        for text in unkind:
            count += 1
            try:
                with _bound():
                    read(text)
            except TooLong:
                slow.append(f"{name}: {text[:24]!r} … {text[-8:]!r}")
                break
    sys.stdout.write(json.dumps({"count": count, "slow": slow}))


if __name__ == "__main__":
    main()
