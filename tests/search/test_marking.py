"""Words marked where they stand: no letter changed, nothing marked that was not looked for."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from positions.search import excerpt, read
from positions.words.folding import folded

WORDS = ["an", "law", "laws", "e-mail", "email", "don’t", "U.S.", "½", "Cafe\u0301", "ﬁ"]
TEXTS = st.text(st.characters()) | st.lists(st.sampled_from(WORDS)).map(" ".join)


def shown(text: str, typed: str, longest: int = 320) -> str:
    found = excerpt(text, read(typed).sought, longest)
    marked = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in found.pieces)
    return f"{'…' if found.cut_before else ''}{marked}{'…' if found.cut_after else ''}"


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("New laws are flawed.", "law", "New [laws] are flawed."),
        ("Face recognition, today", '"recognition today"', "Face [recognition, today]"),
        ("Face recognition today", '"recognition to"', "Face recognition today"),
        ("Sent by e-mail, not by email.", "email", "Sent by [e-mail], not by [email]."),
        ("Sent by e-mail, not by email.", "e-mai", "Sent by [e-mail], not by [email]."),
        ("Workers’ rights don’t end", 'workers "dont"', "[Workers]’ rights [don’t] end"),
        ("It was misused: a misuse", "misusing", "It was [misused]: a [misuse]"),
        ("99 % or C++, not C; see § 230", "99% c++ §230", "[99 %] or [C++], not C; see [§ 230]"),
        ("The Cafe\u0301 of MÜNCHEN", "café münch", "The [Cafe\u0301] of [MÜNCHEN]"),
        ("A letter to the U.S. Senate", "us", "A letter to the [U.S]. Senate"),
        ("One and two", "two one", "[One] and [two]"),
        ("One and two", "three", "One and two"),
        ("One and two", "one -two", "[One] and two"),
        ("", "one", ""),
    ],
)
def test_words_are_marked_as_they_are_written(text: str, typed: str, marked: str) -> None:
    assert shown(text, typed) == marked


def test_a_long_text_is_cut_between_words_around_the_first_that_was_found() -> None:
    text = "one two three four five " * 20 + "found it " + "six seven eight nine ten " * 20
    around = shown(text, "found", longest=140)
    assert around.startswith("…")
    assert around.endswith("…")
    assert "[found] it six" in around
    assert 100 < len(around) < 150
    assert around.strip("…").split()[0] in {"one", "two", "three", "four", "five"}
    assert shown(text, "nothing", longest=30) == "one two three four five one…"
    assert shown(text, "one", longest=30) == "[one] two three four five [one]…"
    assert shown("x" * 400, "x", longest=30) == f"[{'x' * 400}]"


@given(TEXTS, st.text(st.characters()) | TEXTS, st.integers(1, 40))
@example("½", "1", 40)
@example("a" * 60 + " ab", "ab", 20)
def test_pieces_make_the_text_again_and_what_is_marked_was_looked_for(
    text: str, typed: str, longest: int
) -> None:
    terms = read(typed).sought
    whole = excerpt(text, terms, longest=len(text))
    assert whole.text == text
    assert not whole.cut_before
    assert not whole.cut_after
    assert whole.met == {
        term for term in terms if any(form in folded([text]) for form in term.patterns)
    }
    part = excerpt(text, terms, longest)
    assert part.text in text
    assert part.met == whole.met
    assert any(piece.marked for piece in part.pieces) == bool(part.met)
    for piece in (*whole.pieces, *part.pieces):
        assert piece.text
        words = folded([piece.text])
        if piece.marked:
            assert any(form in words for term in terms for form in term.patterns)
