"""Reads an article in a process apart: drafts, or a plain refusal, whatever was pasted.

``python -m positions.extraction.apart`` is that process: it takes a text from standard input and
prints its drafts. Its package does not import it, since Python would then run it twice.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import msgspec

from positions.apart import TooMuch, confine, run
from positions.extraction.draft import Draft
from positions.extraction.pipeline import extract
from positions.extraction.speakers.link import Known


class Unread(Exception):
    """An article that gave no drafts; the message says why, and the cure."""


class _Given(msgspec.Struct):
    text: str
    published: str
    known: Mapping[str, Sequence[str]]


def extract_apart(text: str, published: str, known: Mapping[str, Sequence[str]]) -> list[Draft]:
    """The drafts that :func:`~positions.extraction.extract` gives; raises Unread.

    Takes a quarter of a second to start, and 20 s at most.
    """
    given = msgspec.json.encode(_Given(text, published, known))
    try:
        return msgspec.json.decode(run(__name__, given), type=list[Draft])
    except (TooMuch, msgspec.MsgspecError) as error:
        trouble = str(error) if isinstance(error, TooMuch) else "could not be read."
        raise Unread(f"The article {trouble} Paste it in parts.") from error


def main() -> None:
    """Read one article, bound by then."""
    confine()
    given = msgspec.json.decode(sys.stdin.buffer.read(), type=_Given)
    drafts = extract(given.text, given.published, Known.of(given.known))
    sys.stdout.buffer.write(msgspec.json.encode(drafts))


if __name__ == "__main__":
    main()
