"""Which passages of an article are in the record already, as words of which statement."""

from __future__ import annotations

from collections.abc import Sequence

from positions.intake.card import Card
from positions.models import Intake, Quotation

FEWEST = 4  # words by which a passage is known without its place: “weak” may stand twice


def recognise(intake: Intake, cards: Sequence[Card]) -> dict[int, str]:
    """Mark the cards whose words are quoted from this source; titles of statements by key.

    One query, none where the source is not known.
    """
    if intake.source_id is None:
        return {}
    by_place: dict[tuple[int, int], int] = {}
    by_words: dict[str, int] = {}
    titles: dict[int, str] = {}
    for start, end, exact, pk, title in Quotation.objects.filter(
        source=intake.source_id
    ).values_list("start", "end", "exact", "statement_id", "statement__title"):
        titles[pk] = title
        if start is not None and end is not None:
            by_place[(start, end)] = pk
        elif len(exact.split()) >= FEWEST:
            by_words[exact] = pk
    for card in cards:
        if card.is_entered:
            continue
        for words in card.words:
            known = by_place.get((words.start, words.end)) or by_words.get(words.exact)
            if known is not None:
                card.statement = known
                break
    return titles
