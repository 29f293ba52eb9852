"""Asked and silent is a draft of its own kind, neither a statement nor nothing."""

import pytest

from tests.extraction.reading import only, words


@pytest.mark.parametrize(
    "silence",
    [
        "declined to comment",
        "didn’t immediately respond to a request for comment",
        "did not return calls",
        "had no comment",
        "would not say whether the weir would go",
        "refused to be drawn on the weir",
        "could not be reached",
        "was not available for comment",
    ],
)
def test_each_way_to_say_nothing(silence: str) -> None:
    draft = only(f"The Tarn Board {silence}.")
    assert (draft.kind, draft.speaker.name) == ("no_reply", "Tarn Board")
    assert words(draft) == [silence]


def test_silence_ends_where_the_sentence_goes_on_to_something_else() -> None:
    assert (
        words(only("Mara Vell declined to comment, but the weir stands."))[0]
        == "declined to comment"
    )
