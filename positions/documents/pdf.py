"""PDF files: the text of each page, its lines joined into paragraphs again."""

from __future__ import annotations

import io
import logging

import pypdf
from pypdf.errors import PdfReadError

from positions.documents.document import MAX_CHARACTERS, Document, Said, Unreadable, line
from positions.documents.printed import joined
from positions.documents.tidy import paragraphs, tidy

MAX_PAGES = 2_000
# What is odd in the file is no news: either words come out of it or the editor is told.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(name: str, data: bytes) -> Document:
    """The words of all pages. Some milliseconds a page; pypdf bounds what a stream unpacks to."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        cure = "Open it, save or print it without the password, or paste its text."
        raise Unreadable(name, "is protected by a password.", cure)
    if len(reader.pages) > MAX_PAGES:
        raise Unreadable(name, f"has more than {MAX_PAGES:,} pages.")
    pages: list[list[str]] = []
    length = 0
    for page in reader.pages:
        text = tidy(page.extract_text())
        length += len(text)
        if length > 2 * MAX_CHARACTERS:
            break  # too long in any case, as is told of every kind
        pages.append(text.split("\n"))
    if not any(character.isalnum() for page in pages for text in page for character in text):
        raise Unreadable(
            name, "holds no text: its pages are pictures, or empty.", "Type or paste their words."
        )
    about = reader.metadata
    said = Said(title=line(about.title, 300), byline=line(about.author, 200)) if about else Said()
    return Document(name, paragraphs(joined(pages)), said)


def _opens(reader: pypdf.PdfReader) -> bool:
    """Whether it opens without a password, as files do that only forbid to print or to copy."""
    try:
        return bool(reader.decrypt(""))
    except (PdfReadError, NotImplementedError, pypdf.errors.DependencyError):
        return False
