"""The dates of cards that were read before the article's own day was known."""

from __future__ import annotations

from positions.intake.card import Card
from positions.intake.proposing import propose
from positions.models import Intake
from positions.models.names import all_names

UNKNOWN = "unknown"  # what a card says of when, if nothing told it


def read_again(intake: Intake, cards: list[Card]) -> int:
    """Date the cards that had no day to count from; how many of them the text dates otherwise.

    What an editor has dated stays. Nothing is read where nothing waits for it, or no day is known.
    Raises Unread, and dates nothing, where the article cannot be read in its time.
    """
    published = intake.published
    waiting = [card for card in cards if card.is_open and card.found.when == UNKNOWN]
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
            card.belongs = fresh.belongs
    return dated
