"""Word documents (.docx): the paragraphs of body, tables, text boxes and notes, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from positions.documents.document import PASTE, Document, Said, Unreadable, line
from positions.documents.tidy import paragraphs

MAX_ENTRIES = 2_000
MAX_UNPACKED = 60_000_000
_MAX_PART = 20_000_000

_PARAGRAPH = qn("w:p")
_SKIPPED = {
    qn("w:pPr"),  # its tabs are stops, not characters
    qn("w:del"),
    qn("w:moveFrom"),
    # The same text box again, for older programs.
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_TEXT = qn("w:t")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_NOTES = ("/footnotes", "/endnotes")


def read_word(name: str, data: bytes) -> Document:
    """The words as they read with all tracked changes accepted."""
    _refuse_bombs(name, data)
    document = docx.Document(io.BytesIO(data))
    parts: list[Any] = [document.element.body]
    parts += [
        parse_xml(each.target_part.blob)
        for each in document.part.rels.values()
        if not each.is_external and each.reltype.endswith(_NOTES)
    ]
    text = paragraphs(block for part in parts for block in _blocks(part))
    core = document.core_properties
    said = Said(
        title=line(core.title, 300),
        byline=line(core.author, 200),
        language=line(core.language, 12),
    )
    return Document(name, text, said)


def _refuse_bombs(name: str, data: bytes) -> None:
    """Unpack each part once, to the size that it declares and no further, and look at it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if (
            len(entries) > MAX_ENTRIES
            or sum(entry.file_size for entry in entries) > MAX_UNPACKED
            or len({entry.filename for entry in entries}) < len(entries)
        ):
            raise Unreadable(name, "unpacks to far more than a document does.", PASTE)
        for entry in entries:
            if entry.flag_bits & 1:
                raise Unreadable(name, "is protected by a password.")
            if not entry.filename.lower().endswith((".xml", ".rels")):
                continue
            if entry.file_size > _MAX_PART:
                raise Unreadable(name, "unpacks to far more than a document does.", PASTE)
            # The format (ECMA-376, part 2) forbids what entities are declared in.
            if b"<!DOCTYPE" in archive.read(entry).replace(b"\x00", b""):
                raise Unreadable(name, "is not made as Word documents are.")


def _blocks(root: Any) -> Iterator[str]:
    """The text of each paragraph; one inside another, as in a text box, comes before the rest."""
    open_ones: list[list[str]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and tag in _SKIPPED:
            walk.skip_subtree()
        elif tag == _PARAGRAPH and event == "start":
            open_ones.append([])
        elif tag == _PARAGRAPH:
            yield "".join(open_ones.pop())
        elif event == "start" and open_ones:
            if tag == _TEXT:
                open_ones[-1].append(element.text or "")
            elif tag in _CHARACTERS:
                open_ones[-1].append(_CHARACTERS[tag])
