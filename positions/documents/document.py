"""What is read from a file, what is said where it cannot be, and how much is read at most."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_BYTES = 10_000_000
MAX_CHARACTERS = 1_000_000
SUFFIXES = (".txt", ".html", ".htm", ".mhtml", ".pdf", ".docx")

_NO_WORDS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
PASTE = "Open it and paste its text instead."


class Unreadable(Exception):
    """A file that gives no text; the message names the file, what is wrong with it and the cure."""

    def __init__(self, name: str, trouble: str, cure: str = PASTE) -> None:
        self.name, self.trouble, self.cure = name, trouble, cure
        super().__init__(f"“{name}” {trouble} {cure}")


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of itself; empty where it does not say.

    ``published`` is a day as EDTF. A PDF or a Word file says when it was made, not when it was
    published, so only a web page has one.
    """

    title: str = ""
    byline: str = ""
    publisher: str = ""
    published: str = ""
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, paragraphs parted by blank lines, with the words as they stand in it.

    ``notes`` are sentences on what had to be assumed while it was read.
    """

    name: str
    text: str
    said: Said = Said()
    notes: tuple[str, ...] = ()


def line(text: object, limit: int) -> str:
    """A field that a document gives of itself: one line; empty where it is none, or too long."""
    plain = " ".join(_NO_WORDS.sub(" ", str(text or "")).split())
    return plain if len(plain) <= limit else ""
