"""Damages files at random, and reads them: `python -m tests.documents.mutated [HOW_MANY]`."""

from __future__ import annotations

import random
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO

from positions.documents import Unreadable
from positions.documents.reading import read_here
from tests.documents.samples import SAMPLES

_PIECES = (
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">>",
    b"[",
    b"(",
    b"/Kids",
    b"endobj",
    b"%PDF-",
    b"&x;",
    b"9" * 20,
)


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with some changed, cut, doubled or put in; the same for the same seed.

    Half of the archives are damaged inside, in a part that still unpacks.
    """
    chance = random.Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.5:
        return _inside(data, chance)
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        place = chance.randrange(len(made) + 1)
        end = min(len(made), place + chance.choice((1, 1, 4, 40, 400)))
        match chance.randrange(5):
            case 0 if place < len(made):
                made[place] ^= 1 << chance.randrange(8)
            case 1:
                del made[place:end]
            case 2:
                made[place:place] = made[place:end] * chance.choice((1, 2, 20))
            case 3:
                made[place:place] = chance.choice(_PIECES)
            case _:
                made[place:end] = chance.randbytes(end - place)
    return bytes(made)


def _inside(data: bytes, chance: random.Random) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _changed(content, chance) if name == chosen else content)
    return made.getvalue()


def main(how_many: int) -> None:
    """Print how many were read and refused, and the slowest; any other exception ends it."""
    for name, data in SAMPLES.items():
        came: Counter[str] = Counter()
        slowest = 0.0
        for seed in range(how_many // len(SAMPLES)):
            began = time.monotonic()
            try:
                read_here(name, mutated(data, seed))
                came["read"] += 1
            except Unreadable:
                came["refused"] += 1
            except BaseException:
                sys.stderr.write(f"{name}, seed {seed}\n")
                raise
            slowest = max(slowest, time.monotonic() - began)
        sys.stdout.write(f"{name:8} {dict(came)}, slowest {slowest:.2f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
