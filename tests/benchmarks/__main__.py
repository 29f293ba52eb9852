"""Measures pages over archives of two sizes: `python -m tests.benchmarks [SMALL LARGE]`.

Each size is filled into an empty SQLite file. Printed is the median of a request through the whole
of Django, in milliseconds of this machine, and the ratio of the two sizes, which is what may be
compared. On PostgreSQL: `python -m tests.postgres python -m tests.benchmarks`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = ("10000", "100000")


def main(sizes: list[str]) -> None:
    """Fill, measure, print."""
    small, large = (_measured(size) for size in sizes)
    sys.stdout.write(f"{'':36}{sizes[0]:>10}{sizes[1]:>10}{'ratio':>8}\n")
    for name, before in small.items():
        after = large[name]
        sys.stdout.write(f"{name:36}{before:10.1f}{after:10.1f}{after / before:8.2f}\n")


def _measured(size: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as directory:
        address = (
            os.environ.get("DATABASE_URL") or f"sqlite:///{Path(directory) / 'archive.sqlite3'}"
        )
        measured = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.one_size", size],
            env={
                **os.environ,
                "DATABASE_URL": address,
                "DJANGO_SETTINGS_MODULE": "tests.settings",
            },
            stdout=subprocess.PIPE,
            check=True,
        )
    found: dict[str, float] = json.loads(measured.stdout)
    return found


if __name__ == "__main__":
    main(sys.argv[1:] or list(SIZES))
