"""Stage 8 takes no piece of a sentence for the name of a group."""

import pytest

from positions.extraction.speakers.descriptions import is_phrase


@pytest.mark.parametrize(
    "words",
    ["several supporters of reform", "leading engineers", "united anglers", "Amber voters"],
)
def test_a_description_of_people_is_a_name_for_them(words: str) -> None:
    assert is_phrase(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "digging up old pipes",
        "Holding a meeting",
        "treated as anglers",
        "We’re the kind of anglers",
        "power for what's",
        "the Tarn senator sought",
        "two weeks",
        "said the board",
        "rivers in",
    ],
)
def test_a_piece_of_a_sentence_is_none(words: str) -> None:
    assert not is_phrase(words.split())
