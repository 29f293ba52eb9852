"""A Word document gives all its words in order, as they read with tracked changes accepted."""

from __future__ import annotations

import io

import docx
import pytest

from positions.documents import Unreadable
from positions.documents.reading import read_here
from tests.documents.samples import SENTENCE, WORDS, raw_word, word


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def text_of(body: str) -> str:
    return read_here("a.docx", raw_word(body)).text


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("Example letter")
    document.add_paragraph("Dear example council,")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Example Works", "signed"
    document.add_paragraph(SENTENCE)
    document.core_properties.title, document.core_properties.author = "A letter", "Mara Vell"
    made = io.BytesIO()
    document.save(made)
    read = read_here("a.docx", made.getvalue())
    assert read.text.split("\n\n") == [
        "Example letter",
        "Dear example council,",
        "Example Works",
        "signed",
        SENTENCE,
    ]
    assert (read.said.title, read.said.byline, read.said.published) == ("A letter", "Mara Vell", "")


def test_what_was_struck_out_goes_and_what_was_put_in_stays() -> None:
    body = (
        f"<w:p>{run('We ')}<w:del><w:r><w:delText>do not </w:delText></w:r></w:del>"
        f"<w:ins>{run('firmly ')}</w:ins><w:hyperlink>{run('ask')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run(' that')}</w:sdtContent></w:sdt></w:p>"
    )
    assert text_of(body) == "We firmly ask that"


def test_tabs_and_breaks_part_words_and_tab_stops_do_not() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t>"
        "<w:br/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>"
    )
    assert text_of(body) == "One two\nwell-known"


def test_words_of_a_text_box_are_kept_once() -> None:
    box = f"<w:txbxContent><w:p>{run(WORDS)}</w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p>{run("Beside it.")}<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}'
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(body) == f"{WORDS}\n\nBeside it."


@pytest.mark.parametrize(
    "hostile",
    [
        raw_word("<w:p/>" * 5_000_000),
        raw_word("", {"large.bin": b"\0" * 61_000_000}),
        raw_word("", {f"{number}.bin": b"" for number in range(2_001)}),
    ],
    ids=["one large part", "large parts together", "many parts"],
)
def test_an_archive_that_unpacks_to_far_more_is_refused(hostile: bytes) -> None:
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read_here("a.docx", hostile)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;&y;">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    ],
)
def test_entities_are_refused(doctype: str) -> None:
    with pytest.raises(Unreadable, match="not made as Word documents are"):
        read_here("a.docx", raw_word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", doctype=doctype))


def test_paragraphs_nested_too_deep_are_refused() -> None:
    with pytest.raises(Unreadable):
        read_here("a.docx", raw_word("<w:p>" * 5_000 + "</w:p>" * 5_000))


def test_a_plain_document_is_read() -> None:
    assert read_here("a.docx", word(SENTENCE)).text == SENTENCE
