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
    rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?\s*+([\w.:-]{2,40})""", re.IGNORECASE
)
# Browsers read these names as Windows-1252 (WHATWG Encoding Standard), and so pages mean it.
_WESTERN = {"ascii", "iso8859-1", "cp1252"}
# Python's own, which no browser reads, and those that no label can be in that can be read itself.
_NO_LABELS = re.compile(r"\A(?:utf-?_?(?:7|16|32)|idna|punycode|.*escape|undefined|mbcs|oem)")
_ASSUMED = (
    "It is not in UTF-8; it was read as Windows-1252 (Western European). Look at its accents and "
    "quotation marks."
)
# Windows-1252 gives a character for nearly any byte, so that much of what it gives must be plain.
_MOST_ACCENTED = 0.2
# Of the characters that are not plain, and of all.
_FEW_WRONG = 0.2
_FEW_OF_ALL = 0.01
_UNREAD = "\ufffd"


def marked(data: bytes) -> str:
    """The encoding that a mark at the beginning tells; empty where there is none."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def declared(data: bytes) -> str:
    """The encoding that a web page declares in its head; empty where it does not, or is unknown."""
    found = _DECLARED.search(data[:4096])
    return known(found.group(1).decode("ascii", "replace")) if found else ""


def known(label: str) -> str:
    """Python's name of an encoding as browsers read its label; empty for what is none."""
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # some of Python's codecs make bytes of bytes
    except (LookupError, UnicodeError, ValueError):
        return ""
    if _NO_LABELS.match(name):
        return ""
    return "cp1252" if name in _WESTERN else name


def decode(name: str, data: bytes, declared_as: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters, and what had to be assumed. Raises Unreadable rather than give wrong ones."""
    told = marked(data) or declared_as
    for encoding in filter(None, (told, "utf-8")):
        try:
            return data.decode(encoding), ()
        except UnicodeError:
            continue
    text = data.decode(told or "utf-8", "replace")
    wrong = text.count(_UNREAD)
    right = sum(character > "\x7f" for character in text) - wrong
    lost = f"{wrong} of its characters could not be read; {_UNREAD} stands for each."
    few = wrong <= _FEW_OF_ALL * len(text)
    if wrong <= _FEW_WRONG * right or (told and few):
        return text, (lost,)
    if western := _western(data):
        return western, (_ASSUMED,)
    if few:
        return text, (lost,)
    raise Unreadable(
        name,
        "is in an encoding that cannot be told for certain.",
        "Save it as UTF-8, or open it and paste its text.",
    )


def _western(data: bytes) -> str:
    """The characters as Windows-1252; empty where they cannot be words in it."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    letters = sum(character.isalpha() for character in text)
    accented = sum(character.isalpha() and character > "\x7f" for character in text)
    return text if accented <= _MOST_ACCENTED * letters else ""
