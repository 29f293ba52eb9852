"""A text is set as large as fits, keeps all of its words in their order, and stays in its box."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from positions.formats.picture.typeface import width
from positions.formats.picture.typesetting import LEADING, clipped, fit

BOX = (600, 300)
SIZES = range(60, 19, -4)
letters = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=900)
marks = st.sampled_from([("", ""), ("“", "”")])


def half_squares(text: str, size: int) -> float:
    """Every character is half as wide as the size."""
    return len(text) * size / 2


@given(letters, marks)
def test_every_line_fits_and_nothing_is_altered(text: str, marks: tuple[str, str]) -> None:
    made = fit(text, BOX, SIZES, half_squares, marks)
    assert made.size in SIZES
    assert made.height <= BOX[1]
    assert all(half_squares(line, made.size) <= BOX[0] for line in made.lines)
    shown, whole = "".join("".join(made.lines).split()), "".join(text.split())
    if not whole:
        assert made.lines == ()
    elif made.cut:
        assert made.size == SIZES[-1]
        assert shown.endswith(f"…{marks[1]}")
        assert f"{marks[0]}{whole}".startswith(shown.removesuffix(f"…{marks[1]}"))
    else:
        assert shown == f"{marks[0]}{whole}{marks[1]}"


@given(st.text("abc ü“”", max_size=300))
def test_words_in_the_real_typeface_stay_in_their_box(text: str) -> None:
    measure = partial(width, "theirs")
    made = fit(text, (1048, 240), range(80, 35, -2), measure, ("“", "”"))
    assert all(measure(line, made.size) <= 1048 for line in made.lines)
    assert made.height <= 240


@given(st.integers(1, 60).map("word ".__mul__))
def test_no_larger_size_would_have_fitted(text: str) -> None:
    made = fit(text, BOX, SIZES, half_squares)
    larger = [size for size in SIZES if size > made.size]
    if larger:
        at_next = fit(text, BOX, [larger[-1]], half_squares)
        assert at_next.cut


def test_text_is_cut_between_words() -> None:
    made = fit("word " * 200, BOX, SIZES, half_squares)
    assert made.cut
    assert made.lines[-1].endswith("word …")
    assert set(" ".join(made.lines).split()) == {"word", "…"}


def test_a_word_that_is_too_long_is_broken() -> None:
    made = fit("w" * 40, (100, 300), [20], half_squares)
    assert made.lines == ("w" * 10,) * 4
    assert not made.cut


def test_a_no_break_space_does_not_break() -> None:
    assert fit("aaaa bb\u00a0bb", (70, 300), [20], half_squares).lines == ("aaaa", "bb\u00a0bb")


def test_a_box_narrower_than_a_letter_still_ends() -> None:
    assert fit("wide", (1, 100), [20], half_squares).lines == ("w", "i", "d", "e")


def test_a_line_is_clipped_at_a_word() -> None:
    assert clipped("a name of many words", 120, 20, half_squares) == "a name of …"
    assert clipped("a name", 120, 20, half_squares) == "a name"
    assert clipped(" ", 120, 20, half_squares) == ""


def test_height_counts_the_lines() -> None:
    assert fit("a b", (20, 100), [20], half_squares).height == round(2 * 20 * LEADING)
