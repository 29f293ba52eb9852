"""Which names are alike, and which are not though they look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.merging.likeness import Called, alike, likenesses
from positions.naming import fold

NAMES = st.text(
    st.sampled_from("AaBbÉé .-&’1 "), max_size=20
)  # few letters, so that many are alike


def score(one: str, other: str) -> int:
    """How alike the two names are when each is all that one thing is called."""
    found = likenesses([Called(1, (one,)), Called(2, (other,))])
    return found[0].score if found else 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Example Union, Inc.", "Example Union"),
        ("Société Exemple", "Societe Exemple SA"),
        ("Example-Watch", "Example Watch"),
        ("Neema Example Guliani", "Neema Example Giuliani"),
        ("Example Organization for Rights", "Example Organisation for Rights"),
        ("Rights Example Union", "Example Rights Union"),
        ("Amazn", "Amazon"),
        ("Example Civil Liberties Union", "ECLU"),
        ("Example Committee on the Rights of Zebras", "ECRZ"),
        ("Example Civil Liberties Union", "Example Civil Liberties Union Fund"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert score(one, other) >= 88


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Example Web Services", "Example"),
        ("Northern Example Coalition", "Southern Example Coalition"),
        ("Example Chapter 12", "Example Chapter 13"),
        ("Jane Example", "John Example"),
        ("Example Union", "Example Onion Growers"),
        ("", ""),
        ("Inc.", "Ltd"),
        ("EU", "Example Union"),  # two letters are the initials of too much
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert score(one, other) == 0


def test_the_likest_come_first_each_pair_once_with_its_reason() -> None:
    found = likenesses(
        [
            Called(3, ("Example Watch", "Example Wotch")),
            Called(1, ("Example Watch",)),
            Called(2, ("Example Watch Europe",), ("EWE",)),
            Called(4, ("Example Wotch Europe",), ("EWE",)),
        ]
    )
    assert [(each.pair, each.why) for each in found] == [
        ((1, 3), "Both are called “Example Watch”"),
        ((2, 4), "“EWE” is short for “Example Watch Europe”"),
    ]


def test_a_name_that_very_many_have_does_not_pair_them_all() -> None:
    found = likenesses(Called(pk, ("Press release",)) for pk in range(2000))
    assert 0 < len(found) < 1000


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=8))
def test_whatever_they_are_called_no_pair_is_of_one_or_told_twice(names: list[list[str]]) -> None:
    found = likenesses(Called(pk, tuple(each)) for pk, each in enumerate(names))
    assert all(each.one < each.other for each in found)
    assert len({each.pair for each in found}) == len(found)
    for pk, each in enumerate(names):
        same = [other for other, those in enumerate(names) if other != pk and each[0] in those]
        if fold(each[0]):
            assert {(min(pk, other), max(pk, other)) for other in same} <= {
                each.pair for each in found if each.score == 100
            }


@given(NAMES.map(fold), NAMES.map(fold))
def test_likeness_is_mutual(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
