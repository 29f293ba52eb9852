"""Printed lines are joined where a paragraph goes on, and nowhere else as far as can be seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from positions.documents.printed import joined

FULL = "The members of the example council met in the hall,"


def test_a_paragraph_ends_at_a_blank_line_a_short_line_and_an_item() -> None:
    page = [FULL, FULL, "", FULL, "as they do.", FULL, "1. They came.", "2. They went."]
    assert joined([page]) == [
        f"{FULL} {FULL}",
        f"{FULL} as they do.",
        FULL,
        "1. They came.",
        "2. They went.",
    ]


def test_a_sentence_goes_on_over_the_page_past_its_number_and_its_head() -> None:
    pages = [
        ["Example report 2019", FULL, FULL, f"{FULL} and", "12"],
        ["Example report 2019", "so it was done there by all of those who came,", FULL, FULL, "13"],
        [
            "Example report 2019",
            "A new page begins with words of its own, so it was.",
            FULL,
            FULL,
            "14",
        ],
    ]
    assert [text.split()[0] for text in joined(pages)] == ["The", "A"]
    assert not any("report" in text or "13" in text for text in joined(pages))


def test_a_split_word_is_whole_again_and_one_with_a_hyphen_keeps_it() -> None:
    split = [
        "Their facial recog-",
        "nition is a well-",
        "known one, well-known in all the land to come.",
    ]
    assert joined([split]) == [
        "Their facial recognition is a well-known one, well-known in all the land to come."
    ]


def test_dashes_and_capitals_after_a_hyphen_are_left_alone() -> None:
    assert joined([["They spoke of an Anglo-", "Example treaty and of all its parts."]]) == [
        "They spoke of an Anglo- Example treaty and of all its parts."
    ]


@given(st.lists(st.lists(st.text("ab -.12“”", max_size=70), max_size=8), max_size=6))
def test_letters_are_never_added_and_only_heads_and_feet_go(pages: list[list[str]]) -> None:
    middle = "".join("".join(page[1:-1]) for page in pages)
    whole = "".join("".join(page) for page in pages)
    kept = "".join(joined(pages))
    for letter in "ab“”":
        assert middle.count(letter) <= kept.count(letter) <= whole.count(letter)
