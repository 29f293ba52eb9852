"""Stage 4 makes a quotation one opaque token."""

from positions.extraction.text.clean import clean
from positions.extraction.text.outline import masked, tokens
from tests.extraction.reading import marks


def outlined(text: str) -> list[str]:
    found = marks(text).quotations
    numbers = {each.opened: index for index, each in enumerate(found)}
    opaque = masked(clean(text).text, found)
    assert len(opaque) == len(text)
    return [
        "…" if token.quotation >= 0 else token.text
        for token in tokens(opaque, 0, len(text), numbers)
    ]


def test_the_words_of_a_quotation_are_not_tokens_even_if_they_look_like_cues() -> None:
    assert outlined("“He said no,” she said.") == ["…", "she", "said", "."]


def test_adjacent_quotations_stay_apart() -> None:
    assert outlined("“One.”“Two.”") == ["…", "…"]


def test_initials_possessives_and_compounds_are_one_token() -> None:
    assert outlined("John F. Brae’s U.S. co-founder") == [
        "John",
        "F.",
        "Brae’s",
        "U.S.",
        "co-founder",
    ]
    assert outlined("the Fishers’ Guild") == ["the", "Fishers’", "Guild"]
