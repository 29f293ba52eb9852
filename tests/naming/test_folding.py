"""A name folds to the same however it is written, and to no other's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.naming import fold, key
from positions.naming.folding import LEGAL_FORMS, LONGEST_KEY

# Names in which everything stands that the rule speaks of.
NAMES = st.lists(
    st.sampled_from(
        ["The", "the", "and", "&", "Inc.", "Co", "A.C.L.U.", "a", "B", "Łódź", "Straße", ".com"]
    )
    | st.text(max_size=6),
    max_size=6,
).map(" ".join)


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert key(fold(name)) == key(name)
    assert len(key(name)) <= LONGEST_KEY


@given(NAMES, NAMES)
def test_to_fold_to_the_same_is_mutual(one: str, other: str) -> None:
    assert (fold(one) == fold(other)) == (fold(fold(other)) == fold(one))


@given(st.lists(st.sampled_from("abcdefghij"), min_size=2, max_size=5).map("".join))
def test_case_space_punctuation_and_legal_forms_do_not_matter(word: str) -> None:
    for form in (*LEGAL_FORMS, ""):
        assert fold(f"The  {word.upper()}-Union, {form}.") == f"{word} union"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amazon, Inc.", "amazon"),
        ("Amazon Incorporated", "AMAZON"),
        ("Amazon.com, Inc.", "Amazon"),
        ("Amazon.com", "Amazon Corp."),
        ("Example Works Ltd", "Example Works LLC"),
        ("Example Works plc", "Example Works GmbH"),
        ("Example Works AG", "Example Works S.A."),
        ("Example Works N.V.", "Example Works"),
        ("Sons & Co.", "Sons"),
        ("Public  Citizen ", "public citizen"),
        ("A.C.L.U.", "ACLU"),
        ("A. C. L. U.", "aclu"),
        ("J.P. Example", "J. P. Example"),
        ("Łódzka Straż", "lodzka straz"),
        ("Straße", "strasse"),
        ("Hawaiʻi", "hawaii"),
        ("Søren Ægir Þór", "soren aegir thor"),
        ("Café Société", "CAFE SOCIETE"),
        ("Works & Sons", "Works and Sons"),
        ("The Hill", "hill"),
        ("People’s Union", "Peoples Union"),
    ],
)
def test_these_are_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amazon - Employees for Climate", "Amazon"),
        ("American Civil Liberties Union – Maine", "American Civil Liberties Union"),
        ("CNN – staff union", "CNN"),
        ("ACLU, Northern California chapter", "ACLU"),
        ("Hill, Anita", "The Hill"),
        ("Michael Punke, Jr.", "Michael Punke"),
        ("Amazon.com.example", "Amazon"),
        ("Change.org", "Change"),
        ("Union 1", "Union 2"),
        ("Company", "The"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_of_marks_alone_folds_to_nothing() -> None:
    assert fold("!?") == ""
    assert fold("Inc.") == "inc"
    assert fold("The The") == "the"
