"""Cards are kept with the article under names that stay."""

from __future__ import annotations

from positions.intake.card import Card, Words, as_stored, read_cards


def test_cards_that_lie_on_the_desk_are_read_under_the_names_they_were_kept_with() -> None:
    kept = {"number": 2, "words": [{"start": 0, "end": 3, "exact": "one", "kept": "one"}]}
    (card,) = read_cards([{**kept, "belongs": 1, "second_of": 7}])
    assert (card.part_of, card.duplicate_of) == (1, 7)
    assert as_stored([card])[0].items() >= {"belongs": 1, "second_of": 7}.items()


def test_cards_are_kept_in_the_order_of_the_text() -> None:
    cards = [Card(number, [Words(at, at + 1, "x", "x")]) for number, at in ((1, 9), (2, 4), (3, 4))]
    assert [each["number"] for each in as_stored(cards)] == [2, 3, 1]
