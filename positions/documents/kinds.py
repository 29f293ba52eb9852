"""What kind of file it is: its content decides, its name only helps."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum, auto
from pathlib import PurePath

from positions.documents.document import Unreadable
from positions.documents.encoding import marked

_PAGE = re.compile(
    rb"\A\s*+(?>(?:(?:<!--(?>(?:(?!-->).)*)-->|<\?xml[^>]*+>)\s*+)*)<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"<(?:html|head|body|main|article|section|div|p|h[1-6]|span|table)\b", re.IGNORECASE
)
_MESSAGE = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Some programs leave a few in a text; what is no text has many.
_FEW_NULS = 0.01
_AS_DOCX = (
    "Open it in Word or LibreOffice, save it as .docx and choose that file, or paste its text."
)


class Kind(Enum):
    """The kinds of files that are read."""

    PLAIN = auto()
    PAGE = auto()
    SAVED_PAGE = auto()
    PDF = auto()
    WORD = auto()


def kind_of(name: str, data: bytes) -> Kind:
    """Which kind the content is; raises Unreadable, naming what it is, where it is none of them."""
    suffix = PurePath(name).suffix.lower()
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _archived(name, data)
    _refuse_known(name, data)
    if marked(data).startswith(("utf-16", "utf-32")):
        head = data[:8192].decode(marked(data), "replace").encode()
    elif data.count(0) > _FEW_NULS * len(data):
        raise Unreadable(name, "holds no text that can be read.")
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind.PAGE
    if (suffix in {".mht", ".mhtml"} or b"MIME-Version:" in head[:2048]) and _MESSAGE.search(head):
        return Kind.SAVED_PAGE
    if suffix in {".html", ".htm", ".xhtml"} and _TAG.search(data):
        return Kind.PAGE
    return Kind.PLAIN


def _refuse_known(name: str, data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            cure = "Open it, save it without the password and choose that file, or paste its text."
            raise Unreadable(name, "is protected by a password.", cure)
        raise Unreadable(
            name, "is in the old format of Word (.doc) or another Office file.", _AS_DOCX
        )
    if data.startswith(b"{\\rtf"):
        raise Unreadable(name, "is in the Rich Text Format (.rtf).", _AS_DOCX)
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP":
        raise Unreadable(name, "is a picture.", "Type or paste the words that it shows.")


def _archived(name: str, data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:
        raise Unreadable(name, "is damaged: it begins as a Word file or archive does.") from error
    if any(each.lower().endswith("vbaproject.bin") for each in names):
        raise Unreadable(name, "holds macros.", _AS_DOCX)
    if "word/document.xml" in names:
        return Kind.WORD
    if "mimetype" in names or any(each.startswith(("xl/", "ppt/")) for each in names):
        raise Unreadable(name, "is an office file, but not a Word document.", _AS_DOCX)
    raise Unreadable(name, "is an archive of files.", "Take the document out and choose it alone.")
