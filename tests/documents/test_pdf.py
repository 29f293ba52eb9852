"""A PDF gives the words of its pages in paragraphs; one of pictures, or locked, is refused."""

from __future__ import annotations

import zlib

import pytest

from positions.documents import Unreadable
from positions.documents.reading import read_here
from tests.documents.samples import SENTENCE, pdf, pdf_of


def test_lines_become_paragraphs_again() -> None:
    text = read_here(
        "a.pdf",
        pdf(
            [
                "The council of the example town met on Monday eve-",
                "ning. Its members said: “We ask that no long-term",
                "example system be sold.”",
                "A long-term plan follows.",
            ],
            title="Example minutes",
        ),
    )
    assert text.text == (
        "The council of the example town met on Monday evening. Its members said: “We ask that no "
        "long-term example system be sold.”\n\nA long-term plan follows."
    )
    assert (text.said.title, text.said.byline, text.said.published) == (
        "Example minutes",
        "Mara Vell",
        "",
    )


def test_pages_of_pictures_are_told() -> None:
    with pytest.raises(Unreadable, match="its pages are pictures"):
        read_here("a.pdf", pdf([]))


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(Unreadable, match="more than 2,000 pages"):
        read_here("a.pdf", pdf(*[["Words."]] * 2_001))


def test_a_locked_file_is_told() -> None:
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<{0}>/U<{0}>>>/ID[<00><00>]".format(
        "00" * 32
    )
    with pytest.raises(Unreadable, match="protected by a password"):
        read_here("a.pdf", pdf([SENTENCE], trailer=locked))


def test_a_stream_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_here("a.pdf", pdf_of([zlib.compress(b" " * 200_000_000)]))
