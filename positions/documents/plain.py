"""Plain text."""

from __future__ import annotations

from positions.documents.document import Document
from positions.documents.encoding import decode
from positions.documents.tidy import tidy


def read_plain(name: str, data: bytes) -> Document:
    """The text as it stands, lines and all."""
    text, notes = decode(name, data)
    return Document(name, tidy(text).strip("\n"), notes=notes)
