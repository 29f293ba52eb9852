"""A card of words that an editor marks offers whoever is named around them."""

from __future__ import annotations

from copy import deepcopy

import pytest

from positions.intake.card import Card, Decision
from positions.intake.manual_card import add_manual_card, names_around
from positions.intake.proposing import propose
from positions.naming import Named, Names

DAY = "2024-05-08"
TEXT = """Anglers reject the weir

By Jane Sample

The Lowmere Example Board met on Monday. But Dr Mara Q. Example, of Friends of the Weir, left early.

“It is dry,” Example’s letter said. Mr. Field agreed that the weir was a staircase.

Elodie Field is its director.
"""


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def own(words: str, names: Names) -> Card:
    made = add_manual_card(TEXT, [], words, names)
    assert isinstance(made, Card)
    return made


def test_names_of_the_same_paragraph_come_first_and_a_surname_is_its_full_name() -> None:
    around = names_around(TEXT, *place("It is dry"))
    assert around[:2] == ["Mara Q. Example", "Elodie Field"]
    assert set(around[2:]) == {"Lowmere Example Board", "Friends of the Weir"}


def test_who_is_named_within_the_words_comes_after_those_around_them() -> None:
    around = names_around(TEXT, *place("The Lowmere Example Board met"))
    assert around[0] == "Mara Q. Example"
    assert around[-1] == "Lowmere Example Board"


def test_somebody_known_is_offered_and_nobody_chosen() -> None:
    names = Names()
    names.add(Named(7, "Friends of the Weir", "fotw", is_person=False), "Friends of the Weir")
    names.add(Named(8, "Mara Q. Example", "mqe", is_person=True), "Mara Q. Example")
    card = own("It is dry", names)
    assert card.speaker.offered == [8, 7]
    assert card.behalf.offered == [7]
    assert (card.speaker.choice, card.behalf.choice) == ("", "")
    assert card.speaker.name == "Elodie Field"


def test_somebody_unknown_is_named_as_the_new_one_with_a_kind() -> None:
    card = own("It is dry", Names())
    assert (card.speaker.name, card.speaker.kind) == ("Mara Q. Example", "person")
    assert card.behalf.name in {"Lowmere Example Board", "Friends of the Weir"}
    assert not card.speaker.choice


TOLD = (
    "Mara Vell said on Friday that the weir was “a sieve”, and that its owners were asleep.\n\n"
    "“Nobody asked us,” Odd Brae said."
)


def test_more_words_around_a_fragment_are_given_to_its_card_with_who_says_it_and_when() -> None:
    cards, _ = propose(TOLD, DAY, Names())
    before = [each.number for each in cards]
    part = next(each for each in cards if "a sieve" in each.words[0].exact)
    made = add_manual_card(TOLD, cards, "the weir was “a sieve”, and that its owners", Names())
    assert made is part
    assert [each.number for each in cards] == before
    assert [(each.exact, each.kept) for each in part.words] == [
        ("the weir was “a sieve”, and that its owners",) * 2
    ]
    assert (part.speaker.name, part.speaker.filled, part.date) == ("Mara Vell", True, "2024-05-03")


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("“Nobody asked us,” Odd Brae said", ""),  # a whole quotation is the speaker's own
        ("the weir was “a sieve”, and", "accept"),  # it was decided on
        ("sieve”, and that its owners", ""),  # a part of it alone
        ("a sieve”, and that its owners were asleep.\n\n“Nobody asked us,", ""),  # of two
    ],
)
def test_other_words_around_those_of_a_card_get_a_card_of_their_own(
    words: str, decided: Decision
) -> None:
    cards, _ = propose(TOLD, DAY, Names())
    before = list(cards)
    kept = [deepcopy(each.words) for each in cards]
    for each in cards:
        each.decision = decided
    made = add_manual_card(TOLD, cards, words, Names())
    assert isinstance(made, Card), made
    assert not any(made is each for each in before)
    assert [each.words for each in before] == kept


def test_a_court_of_the_us_and_initials_are_offered_whole() -> None:
    text = "On Tuesday judges of the U.S. Court of Appeals met J.R. Vell, and it was over."
    assert set(names_around(text, text.index("and it"), len(text))) >= {
        "U.S. Court of Appeals",
        "J.R. Vell",
    }
