"""A card of words that an editor marks offers whoever is named around them."""

from __future__ import annotations

from positions.intake.card import Card
from positions.intake.manual_card import add_manual_card, names_around
from positions.naming import Named, Names

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
