"""The date of a card: what was typed, understood as of the article's day; else that day itself."""

from __future__ import annotations

from dataclasses import dataclass

from positions.choices import DateBasis
from positions.dates import Refused, UncertainDate, is_words, not_understood, understand
from positions.intake.card import Card


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its basis and its printed words, or why there is none.

    ``refusal`` stands by itself, ``brief`` beside the words.
    """

    date: UncertainDate | None = None
    basis: str = ""
    printed: str = ""
    refusal: str = ""
    brief: str = ""

    def __str__(self) -> str:
        """What stands below the box."""
        return self.brief or str(self.date or "")


def dated(card: Card, published: UncertainDate | None) -> Dating:
    """When the words of a card were said: an account written then gives it, unless it is said."""
    if not card.date:
        if published is None:
            return Dating()
        return Dating(published, card.basis or DateBasis.PUBLICATION, card.printed)
    meaning = understand(card.date, published)
    if isinstance(meaning, Refused):
        refusal = not_understood(card.date, meaning, published)
        return Dating(refusal=refusal, brief=meaning.brief)
    printed = card.printed
    if not printed and meaning.basis != "edtf" and is_words(card.date):
        printed = card.date[:120]
    return Dating(meaning.date, card.basis or DateBasis.REPORTED, printed)
