"""The article is shown to the letter, whatever words the cards claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from positions.admin.desk.article_text import paragraphs
from positions.intake.card import Words
from tests.intake.cards import card

TEXT = "One two three.\n\n  Four five.\nSix"


def words(start: int, end: int) -> Words:
    return Words(start, end, TEXT[start:end], "")


def test_words_are_marked_with_their_card_and_opened_once() -> None:
    shown = paragraphs(TEXT, [card(1, words=[words(4, 7)]), card(2, words=[words(8, 22)])])
    assert [
        [(each.text, each.card, each.opens) for each in paragraph.stretches] for paragraph in shown
    ] == [
        [
            ("One ", 0, False),
            ("two", 1, True),
            (" ", 0, False),
            ("three.", 2, True),
        ],
        [("  Four", 2, False), (" five.", 0, False)],
        [("Six", 0, False)],
    ]


@given(
    st.text(alphabet="ab \n\u2028é😀", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8),
)
def test_all_lines_are_there_to_the_letter(text: str, claims: list[tuple[int, int]]) -> None:
    cards = [
        card(number, words=[Words(start, start + length, "", "")])
        for number, (start, length) in enumerate(claims, start=1)
    ]
    shown = paragraphs(text, cards)
    lines = ["".join(each.text for each in paragraph.stretches) for paragraph in shown]
    assert lines == [line for line in text.split("\n") if line.strip()]
    for paragraph, line in zip(shown, lines, strict=True):
        assert text.startswith(line, paragraph.start)
