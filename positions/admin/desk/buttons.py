"""What the buttons of an article's screen do to its cards, beside keeping and entering them."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from positions.admin.desk.card_view import probable_duplicates
from positions.admin.desk.submission import Submission
from positions.intake.card import Card, confidence_of
from positions.intake.grouping import leads
from positions.intake.manual_card import add_manual_card
from positions.models.names import all_names
from positions.numbers import whole_number

Told = dict[str, list[str]]


def prepare(work: Submission, sent: QueryDict) -> Told | None:
    """Do to the cards what a button asks for, before they are kept; what is wrong with that."""
    asked = sent.get("do", "save")
    if asked == "sure":
        doubtful = probable_duplicates(work.intake, work.cards)
        for card in work.cards:
            if card.is_new and card.number not in doubtful and confidence_of(card) == "sure":
                card.decision = "accept"
    return _add_own(work, sent) if asked == "own" else None


def _add_own(work: Submission, sent: QueryDict) -> Told | None:
    """A card of the words that were marked; a part of the statement of the card that is named."""
    words, before = (_plain(sent.get(name, "")) for name in ("own-words", "own-before"))
    part = sent.get("own-part", "").strip()
    named = next((each for each in work.cards if str(each.number) == part), None)
    if part and (named is None or not named.is_open):
        number = f"card {part}" if whole_number(part) is not None else f"“{part}”"
        return {"own": [f"Words cannot be added to {number}: name a card that is open."]}
    known = work.intake.source or work.intake
    made = add_manual_card(work.intake.text, work.cards, words, all_names(), before, known.kind)
    if isinstance(made, str):
        return {"own": [made]}
    work.carried_out("own")
    work.marked = made.number
    if named is not None:
        lead = leads(work.cards)[named.number]
        made.part_of, made.decision = lead.number, lead.decision
        work.marked = named.number
    return None


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decide_rest(cards: Sequence[Card]) -> list[Card]:
    """Decide on all that is undecided, and give it: words of an accepted statement are accepted.

    All else is rejected.
    """
    lead_of = leads(cards)
    rest = [card for card in cards if card.is_new]
    decided = {card.number: lead_of[card.number].decision == "accept" for card in rest}
    for card in rest:
        card.decision = "accept" if decided[card.number] else "reject"
    return rest
