"""The date of a card: what was typed, read as of the article's day, or else that day itself.

Cards that were read before the article's own day was known are dated again once it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from positions.choices import DateBasis
from positions.dates import Refused, UncertainDate, is_words, not_understood, understand
from positions.intake.card import Card
from positions.intake.proposing import propose
from positions.models import Intake
from positions.models.names import all_names

NOT_TOLD = "unknown"  # what a card says of when, if nothing told it


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


def redate(intake: Intake, cards: list[Card]) -> int:
    """Date the cards that had no day to count from; how many of them the text dates otherwise.

    What an editor has dated stays. Nothing is read where nothing waits for it, or no day is known.
    Raises Unread, and dates nothing, where the article cannot be read in its time.
    """
    published = intake.published
    waiting = [card for card in cards if card.is_open and card.found.when == NOT_TOLD]
    if published is None or not waiting:
        return 0
    again, _ = propose(intake.text, published.edtf, all_names())
    found = {(each.start, each.found.pattern): each for each in again}
    untouched = all(card.is_new for card in waiting)
    dated = 0
    for card in waiting:
        fresh = found.get((card.start, card.found.pattern))
        if fresh is None:
            continue
        card.found = fresh.found
        if not card.date and fresh.date:
            card.date, card.printed = fresh.date, fresh.printed
            card.basis = card.basis or fresh.basis
            dated += 1
        if untouched and fresh.number == card.number:
            card.part_of = fresh.part_of
    return dated
