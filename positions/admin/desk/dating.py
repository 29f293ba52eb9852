"""The date of a card: what was typed, understood as of the article's day; else that day itself."""

from __future__ import annotations

from dataclasses import dataclass

from positions.admin.desk.card import Card
from positions.admin.editing.date_box import not_understood
from positions.choices import DateBasis
from positions.dates import EdtfError, UncertainDate, parse, understand


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
    basis = card.basis or DateBasis.REPORTED
    try:
        return Dating(parse(card.date), basis, card.printed)
    except EdtfError as error:
        known = understand(card.date, published)
        if known is None:
            return Dating(refusal=not_understood(card.date, str(error), published))
        return Dating(known, basis, card.printed or card.date[:120])
