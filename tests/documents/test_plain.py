"""A text is read as what it is, or it is told what was assumed; never wrong letters in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.documents import Unreadable
from positions.documents.encoding import decode
from positions.documents.reading import read_here
from positions.documents.tidy import tidy
from tests.documents.samples import FILLER, SENTENCE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_needs_no_note(encoding: str) -> None:
    document = read_here("a.txt", SENTENCE.encode(encoding))
    assert (document.text, document.notes) == (SENTENCE, ())


def test_windows_text_is_read_and_said_to_be_assumed() -> None:
    document = read_here("a.txt", f"{SENTENCE} Café.".encode("cp1252"))
    assert document.text == f"{SENTENCE} Café."
    assert "Windows-1252" in document.notes[0]


def test_other_letters_than_western_ones_are_refused_unless_in_unicode() -> None:
    greek = "Ζητούμε να μην πωληθεί κανένα σύστημα."
    assert read_here("a.txt", greek.encode()).text == greek
    with pytest.raises(Unreadable, match="Save it as UTF-8"):
        read_here("a.txt", greek.encode("iso8859-7"))


def test_a_few_broken_characters_are_counted_and_the_rest_is_kept() -> None:
    text = f"{SENTENCE} {SENTENCE} {SENTENCE}"
    document = read_here("a.txt", text.encode() + b" caf\xe9.")
    assert document.text == f"{text} caf\ufffd."
    assert document.notes == ("1 of its characters could not be read; � stands for each.",)


def test_a_stray_null_goes() -> None:
    assert read_here("a.txt", SENTENCE.encode() * 9 + b"\x00").text == SENTENCE * 9


def test_lines_stay_and_end_in_one_way() -> None:
    assert (
        read_here("a.txt", b"\r\nOne\r\n  two\rthree\x0c\nfour\n").text
        == "One\n  two\nthree\n\nfour"
    )


@given(st.text())
def test_any_text_in_utf_8_keeps_its_letters(text: str) -> None:
    assert decode("a.txt", text.encode()) == (text.removeprefix("\ufeff"), ())


@given(st.binary())
def test_a_tidy_text_has_no_character_that_a_database_refuses(data: bytes) -> None:
    text = tidy(data.decode("utf-8", "surrogateescape"))
    assert "\x00" not in text
    text.encode("utf-8")


def test_a_text_of_more_than_a_million_characters_is_refused() -> None:
    with pytest.raises(Unreadable, match="paste the part that matters"):
        read_here("a.txt", FILLER.encode() * 12_000)


def test_a_file_of_more_than_ten_megabytes_is_refused() -> None:
    with pytest.raises(Unreadable, match="larger than 10 MB"):
        read_here("a.txt", b"words " * 1_700_000)
