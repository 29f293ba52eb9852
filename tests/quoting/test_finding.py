"""A quotation is found to the letter, but for typography, or not at all."""

from time import perf_counter
from typing import get_args

import pytest
from hypothesis import example, given

from positions.choices import QuotationCheck
from positions.quoting import Check, Match, find, select
from positions.quoting.typography import Folded
from tests.quoting.texts import ARTICLE, PASTED, Part, mangle, parts, printed_parts


def test_checks_are_those_of_the_vocabulary() -> None:
    assert {*get_args(Check), "not_checked"} == set(QuotationCheck.values)


@given(parts())
def test_find_any_part_is_exact(part: Part) -> None:
    match = find(part.text, part.words)
    assert match.check == "exact"
    assert match.selector is not None
    assert match.selector.exact == part.words


@given(parts())
def test_find_with_the_selectors_context_is_at_the_same_place_or_a_like_one(part: Part) -> None:
    selector = select(*part)
    match = find(part.text, selector.exact, selector.prefix, selector.suffix)
    assert match.selector is not None
    assert match.selector.prefix.endswith(selector.prefix)
    assert match.selector.suffix.startswith(selector.suffix)


@given(PASTED, PASTED)
@example("a\u00ad", "\u00ad ")
@example("e\u0301", "e")
@example("office", "oﬃ")
def test_find_anything_in_anything_gives_words_of_the_text_or_says_why_not(
    text: str, exact: str
) -> None:
    match = find(text, exact)
    assert match.explain()
    if match.selector:
        assert match.departure is None
        assert text[match.selector.start : match.selector.end] == match.selector.exact
        assert (match.selector.exact == exact) == (match.check == "exact")
    else:
        assert match.check == "not_found"
        assert (match.departure is None) == (not Folded(exact).text.strip())


@pytest.mark.parametrize(
    "words",
    [
        "fine people of small means, visitors, and village clubs … We are concerned fines may be",
        "count cars.  For example, if a driver passes twice",
        "does nothing to the reduce the number",
        "“weak” and “hollow” – its two-plus years of counting a weakness – and",
        "Walkers’ League",
    ],
    ids=["ellipsis", "double space", "misprint", "marks and dashes", "apostrophe"],
)
def test_find_another_print_of_the_words_is_typography_at_the_right_place(words: str) -> None:
    other = mangle(words)
    assert other not in ARTICLE
    match = find(ARTICLE, other)
    assert match.check == "typography"
    assert match.selector is not None
    assert match.selector.exact == words


@given(printed_parts())
def test_find_any_mangled_words_are_found_in_their_own_print(part: Part) -> None:
    match = find(part.text, mangle(part.words))
    assert match.check == ("exact" if mangle(part.words) in part.text else "typography")
    assert match.selector is not None
    text, words = Folded(part.text).text, Folded(part.words).text
    if text.find(words) == text.rfind(words):
        assert match.selector == select(*part)


def test_find_with_blanks_around_the_words_leaves_them_out() -> None:
    match = find("It is hollow.", "\n hollow. ")
    assert match.check == "typography"
    assert match.selector == select("It is hollow.", 6, 13)


def test_find_prefers_whole_words() -> None:
    text = "Its weakness is that it is weak."
    assert find(text, "weak").selector == select(text, 27, 31)


def test_find_inside_a_word_when_there_is_nothing_else() -> None:
    assert find("Its weakness", "weak").selector == select("Its weakness", 4, 8)


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("", "", 0), ("not ", "", 10), ("", " again", 22), ("surely not ", "!", 10), ("zz", "qq", 0)],
)
def test_find_of_several_takes_the_one_whose_surroundings_agree(
    prefix: str, suffix: str, start: int
) -> None:
    text = "weak, not weak, “and” weak again"
    assert find(text, "weak", prefix, suffix).selector == select(text, start, start + 4)


def test_find_of_several_but_for_typography_takes_the_one_whose_surroundings_agree() -> None:
    text = "it’s weak – it’s not. It’s said: it’s not."
    match = find(text, "it's not", "said: ", ".")
    assert match.check == "typography"
    assert match.selector is not None
    assert match.selector.start == text.rindex("it’s not")


@pytest.mark.parametrize("blank", ["", " \n", "\u00ad\u200b"])
def test_find_blank_words_asks_for_the_words(blank: str) -> None:
    match = find(ARTICLE, blank)
    assert match == Match("not_found")
    assert "blank" in match.explain()


def test_find_in_an_empty_text_is_not_found() -> None:
    match = find("", "weak")
    assert match.check == "not_found"
    assert "weak" in match.explain()


def test_explain_tells_the_three_results_apart() -> None:
    explained = [find("so weak", words).explain() for words in ("weak", "so  weak", "so meek")]
    assert "to the letter" in explained[0]
    assert "but for typography" in explained[1]
    assert "departs" in explained[2]


LARGE = ARTICLE * 1000  # about a megabyte


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LARGE, " ".join(f"absent{n}" for n in range(220))),
        (LARGE, " ".join(["the", "of"] * 300)),
        (LARGE, mangle(ARTICLE)),
        (LARGE, f"{ARTICLE} and so on"),
        ("a" * 1_000_000, "a" * 1999 + "b"),
        ("a " * 500_000, "a " * 999 + "b"),
        ("a " * 500_000, "b " + "a " * 999),
        (" " * 1_000_000, "a  b"),
        ("." * 1_000_000, ".. a"),
        (". - \u00ad" * 200_000, "b . -"),
        ("e\u0301" * 500_000, "e"),
    ],
    ids=[
        "strangers", "common words", "mangled", "too long", "one letter", "lead", "tail", "blanks",
        "dots", "dashes", "accents",
    ],
)  # fmt: skip
def test_find_in_a_megabyte_takes_no_time_to_speak_of(text: str, words: str) -> None:
    begun = perf_counter()
    find(text, words)
    # Ordinary texts take 20 to 70 ms, the most unkind half a second; anything quadratic, minutes.
    assert perf_counter() - begun < 5
