"""A quotation is found to the letter, but for typography, or not at all."""

import re
import unicodedata
from time import process_time
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from positions.choices import QuotationCheck
from positions.quoting import Check, Match, find, select
from positions.quoting.typography import Folded
from tests.quoting.texts import ARTICLE, PASTED, Part, mangle, printed_parts, whole_parts


def test_checks_are_those_of_the_vocabulary() -> None:
    assert {*get_args(Check), "not_checked"} == set(QuotationCheck.values)


@given(whole_parts())
def test_find_any_part_of_whole_words_is_exact(part: Part) -> None:
    match = find(part.text, part.words)
    assert match.check == "exact"
    assert match.selector is not None
    assert match.selector.exact == part.words


@given(whole_parts())
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
        assert letters(match.selector.exact) == letters(exact)
    else:
        assert match.check == "not_found"
        assert (match.departure is None) == (not Folded(exact).text.strip())


def letters(words: str) -> str:
    """What is no typography: the letters and digits, ligatures taken apart, accents put on."""
    whole = unicodedata.normalize("NFC", words)
    return "".join(
        unicodedata.normalize("NFKC", each) if "ﬀ" <= each <= "ﬆ" else each
        for each in whole
        if each.isalnum()
    )


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


@given(st.text("ab \n", max_size=30), st.text("ab ", min_size=1, max_size=6))
@example("aab aab ab", "ab")
@example("ab a ab a a", "b a a")
def test_find_is_at_the_edges_of_words_or_not_at_all(text: str, words: str) -> None:
    whole = re.search(rf"(?<!\w)(?={re.escape(words)}(?!\w))", text) if words.strip() else None
    blanks = words != words.strip()  # beside which any place is the edge of a word
    assert (find(text, words).check == "exact") == (
        whole is not None or (blanks and any(_stands(text, words)))
    )


def _stands(text: str, words: str) -> list[int]:
    """Where words with a blank at an edge stand, neither other edge inside a word."""
    places = (each.start() for each in re.finditer(f"(?={re.escape(words)})", text))
    return [
        at + 1
        for at in places
        if not re.match(r"\w\w", text[max(0, at - 1) : at + 1] if at else "")
        and not re.match(r"\w\w", text[at + len(words) - 1 : at + len(words) + 1])
    ]


# The text's word, and what is quoted of it: another word, number or name, so never the same.
CUT = [
    *(("disapproves", "approves"), ("cannot", "can"), ("unlawful", "lawful"), ("weakness", "weak")),
    *(("can’t", "can"), ("can't", "can"), ("won’t", "won"), ("it’s", "it"), ("I’ll", "I")),
    *(("1.5", "15"), ("1.5", "5"), ("1.5", "1"), ("1,500", "500"), ("1990–2", "1990")),
    *(("−5", "5"), ("-5", "5"), ("10–15", "15"), ("10–15", "–15"), ("12:30", "12")),
    *(("non-violent", "violent"), ("anti-union", "union"), ("risk-free", "risk")),
    *(("U.S.", "us"), ("U.S.", "US"), ("U.S.", "S."), ("O’Brien", "Brien"), ("AT&T", "AT")),
    *(("Amazon.com", "Amazon"), ("jo@example", "example"), ("en\u00adforce", "force")),
    *(("cafe\u0301", "cafe"), ("not", "no"), ("snake_case", "case"), ("6′", "6″"), ("6'", '6"')),
    *(("– 5", "−5"), ("5 ", "−5")),
]


@pytest.mark.parametrize(("word", "quoted"), CUT)
@pytest.mark.parametrize("around", ["{}", "so {} again", "“{}”", "({}).", "\n{},\t"])
def test_find_a_part_of_a_word_a_number_or_a_name_is_not_found(
    word: str, quoted: str, around: str
) -> None:
    match = find(around.format(word), quoted)
    assert match.check == "not_found"
    assert match.departure is not None
    whole = find(around.format(word), word.strip())
    assert whole.check == "exact"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Amazon’s plan", "Amazon"),
        ("the Walkers’ plan", "Walkers"),
        ("the ban—which", "the ban"),
        ("the ban.The council", "the ban"),
        ("‘weak’, “they” said", "weak"),
        ("a two-plus plan", "plus plan"),
        ("in 1990.", "in 1990"),
        ("over 15%", "over 15"),
        ("東京都は禁止を支持する。", "禁止を支持"),
    ],
)
def test_find_words_that_end_beside_a_mark_are_exact(text: str, words: str) -> None:
    assert find(text, words).check == "exact"


@pytest.mark.parametrize(
    ("text", "words", "explained"),
    [
        (
            "The council disapproves of the ban.",
            "approves of the ban",
            "departs at the word “approves” (word 1): the text has “disapproves” there",
        ),
        (
            "We think that they can’t say.",
            "think that they can",
            "departs at the word “can” (word 4): the text has “can’t” there",
        ),
        (
            "It fell by 1.15 percent",
            "15  percent",
            "departs at the word “15” (word 1): the text has “1.15” there",
        ),
    ],
)
def test_find_inside_a_word_says_which_word_is_cut(text: str, words: str, explained: str) -> None:
    assert explained in find(text, words).explain()


def test_find_passes_over_words_inside_words_that_come_first() -> None:
    text = "Disapproves, approves"
    match = find(text.lower(), "approves")
    assert match.selector == select(text.lower(), 13, 21)


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
        ("aa " * 300_000, "a " * 999 + "b"),
        ("ab " * 300_000, "ab " * 600 + "a"),
        ("a" * 1_000_000, "a" * 999),
    ],
    ids=[
        "strangers", "common words", "mangled", "too long", "one letter", "lead", "tail", "blanks",
        "dots", "dashes", "accents", "cut", "ends cut", "in one word",
    ],
)  # fmt: skip
def test_find_in_a_megabyte_takes_no_time_to_speak_of(text: str, words: str) -> None:
    begun = process_time()
    find(text, words)
    # Ordinary texts take 20 to 70 ms, the most unkind half a second; anything quadratic, minutes.
    assert process_time() - begun < 5
