"""The date of a card: what was typed, understood as of the article's day; else that day itself."""

from __future__ import annotations

from dataclasses import dataclass

from positions.admin.desk.card import Card
from positions.admin.editing.date_box import is_words, not_understood
from positions.choices import DateBasis
from positions.dates import Refused, UncertainDate, understand


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its basis and its printed words, or why there is none."""

    date: UncertainDate | None = None
    basis: str = ""
    printed: str = ""
    refusal: str = ""


def dated(card: Card, published: UncertainDate | None) -> Dating:
    """When the words of a card were said: an account written then gives it, unless it is said."""
    if not card.date:
        if published is None:
            return Dating()
        return Dating(published, card.basis or DateBasis.PUBLICATION, card.printed)
    meaning = understand(card.date, published)
    if isinstance(meaning, Refused):
        return Dating(refusal=not_understood(card.date, meaning, published))
    printed = card.printed
    if not printed and meaning.basis != "edtf" and is_words(card.date):
        printed = card.date[:120]
    return Dating(meaning.date, card.basis or DateBasis.REPORTED, printed)
