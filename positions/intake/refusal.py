"""Why cards cannot be entered: the errors of each card and field, gathered over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

ARTICLE = 0  # stands for the article itself, where errors are kept by the number of their card
WHOLE_CARD = ""  # stands for the whole card
# What to do about a field that is empty: several of a card may be, and each is named.
CURE_OF_MISSING = {
    "proposition": "Choose the proposition on which it takes that stance.",
    "stance": "Choose a stance on that proposition, or take the proposition off.",
    "reason": "Give the reason: which words carry the stance, and how.",
    "exact": "Keep the words, or reject the card.",
    "title": "Give it a title.",
}


@dataclass(slots=True)
class Refusal:
    """Errors by card and field; ``doubts_dates`` where one is to be confirmed or corrected."""

    errors: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    doubts_dates: bool = False

    def __bool__(self) -> bool:
        return bool(self.errors)

    def add(self, card: int, name: str, *messages: str) -> None:
        """Note errors of a field, each once."""
        there = self.errors.setdefault(card, {}).setdefault(name, [])
        there += (message for message in messages if message not in there)

    def add_all(self, card: int, error: ValidationError, names: dict[str, str]) -> None:
        """Note what a model refused, under the names that its fields have on the card."""
        if not hasattr(error, "error_dict"):
            self.add(card, names.get(NON_FIELD_ERRORS, WHOLE_CARD), *error.messages)
            return
        for name, found in error.error_dict.items():
            where = names.get(name, names.get(NON_FIELD_ERRORS, WHOLE_CARD))
            for each in found:
                missing = each.code in ("blank", "null", "required") and CURE_OF_MISSING.get(name)
                self.add(card, where, *([missing] if missing else each.messages))

    def of(self, cards: Iterable[int]) -> bool:
        """Whether there are errors of any of these."""
        return any(number in self.errors for number in cards)


class CardsRefused(Exception):
    """Nothing was entered."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(f"{len(refusal.errors)} cards cannot be entered as they stand.")
