"""Whom a text means among the names that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.naming import Named, Names, chosen, fold, with_initials

AMAZON = Named(1, "Amazon", "amazon", False)
OTHER = Named(2, "AMAZON", "other", False)
PERSON = Named(3, "Amazon", "person", True)


def known(*several: Named, **aliases: str) -> Names:
    names = Names()
    for each in several:
        names.add(each, each.name, aliases.get(each.slug, ""))
    return names


def test_an_exact_name_wins() -> None:
    names = known(AMAZON, OTHER)
    assert names.find("Amazon") == (AMAZON,)
    assert names.find("AMAZON") == (OTHER,)


def test_two_that_fit_are_both_given() -> None:
    assert known(AMAZON, OTHER).find("amazon, inc.") == (OTHER, AMAZON)


def test_the_slug_in_brackets_says_who_is_meant() -> None:
    names = known(AMAZON, OTHER, PERSON)
    assert names.find("gr[other]") == (OTHER,)
    assert names.find("Amazon [person]") == (PERSON,)
    assert names.find("Amazon [nobody]") == ()


def test_only_the_kind_that_is_asked_for_is_meant() -> None:
    names = known(AMAZON, PERSON)
    assert names.find("Amazon", people=True) == (PERSON,)
    assert names.find("Amazon", people=False) == (AMAZON,)
    assert (
        names.find("Amazon [person]", people=False) == (AMAZON,)
        or names.find("Amazon [person]", people=False) == ()
    )


@pytest.mark.parametrize("typed", ["Amazn", "Amazone", "Amazin", "Amaozn"])
def test_one_slip_is_offered_and_never_meant(typed: str) -> None:
    names = known(AMAZON)
    assert names.find(typed) == ()
    assert names.misprinted(typed) == (AMAZON,)
    assert names.near(typed) in ((AMAZON,), ())


def test_who_is_meant_is_not_offered() -> None:
    assert known(AMAZON).near("amazon") == known(AMAZON).misprinted("amazon") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Example [slug]", ("Example", "slug")),
        ("[slug]", ("", "slug")),
        ("Example", ("Example", "")),
        ("Example [two words]", ("Example [two words]", "")),
        ("[a] Example", ("[a] Example", "")),
    ],
)
def test_a_slug_in_brackets_is_read_at_the_end(text: str, name: tuple[str, str]) -> None:
    assert chosen(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NRDC (Natural Resources Example Council)", ("Natural Resources Example Council", "NRDC")),
        ("Natural Resources Example Council (NRDC)", ("Natural Resources Example Council", "NRDC")),
        ("Example Union (north)", ("Example Union (north)", "")),
        ("Example Union (North Branch)", ("Example Union (North Branch)", "")),
        ("Example Union", ("Example Union", "")),
        ("ABC (DEF)", ("ABC (DEF)", "")),
    ],
)
def test_name_and_abbreviation_are_told_apart(text: str, name: tuple[str, str]) -> None:
    assert with_initials(text) == name


stored = st.lists(
    st.sampled_from(["Amazon", "AMAZON", "Amazon, Inc.", "The Amazon", "Straße", "Strasse", "a b"])
    | st.text("aAé.& ", min_size=1, max_size=6).filter(str.strip),
    min_size=1,
    max_size=8,
    unique=True,
)


@given(stored)
def test_no_two_stored_names_are_joined(several: list[str]) -> None:
    parties = [Named(pk, name, f"slug-{pk}", False) for pk, name in enumerate(several)]
    names = known(*parties)
    for party in parties:
        same = [each for each in parties if each.name.strip() == party.name.strip()]
        found = names.find(party.name)
        if party.name == party.name.strip():
            assert found == (party,)
        else:
            assert set(same) & set(found) or not fold(party.name)
        assert all(fold(each.name) == fold(party.name) for each in found)
