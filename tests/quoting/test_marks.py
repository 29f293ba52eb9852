"""The quotation marks around pasted words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.quoting import begins_a_sentence, enclosing_marks, strip_marks, without_closing_comma
from tests.quoting.texts import PASTED


@pytest.mark.parametrize(
    "marked",
    [
        "“so weak”", '"so weak"', "''so weak''", "``so weak''", "‘so weak’", "'so weak'",
        "«so weak»", "« so weak »", "»so weak«", "„so weak“", "„so weak”", "”so weak”", "‹so weak›",
        "「so weak」", '“so weak"', "\n “so weak” ",
    ],
)  # fmt: skip
def test_marks_around_the_words_are_taken_off(marked: str) -> None:
    assert enclosing_marks(marked)
    assert strip_marks(marked) == "so weak"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("“the “weak” plan”", "the “weak” plan"),
        ('"He said "no" to it"', 'He said "no" to it'),
        ("‘don’t say ‘weak’ again’", "don’t say ‘weak’ again"),
        ("‘the walkers’ letter is wrong’", "the walkers’ letter is wrong"),
        ("““weak””", "“weak”"),
        ("“a 6' plank”", "a 6' plank"),
    ],
)
def test_marks_inside_stay(marked: str, words: str) -> None:
    assert strip_marks(marked) == words


@pytest.mark.parametrize(
    "words",
    [
        "so weak", "“weak” and “hollow”", '"weak" and "hollow"', "''weak'' and ''hollow''",
        "‘weak’ and ‘hollow’", "« weak » and « hollow »", "“so weak", "so weak”", "so “weak”",
        "“weak” it is", "“weak’", "“”", "“ ”", "''", "'", "", "’90s music’", "[W]e are “sure”.",
    ],
)  # fmt: skip
def test_words_that_no_pair_encloses_are_left_alone(words: str) -> None:
    assert not enclosing_marks(words)
    assert strip_marks(words) == words


@given(PASTED)
def test_marks_of_anything_come_off_only_where_they_enclose(text: str) -> None:
    stripped = strip_marks(text)
    assert (stripped != text) == enclosing_marks(text)
    assert stripped in text


@given(st.text(st.characters(categories=["L", "Zs"]), min_size=1).filter(str.strip))
def test_marks_put_around_words_come_off_again(words: str) -> None:
    for marked in (f"“{words}”", f'"{words}"', f"''{words}''", f"«\u00a0{words}\u00a0»"):
        assert strip_marks(marked) == words.strip()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("no report of misuse by law enforcement,", "no report of misuse by law enforcement"),
        ("We ask, again, ", "We ask, again"),
        ("We ask.", "We ask."),
        ("We ask;", "We ask;"),
        ("“weak,” they say", "“weak,” they say"),
        (",", ","),
    ],
)
def test_only_a_comma_at_the_end_is_left_out(words: str, shown: str) -> None:
    assert without_closing_comma(words) == shown


@given(st.one_of(PASTED, st.text("a ,.\n”")))
def test_leaving_the_closing_comma_out_changes_nothing_else(words: str) -> None:
    shown = without_closing_comma(words)
    left_out = words.removeprefix(shown)
    assert shown + left_out == words
    assert not left_out.replace(",", "").strip()
    assert ("," in left_out) == bool(left_out)
    assert without_closing_comma(shown) == shown


@pytest.mark.parametrize(
    "words", ["It should end.", "[W]e say so.", "(“Stop”, they said.)", "5 do."]
)
def test_a_sentence_can_begin_with_a_mark_or_a_figure(words: str) -> None:
    assert begins_a_sentence(words)


@pytest.mark.parametrize("words", ["which should end.", "(we) say so.", "“[w]e do."])
def test_a_piece_of_a_sentence_begins_small(words: str) -> None:
    assert not begins_a_sentence(words)
