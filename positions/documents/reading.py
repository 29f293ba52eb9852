"""Reads a file of any kind in this process; `documents.read_document` does it in one apart."""

from __future__ import annotations

import warnings

from positions.documents import page, pdf, plain, word
from positions.documents.document import MAX_BYTES, MAX_CHARACTERS, Document, Unreadable
from positions.documents.kinds import Kind, kind_of

_READERS = {
    Kind.PLAIN: plain.read_plain,
    Kind.PAGE: page.read_web_page,
    Kind.SAVED_PAGE: page.read_saved,
    Kind.PDF: pdf.read_pdf,
    Kind.WORD: word.read_word,
}


def read_here(name: str, data: bytes) -> Document:
    """The document in a file. Raises Unreadable, and nothing else, for whatever bytes.

    Executes and fetches nothing. The bytes decide how long it takes, and how much memory.
    """
    if not data:
        raise Unreadable(name, "is empty.", "Choose another file, or paste the text.")
    if len(data) > MAX_BYTES:
        raise Unreadable(name, f"is larger than {MAX_BYTES // 1_000_000} MB.")
    kind = kind_of(name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of three libraries, about what is odd in the file
            document = _READERS[kind](name, data)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(name, "is damaged: it could not be read to its end.") from error
    if len(document.text) > MAX_CHARACTERS:
        raise Unreadable(
            name,
            f"has more than {MAX_CHARACTERS:,} characters.",
            "Open it and paste the part that matters.",
        )
    if not any(character.isalnum() for character in document.text):
        raise Unreadable(name, "holds no words.")
    return document
