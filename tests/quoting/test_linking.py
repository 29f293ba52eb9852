"""Links that open a page at the quoted words."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given

from positions.quoting import fragment_link, select
from tests.quoting.texts import ARTICLE, PASTED, Part, parts

PAGE = "https://news.example/board"


def terms(link: str) -> list[str]:
    """Read the terms of a text fragment back."""
    _, found, directive = link.partition(":~:text=")
    assert found
    assert re.fullmatch(r"([\w.~%]+-,)?[\w.~%]+(,[\w.~%]+)?(,-[\w.~%]+)?", directive, re.ASCII)
    return [unquote(term) for term in directive.split(",")]


def test_link_of_a_fragment_has_its_words() -> None:
    assert fragment_link(PAGE, "weak") == f"{PAGE}#:~:text=weak"


def test_link_of_a_selector_has_whole_words_around() -> None:
    start = ARTICLE.index("hollow")
    link = fragment_link(PAGE, select(ARTICLE, start, start + 6))
    assert terms(link) == ["plan “weak” and “-", "hollow", "-” – its two-plus"]


def test_link_encodes_what_the_syntax_uses() -> None:
    link = fragment_link(PAGE, "two-plus, a&b", "x-y, ", " z-")
    assert link == f"{PAGE}#:~:text=x%2Dy%2C-,two%2Dplus%2C%20a%26b,-z%2D"


def test_link_of_a_long_quotation_has_its_first_and_last_four_words() -> None:
    words = "We are concerned fines may be extended to foreign towns"
    assert terms(fragment_link(PAGE, words)) == [
        "We are concerned fines",
        "extended to foreign towns",
    ]


def test_link_over_lines_has_no_term_that_crosses_them() -> None:
    assert terms(fragment_link(PAGE, "so weak\nso hollow", "He:\n“", "”\n\nMore")) == [
        "“-",
        "so weak",
        "so hollow",
        "-”",
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{PAGE}#letter", f"{PAGE}#letter:~:text=weak"),
        (f"{PAGE}#", f"{PAGE}#:~:text=weak"),
        (f"{PAGE}?a=1", f"{PAGE}?a=1#:~:text=weak"),
        (f"{PAGE}#:~:text=old", f"{PAGE}#:~:text=weak"),
        (f"{PAGE}#letter:~:text=old", f"{PAGE}#letter:~:text=weak"),
    ],
)
def test_link_keeps_the_fragment_of_the_address(url: str, expected: str) -> None:
    assert fragment_link(url, "weak") == expected


def test_link_without_an_address_is_blank() -> None:
    assert fragment_link("", "weak") == fragment_link("  ", "weak") == ""


def test_link_without_words_is_the_address() -> None:
    assert fragment_link(PAGE, " \n") == PAGE


def test_link_inside_a_word_leaves_the_broken_words_out() -> None:
    start = ARTICLE.index("weakness")
    assert terms(fragment_link(PAGE, select(ARTICLE, start, start + 4))) == [
        "years of counting a-",
        "weak",
    ]


@given(parts())
def test_link_of_any_part_reads_back_as_its_words(part: Part) -> None:
    first, *rest = terms(fragment_link(PAGE, part.words))
    plain = " ".join(part.words.split())
    assert plain.startswith(first)
    assert plain.endswith(rest[0] if rest else first)
    assert len(rest) == 1 or first == plain


@given(parts())
def test_link_of_any_selector_names_the_words_right_before_and_after(part: Part) -> None:
    selector = select(*part)
    alone = terms(fragment_link(PAGE, selector.exact))
    before = terms(fragment_link(PAGE, selector.exact, selector.prefix))[: -len(alone)]
    after = terms(fragment_link(PAGE, selector.exact, "", selector.suffix))[len(alone) :]
    assert terms(fragment_link(PAGE, selector)) == [*before, *alone, *after]
    assert all(" ".join(selector.prefix.split()).endswith(term[:-1]) for term in before)
    assert all(" ".join(selector.suffix.split()).startswith(term[1:]) for term in after)


@given(PASTED, PASTED, PASTED)
def test_link_of_anything_is_plain_ascii(words: str, prefix: str, suffix: str) -> None:
    assert fragment_link(PAGE, words, prefix, suffix).isascii()


def test_link_of_half_a_character_is_still_a_link() -> None:
    assert fragment_link(PAGE, "a\ud800") == f"{PAGE}#:~:text=a%3F"
