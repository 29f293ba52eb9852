"""The text of a file that an editor has, and what the file says of itself. Knows no Django."""

from positions.documents.apart import read_document
from positions.documents.document import (
    MAX_BYTES,
    MAX_CHARACTERS,
    SUFFIXES,
    Document,
    Said,
    Unreadable,
)

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "SUFFIXES",
    "Document",
    "Said",
    "Unreadable",
    "read_document",
]
