"""Stage 2 finds paragraphs and sentences."""

import pytest

from positions.extraction.text.blocks import paragraphs, sentences
from positions.extraction.text.clean import clean
from tests.extraction.reading import marks


def divided(text: str) -> list[str]:
    cleaned = clean(text)
    [paragraph] = paragraphs(cleaned)
    ranges = [(each.opened, each.closed) for each in marks(text).quotations]
    return [text[start:end] for start, end in sentences(cleaned.text, paragraph, ranges)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Mara Vell met Sen. Odd Brae on Oct. 3 at 4 p.m. in the hall.",
        "John F. Brae of the U.S. Weir Board said no.",
        "“We agree. We always did. Ask them!” Mara Vell said.",
        "“Do we agree?” Mara Vell asked.",
        "He read ‘No. Never.’ aloud.",
    ],
)
def test_a_sentence_is_not_divided_at_an_abbreviation_or_inside_quotation_marks(text: str) -> None:
    assert divided(text) == [text]


def test_a_quotation_that_ends_in_a_full_stop_ends_its_sentence() -> None:
    assert divided("Vell said: “No.” Brae left. “Yes.” “Maybe.”") == [
        "Vell said: “No.”",
        "Brae left.",
        "“Yes.”",
        "“Maybe.”",
    ]


def test_a_line_is_a_paragraph_unless_a_program_broke_the_lines() -> None:
    assert len(paragraphs(clean("The weir leaks.\nThe board knows.\n\nNobody cares."))) == 3
    broken = "\n".join(["The weir at the upper end of the lake leaks in spring and"] * 3)
    assert len(paragraphs(clean(broken + "\nin autumn."))) == 1


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    first, second = paragraphs(clean("Board rejects weir\n\nThe board rejected the weir."))
    assert first.heading
    assert not second.heading
