"""The process apart: a name and a file from standard input, what was read to standard output."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from positions.apart import confine
from positions.documents.document import Unreadable
from positions.documents.reading import read_here


def main() -> None:
    """Read one file. The libraries are loaded before the process is bound."""
    confine()
    name = json.loads(sys.stdin.buffer.readline())
    try:
        told = asdict(read_here(name, sys.stdin.buffer.read()))
    except Unreadable as refusal:
        told = {"trouble": refusal.trouble, "cure": refusal.cure}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
