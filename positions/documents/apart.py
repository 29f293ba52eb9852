"""Reads a file in a process apart, which has little time and memory, and reaches nothing."""

from __future__ import annotations

import json

from positions.apart import TooMuch, run
from positions.documents.document import MAX_BYTES, Document, Said, Unreadable


def read_document(name: str, data: bytes) -> Document:
    """The document in a file; raises Unreadable, whose message is for the editor.

    Takes half a second to start, and 20 s at most. Whatever the file does to the libraries that
    read it, this process goes on: it sends them bytes and takes back text.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(name, f"is larger than {MAX_BYTES // 1_000_000} MB.")
    try:
        told = json.loads(run("positions.documents", json.dumps(name).encode() + b"\n" + data))
    except (TooMuch, ValueError) as error:
        trouble = str(error) if isinstance(error, TooMuch) else "could not be read."
        raise Unreadable(name, trouble) from error
    if "trouble" in told:
        raise Unreadable(name, told["trouble"], told["cure"])
    return Document(name, told["text"], Said(**told["said"]), tuple(told["notes"]))
