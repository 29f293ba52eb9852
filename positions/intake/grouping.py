"""Which cards are words of one statement: first proposed, then as the editor has it (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from positions.choices import StatementKind
from positions.intake.card import Card, Party
from positions.naming import fold

NEAR = 2500  # characters between two passages of one act of saying, at most
OPENING = 400  # characters: in these an article says first what it then tells in full

# An article calls one and the same document by any of these.
SAME_DOCUMENT: tuple[frozenset[str], ...] = (
    frozenset({StatementKind.BLOG_POST, StatementKind.GUIDELINES}),
    frozenset({StatementKind.LETTER, StatementKind.OPEN_LETTER}),
)
# What the card that leads says of its statement.
DESCRIPTION = (
    *("speaker", "behalf", "others", "kinds", "role", "part", "capacity", "kind"),
    *("title", "date", "basis", "note", "printed"),
)


@dataclass(slots=True)
class _Lead:
    card: Card
    end: int
    channel: str
    acts: set[int]


def group(cards: Iterable[Card], published: str = "") -> None:
    """Propose that words of one act of saying, as the extraction tells, are one statement.

    So are words near each other, of one speaker, form and date, whatever the extraction tells.

    The first of them leads: its speaker, date and form are those of the statement. A form or a
    date that only a later one names is taken over. Undated words are of the day of publication.
    """
    leads: list[_Lead] = []
    for card in cards:
        end = max(each.end for each in card.words)
        for lead in reversed(leads):
            near = card.start - lead.end <= NEAR or 0 < card.found.act in lead.acts
            if near and _may_be_one(lead, card, published):
                card.part_of = lead.card.number
                lead.end = max(lead.end, end)
                lead.acts.add(card.found.act)
                if not lead.card.date or _opens(lead, card):
                    _take_date(lead.card, card)
                if not lead.channel:
                    lead.channel = card.found.channel
                    lead.card.kind = card.kind if lead.channel else _weightier(lead.card, card)
                elif card.kind == StatementKind.GUIDELINES:
                    lead.card.kind = card.kind  # the post holds them
                break
        else:
            leads.append(_Lead(card, end, card.found.channel, {card.found.act}))


def _may_be_one(lead: _Lead, card: Card, published: str) -> bool:
    one = lead.card
    if one.is_silence or card.is_silence:
        return False
    if card.found.act and card.found.act in lead.acts and _same_choice(one, card):
        return True
    if (one.date or published) != (card.date or published) and not _opens(lead, card):
        return False
    if not lead.channel or not card.found.channel or one.kind == card.kind:
        return _same_voice(one, card)
    kinds = {one.kind, card.kind}
    return any(kinds <= same for same in SAME_DOCUMENT) and _same_voice(one, card)


def _same_choice(one: Card, other: Card) -> bool:
    """Whether no two different stakeholders are chosen for two cards."""
    chosen = {_who(each.speaker) for each in (one, other) if each.speaker.choice}
    return len(chosen) < 2


def _who(party: Party) -> str:
    """By what somebody is the same on two cards: the known one that is chosen, else the name."""
    return str(party.key) if party.key is not None else fold(party.name)


def _opens(lead: _Lead, card: Card) -> bool:
    """Whether an article begins with what a document says that it then names and dates."""
    one = lead.card
    told = one.kind == StatementKind.REPORT and not (lead.channel or one.date or one.part_of)
    return told and one.number == 1 and bool(card.found.channel) and card.start <= OPENING


def _take_date(one: Card, other: Card) -> None:
    if other.date:
        one.date, one.basis, one.printed = other.date, other.basis, other.printed


def _same_voice(one: Card, other: Card) -> bool:
    if other.found.how == "unnamed" and _is_of(other.speaker.name, one.speaker.name):
        return True  # somebody without a name speaks for a part of it
    who = _who(one.speaker)
    return bool(who) and who == _who(other.speaker)


def _is_of(part: str, whole: str) -> bool:
    """Whether a name begins with that of the whole: Example Water Services, of Example."""
    words, beginning = fold(part).split(), fold(whole).split()
    return 0 < len(beginning) < len(words) and words[: len(beginning)] == beginning


def _weightier(one: Card, other: Card) -> str:
    """Of forms that nobody names: that somebody was quoted tells more than that it is told."""
    return other.kind if one.kind == StatementKind.REPORT else one.kind


def hand_over(cards: Sequence[Card]) -> None:
    """Where a leading card is rejected, let the first that is left of its group lead the others.

    What is said of the statement goes over with it: only the words are rejected.
    """
    lead_of = leads(cards)
    for lead in cards:
        if lead.decision != "reject" or lead.is_entered:
            continue
        left = [each for each in cards if each.is_open and lead_of[each.number] is lead]
        for card in left[1:]:
            card.part_of = left[0].number
        for card in left[:1]:
            card.part_of = 0
            for name in DESCRIPTION:
                setattr(card, name, deepcopy(getattr(lead, name)))


def leads(cards: Sequence[Card]) -> dict[int, Card]:
    """The leading card of each card, by its number; one that names no other card leads itself.

    A card that belongs to one which itself belongs to another follows on; a ring leads itself.
    """
    known = {card.number: card for card in cards}
    found = {}
    for card in cards:
        lead, passed = card, {card.number}
        while (following := known.get(lead.part_of)) and following.number not in passed:
            lead = following
            passed.add(lead.number)
        found[card.number] = card if lead.part_of in known else lead
    return found
