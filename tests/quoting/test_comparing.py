"""The same words as two sources give them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.quoting import Segment, counterparts, difference, similarity
from positions.quoting.typography import Folded
from tests.quoting.texts import PASTED, Part, mangle, printed_parts


def joined(segments: list[Segment], kind: str) -> str:
    return "".join(segment.text for segment in segments if segment.kind in {"same", kind})


@given(PASTED, PASTED)
def test_difference_of_anything_gives_the_first_wording_back(a: str, b: str) -> None:
    segments = difference(a, b)
    assert joined(segments, "only_a") == a
    assert all(segment.text for segment in segments)
    kinds = [segment.kind for segment in segments]
    assert all(one != other for one, other in pairwise(kinds))


@given(printed_parts(), printed_parts())
def test_difference_gives_the_second_wording_back_but_for_typography(a: Part, b: Part) -> None:
    for other in (b.text, mangle(b.text), a.text + b.words, b.words + a.text):
        given_back = joined(difference(a.text, other), "only_b")
        assert Folded(given_back).text.split() == Folded(other).text.split()


@given(PASTED)
def test_difference_of_a_wording_with_itself_is_none(words: str) -> None:
    assert difference(words, words) == ([Segment("same", words)] if words else [])


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "immigrants, and protesters.",
            "immigrants, and protestors.",
            "immigrants, and [-protesters.][+protestors.]",
        ),
        (
            "We are concerned fines may rise",
            "[W]e are also concerned fines may rise",
            "[-We][+[W]e] are [+also ]concerned fines may rise",
        ),
        ("so weak", "so weak and hollow", "so weak[+ and hollow]"),
        ("and so weak", "so weak", "[-and ]so weak"),
        ("“We’re  sure”", '"We\'re sure"', "“We’re  sure”"),
        ("clubs … We", "clubs... We", "clubs … We"),
        ("it — is", "it--is not", "it — is[+ not]"),
        ("", "so", "[+so]"),
        ("so", "", "[-so]"),
    ],
)
def test_difference_marks_the_words_that_differ(a: str, b: str, expected: str) -> None:
    shown = {"same": "{}", "only_a": "[-{}]", "only_b": "[+{}]"}
    parts = [shown[segment.kind].format(segment.text) for segment in difference(a, b)]
    assert "".join(parts) == expected


@given(PASTED, PASTED)
def test_similarity_is_a_share_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) <= 1
    assert similarity(a, b) == similarity(b, a)


@given(st.lists(st.sampled_from(["we", "are", "not", "sure"]), min_size=2), st.data())
def test_similarity_of_a_fragment_is_whole(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert similarity(" ".join(words), " ".join(words[start:end]).upper() + "…") == 1


def test_similarity_of_other_words_is_low() -> None:
    assert similarity("The plan is hollow, the League said.", "Fines may rise in the spring.") < 0.5
    assert similarity("weak", "“…”") == 0


FULL = "We are concerned fines may be extended to foreign towns, including lawless regimes."
REPRINT = (
    "[W]e are also concerned fines may be extended to foreign towns, including lawless regimes"
)
OTHER = "The scheme is a way to count cars."


def test_counterparts_pair_reprints_whatever_their_order() -> None:
    assert counterparts([OTHER, FULL], [REPRINT, "the scheme is a way to count cars"]) == [
        (0, 1),
        (1, 0),
    ]


def test_counterparts_pair_several_fragments_with_one_sentence() -> None:
    assert counterparts(["fines may be extended", "lawless regimes", "weak"], [OTHER, FULL]) == [
        (0, 1),
        (1, 1),
    ]


def test_counterparts_of_equal_quotations_keep_their_order() -> None:
    assert counterparts([FULL, OTHER, FULL], [FULL, OTHER, FULL]) == [(0, 0), (1, 1), (2, 2)]


@given(st.lists(PASTED, max_size=4), st.lists(PASTED, max_size=4))
def test_counterparts_are_pairs_of_like_quotations(xs: list[str], ys: list[str]) -> None:
    pairs = counterparts(xs, ys)
    assert pairs == sorted(set(pairs))
    assert all(similarity(xs[x], ys[y]) >= 0.6 for x, y in pairs)


def test_counterparts_of_nothing_are_none() -> None:
    assert counterparts([], [FULL]) == counterparts([FULL], []) == []
