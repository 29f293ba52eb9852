"""The content of a file decides what it is; what is not read is refused with a cure."""

from __future__ import annotations

import pytest

from positions.documents import Unreadable
from positions.documents.reading import read_here
from tests.documents.samples import SAMPLES, SENTENCE, WORDS, raw_word


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("called", ["a.txt", "a.pdf", "A.DOCX", "without a suffix"])
def test_a_file_is_read_by_its_content_whatever_it_is_called(name: str, called: str) -> None:
    assert WORDS in read_here(called, SAMPLES[name]).text


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "holds no words"),
        (b"\x00\x01\x02\x03 words", "holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "the old format of Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (rb"{\rtf1 words}", "Rich Text Format"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0 JFIF", "is a picture"),
        (b"PK\x03\x04 words", "is damaged"),
        (b"%PDF-1.7 words", "is damaged"),
        (raw_word("", {"word/vbaProject.bin": b"macros"}), "holds macros"),
    ],
)
def test_what_gives_no_text_is_refused_by_name_with_a_cure(content: bytes, trouble: str) -> None:
    with pytest.raises(Unreadable, match=trouble) as refused:
        read_here("an example.doc", content)
    assert "“an example.doc”" in str(refused.value)
    assert str(refused.value).endswith(refused.value.cure)
    assert refused.value.cure.endswith(".")


def test_a_text_that_speaks_of_tags_and_messages_is_a_text() -> None:
    text = f"He wrote <p> and MIME-Version: 1.0.\n{SENTENCE}"
    assert read_here("a.txt", text.encode()).text == text
