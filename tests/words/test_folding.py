"""What texts are folded to, and where in them each word stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from positions.words import folding
from positions.words.folding import LONGEST, LONGEST_WORD, folded, unfolded, word_forms, words_in

TEXTS = st.text(st.characters()) | st.text("aé-.’ &½ﬁİß \n")


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    for form in word_forms(text):
        assert word_forms(form) == (form,)


@given(TEXTS)
def test_words_in_a_text_are_those_of_its_forms_and_stand_where_they_say(text: str) -> None:
    found = list(words_in(text))
    forms = [" ".join(word.folded for word in words) for words in found]
    assert tuple(dict.fromkeys(form for form in forms if form)) == word_forms(text)
    for words in found:
        for word in words:
            piece = word_forms(text[word.start : word.end])
            assert any(f" {word.folded} " in f" {form} " for form in piece)


@given(st.lists(st.lists(TEXTS, max_size=3), min_size=1, max_size=4))
def test_texts_are_unfolded_in_their_order(texts: list[list[str]]) -> None:
    assert unfolded(folded(*texts)) == [folded(text) for text in texts]


@given(TEXTS)
def test_only_a_space_parts_what_is_folded_and_all_else_is_no_ascii_mark(text: str) -> None:
    for character in folded([text, text], [text]):
        assert character == " " or character.isalnum() or ord(character) > 127


def test_what_no_index_can_hold_is_cut_off() -> None:
    assert word_forms("x" * 300) == ("x" * LONGEST_WORD,)
    whole = folded([" ".join(["word"] * LONGEST)])
    assert len(whole) <= LONGEST
    assert whole.endswith(" word ")


def test_marks_between_texts_are_no_words() -> None:
    assert word_forms(f"{folding.BETWEEN_FORMS} {folding.BETWEEN_TEXTS}") == ()
