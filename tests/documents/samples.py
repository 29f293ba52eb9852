"""Files of each kind, made here of invented words."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage

import docx

WORDS = "We ask that no example system be sold to any government."
SENTENCE = f"On Monday the Example Liberties Union wrote: “{WORDS}”"
FILLER = "The example council met in the example hall and spoke of its example plans at length. "

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_OPC}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    f'+xml"/><Override PartName="/word/document.xml" ContentType="{_OFFICE}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OPC}/relationships"><Relationship Id="r1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def page(body: str = "", head: str = "") -> bytes:
    """A web page with an article, and what usually stands around one."""
    return f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
        <title>Example union speaks | Example Times</title>
        <meta property="og:site_name" content="Example Times">
        <meta name="author" content="Mara Vell">
        <meta property="article:published_time" content="2019-03-04T10:00:00Z">
        <link rel="canonical" href="https://example.org/a">{head}</head>
        <body><nav><a href="/">Home</a> <a href="/n">News</a></nav>
        <article><h1>Example union speaks</h1><p>By Mara Vell</p><p>{FILLER * 4}</p>
        <p>{SENTENCE}</p>{body}<p>{FILLER * 4}</p></article>
        <footer>© Example Times</footer></body></html>""".encode()


def saved_page() -> bytes:
    """The same page in one file, as browsers save it."""
    message = EmailMessage()
    message["Subject"] = "Example union speaks"
    message.set_content(page().decode(), subtype="html", cte="quoted-printable")
    message["Content-Location"] = "https://example.org/saved"
    message.make_related()
    return message.as_bytes()


def word(*paragraphs: str, title: str = "") -> bytes:
    """A Word document of these paragraphs, made by the library."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    document.core_properties.title = title
    document.core_properties.author = "Mara Vell"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def raw_word(body: str, parts: dict[str, bytes] | None = None, doctype: str = "") -> bytes:
    """A Word document made by hand, for what the library would not make."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/document.xml",
            f'{doctype}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def pdf(*pages: Sequence[str], title: str = "", further: str = "", trailer: str = "") -> bytes:
    """A PDF whose pages have these lines."""
    contents = []
    for lines in pages:
        shown = " ".join(f"({_escaped(each)}) Tj T*" for each in lines)
        contents.append(f"BT /F 11 Tf 14 TL 72 720 Td {shown} ET".encode("cp1252"))
    return pdf_of([zlib.compress(each) for each in contents], title, further, trailer)


def pdf_of(streams: list[bytes], title: str = "", further: str = "", trailer: str = "") -> bytes:
    """A PDF with a page for each of these deflated streams."""
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(streams)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Title({title})/Author(Mara Vell)>>".encode("cp1252"),
    ]
    for place, stream in enumerate(streams):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {6 + 2 * place} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>{further}>>".encode()
        )
        head = f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode()
        objects.append(head + stream + b"\nendstream")
    made, places = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 4 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, trailer.encode(), len(made))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


SAMPLES = {
    "a.txt": f"{SENTENCE}\n\n{FILLER}".encode(),
    "a.html": page(),
    "a.mhtml": saved_page(),
    "a.pdf": pdf([SENTENCE, FILLER], title="Example letter"),
    "a.docx": word(SENTENCE, FILLER),
    "b.docx": raw_word(f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"),
}
