"""Bytes to characters: what they are where they say it, else UTF-8, else told to be assumed."""

from __future__ import annotations

import codecs
import re

from positions.documents.document import Unreadable

_MARKS = (  # the longer first: a mark of UTF-32 begins with one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# Browsers read these names as Windows-1252 (WHATWG Encoding Standard), and so pages mean it.
_WESTERN = {"ascii", "iso8859-1", "cp1252"}
_ASSUMED = (
    "It is not in UTF-8; it was read as Windows-1252 (Western European). Look at its accents and "
    "quotation marks."
)
# Windows-1252 gives a character for nearly any byte, so that much of what it gives must be plain.
_MOST_ACCENTED = 0.2
_FEW_WRONG = 0.2


def marked(data: bytes) -> str:
    """The encoding that a mark at the beginning tells; empty where there is none."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def declared(data: bytes) -> str:
    """The encoding that a web page declares in its head; empty where it does not, or is unknown."""
    found = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else ""
        "".encode(name or "utf-8")  # some of Python's codecs make bytes of bytes
    except (LookupError, UnicodeError):
        return ""
    return "cp1252" if name in _WESTERN else name


def decode(name: str, data: bytes, declared_as: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters, and what had to be assumed. Raises Unreadable rather than give wrong ones."""
    tried = [encoding for encoding in (marked(data), declared_as, "utf-8") if encoding]
    for encoding in tried:
        try:
            return data.decode(encoding), ()
        except (LookupError, UnicodeError):
            continue
    return _but_for_some(data, tried[0]) or _western(name, data)


def _but_for_some(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]] | None:
    """The characters, where all but a few of those that are not plain are right."""
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    wrong = text.count("\ufffd")
    right = sum(character > "\x7f" for character in text) - wrong
    if wrong > _FEW_WRONG * right:
        return None
    note = f"{wrong} of its characters could not be read; � stands for each."
    return text, (note,)


def _western(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = sum(character.isalpha() for character in text)
    accented = sum(character.isalpha() and character > "\x7f" for character in text)
    if not letters or accented > _MOST_ACCENTED * letters:
        raise Unreadable(
            name,
            "is in an encoding that cannot be told for certain.",
            "Save it as UTF-8, or open it and paste its text.",
        )
    return text, (_ASSUMED,)
