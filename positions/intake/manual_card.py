"""A card made by hand: the words that an editor marks are found in the text and put on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from positions.choices import SourceKind, StatementKind
from positions.intake.card import Card, Party, Words
from positions.quoting import find, strip_marks

MOST_OFFERED = 8  # speakers of other cards
# The form of what a document says that is itself in that form.
KIND_BY_SOURCE = {
    SourceKind.LETTER.value: StatementKind.LETTER,
    SourceKind.BLOG_POST.value: StatementKind.BLOG_POST,
    SourceKind.PRESS_RELEASE.value: StatementKind.PRESS_STATEMENT,
    SourceKind.SPEECH.value: StatementKind.SPEECH,
}


def add_manual_card(
    text: str, cards: list[Card], words: str, before: str = "", source_kind: str = ""
) -> Card | str:
    """Add a card for these words of the text; else say where the text departs from them.

    ``before`` is what stands before them, for words that occur more than once. Those who speak
    elsewhere in the article are offered as speakers, nearest first. The form is that of a source
    of such a kind, else that of the nearest card whose words are not only reported.
    """
    bare = strip_marks(words.strip())
    match = find(text, bare, before[-32:])
    if match.selector is None:
        return match.explain()
    place = match.selector
    number = max((card.number for card in cards), default=0) + 1
    near = sorted(cards, key=lambda card: abs(card.start - place.start))
    card = Card(
        number=number,
        words=[Words(place.start, place.end, place.exact, place.exact)],
        speaker=Party(offered=_speakers(near)),
        behalf=Party(offered=_behalves(near)),
        kind=KIND_BY_SOURCE[source_kind].value if source_kind in KIND_BY_SOURCE else _kind(near),
    )
    same = next((each for each in near if _overlaps(each, place.start, place.end)), None)
    if same is not None:  # told of two at once: of the same day, in the same way
        card.date, card.basis, card.printed = same.date, same.basis, same.printed
        card.quotation = same.quotation
        card.kind = card.kind if source_kind in KIND_BY_SOURCE else same.kind
    cards.append(card)
    return card


def _kind(near: Sequence[Card]) -> str:
    said = (each.kind for each in near if not (each.is_silence or each.is_reported))
    return next(said, StatementKind.PRESS_STATEMENT.value)


def _overlaps(card: Card, start: int, end: int) -> bool:
    return any(each.start < end and start < each.end for each in card.words)


def _speakers(cards: Sequence[Card]) -> list[int]:
    return _first(card.speaker for card in cards)


def _behalves(cards: Sequence[Card]) -> list[int]:
    return _first(card.behalf for card in cards)


def _first(parties: Iterable[Party]) -> list[int]:
    keys = (party.key for party in parties)
    return list(dict.fromkeys(key for key in keys if key is not None))[:MOST_OFFERED]
