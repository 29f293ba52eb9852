"""Typography folded away: what looks the same to a reader is the same, and its place is kept."""

import pytest
from hypothesis import given

from positions.quoting.typography import Folded
from tests.quoting.texts import PASTED, Part, printed_parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“weak”", '"weak"'),
        ("“weak”", "''weak''"),
        ("“weak”", "«\u00a0weak\u00a0»"),
        ("“weak”", "„weak“"),
        ("Amazon’s", "Amazon's"),
        ("years – and", "years—and"),
        ("years – and", "years -- and"),
        ("two-plus", "two\u2011plus"),
        ("clubs … We", "clubs... We"),
        ("clubs … We", "clubs . . . We"),
        ("clubs. … We", "clubs.... We"),
        ("[…]", "[...]"),
        ("customer.  For", "customer. For"),
        ("law\u00a0enforcement", "law\nenforcement"),
        ("en\u00adforce\u200bment", "enforcement"),
        ("en\u00ad\nforcement", "enforcement"),
        ("ﬁnd the oﬃce", "find the office"),
        ("cafe\u0301", "café"),
    ],
)
def test_folded_variants_of_one_print_are_equal(one: str, other: str) -> None:
    assert Folded(one).text == Folded(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("protesters", "protestors"),
        ("[W]e", "We"),
        ("We", "we"),
        ("weak.", "weak"),
        ("clubs … We", "clubs. We"),
        ("the reduce", "reduce"),
        ("two-plus", "two plus"),
        ("m²", "m2"),
        ("café", "cafe"),
    ],
)
def test_folded_differences_in_words_or_punctuation_stay(one: str, other: str) -> None:
    assert Folded(one).text != Folded(other).text


def test_folded_plain_words_are_unchanged() -> None:
    text = "Plain words, as they stand: 5 of them. And more (not many)."
    assert Folded(text).text == text


@given(printed_parts())
def test_folding_twice_is_folding_once(part: Part) -> None:
    once = Folded(part.text).text.strip()
    assert Folded(once).text.strip() == once


@given(PASTED)
def test_folded_words_have_places_in_order_that_leave_out_nothing_but_blanks(text: str) -> None:
    folded = Folded(text)
    spans = [folded.span(*word) for word in folded.words()]
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    assert not Folded(gaps).text.strip()
    assert all(Folded(text[start:end]).text.strip() for start, end in spans)


def test_folded_place_keeps_a_ligature_whole() -> None:
    folded = Folded("the ﬁnd")
    start = folded.text.index("ind")
    assert folded.span(start, start + 3) == (4, 7)


def test_folded_place_inside_a_run_of_marks_stops_at_the_full_stop() -> None:
    text = "lawless regimes.”  And"
    folded = Folded(text)
    assert folded.span(0, folded.text.index(".") + 1) == (0, text.index("”"))
