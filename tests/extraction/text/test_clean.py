"""Stage 1 keeps the pasted text to the letter, and knows what to skip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.extraction import extract
from positions.extraction.text.clean import clean
from tests.extraction.reading import only, quoted, words


@given(st.text())
def test_the_copy_is_as_long_as_the_pasted_text_which_stays(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.source == text
    assert len(cleaned.text) == len(text)


def test_no_break_spaces_and_emoji_before_a_quotation_move_no_offset() -> None:
    text = "💧␣PORT␣ELLER — “We␣agree 🙂,” Mara Vell said.".replace("␣", "\N{NO-BREAK SPACE}")
    draft = only(text)
    assert words(draft) == ["We\N{NO-BREAK SPACE}agree 🙂,"]
    assert text[draft.passages[0].start : draft.passages[0].end] == draft.passages[0].exact


def test_two_single_marks_are_one_double_mark() -> None:
    assert words(only("''We agree,'' said Mara Vell.")) == ["We agree,"]


def test_what_stands_around_an_article_is_skipped() -> None:
    text = (
        "By Tobin Marsh\n\n“We agree,” said Mara Vell.\n\nRead more: “Ten ways to disagree” and "
        "more\n\nUpdated: 4:55 p.m.\n\nTags Water “rights”"
    )
    assert words(only(text)) == ["We agree,"]


def test_a_placeholder_of_the_publisher_in_braces_is_not_read() -> None:
    assert only("{mosads}Mara Vell said that the weir is safe.").speaker.name == "Mara Vell"


def test_an_empty_text_has_no_drafts() -> None:
    assert extract("") == extract(" \n\n ") == []


def test_two_hyphens_are_a_dash() -> None:
    text = "The Tarn Board -- which owns the weir -- said it was “grand”."
    assert only(text).speaker.name == "Tarn Board"


def test_a_nickname_between_two_names_is_no_quotation() -> None:
    text = "“It leaks,” said Angus “Big Gus” Brae. “Still,” Brae said."
    assert [draft.speaker.name for draft in extract(text)] == ["Angus Brae", "Angus Brae"]


@pytest.mark.parametrize("mark", ["¹", "²³", "[4]", "[12]"])
def test_a_footnote_figure_after_a_mark_parts_no_words(mark: str) -> None:
    draft = only(f"“It leaks,”{mark} Mara Vell said. “It is old.”{mark} “It is rotten.”")
    assert words(draft) == ["It leaks,", "It is old.", "It is rotten."]


def test_two_grave_accents_are_one_double_mark() -> None:
    assert quoted("``It leaks,'' she said. ``It is old.''") == ["It leaks,", "It is old."]


@pytest.mark.parametrize(
    "place",
    [
        "AMBER — ",
        "AMBER, Tarn (TNS) – ",
        "Amber, T.N. – ",
        "Upper Amber (TNS) - ",
        "Amber, May 6, 2024 — ",
    ],
)
def test_the_place_that_a_report_comes_from_says_nothing(place: str) -> None:
    draft = only(f"{place}Mara Vell said that it leaks.")
    assert (draft.speaker.name, words(draft)) == ("Mara Vell", ["that it leaks"])


def test_a_name_before_a_dash_in_the_middle_of_a_text_is_no_place() -> None:
    text = "The weir leaks.\n\n“It is old.” — Mara Vell, director – said at noon"
    assert clean(text).dateline == ""
