"""The process that reads unkind texts: prints as JSON what took too long, and how much it tried."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from tests.linear.hostile import texts  # noqa: E402 - imports models, which need the settings
from tests.linear.measured import TooLong, read_in_proportion  # noqa: E402
from tests.linear.patterns import everywhere, patterns  # noqa: E402
from tests.linear.readers import READERS, TEXTS  # noqa: E402


def _patterns() -> Iterator[tuple[str, Callable[[Any], object], Iterator[Any]]]:
    for name, pattern in patterns().items():
        yield name, everywhere(pattern), texts(pattern)


def _readers() -> Iterator[tuple[str, Callable[[Any], object], Iterator[Any]]]:
    for name, read in READERS.items():
        yield name, read, iter(TEXTS)


def main() -> None:
    """Read the texts of patterns or of readers, as the one argument says."""
    count, slow = 0, []
    for name, read, unkind in {"patterns": _patterns, "readers": _readers}[sys.argv[1]]():
        for text in unkind:
            count += 1
            try:
                read_in_proportion(read, text)
            except TooLong:
                slow.append(f"{name}: {text[:24]!r} … {text[-8:]!r}")
                break
    sys.stdout.write(json.dumps({"count": count, "slow": slow}))


if __name__ == "__main__":
    main()
