"""How sure a draft is and how it was understood, in words (pure)."""

from __future__ import annotations

from positions.extraction import How, Pattern
from positions.intake.card import Card, Found

SURE, LIKELY = 0.85, 0.7

PATTERNS = {each.value: each.meaning for each in Pattern}
SPEAKERS = {
    each.value: each.meaning
    for each in (
        How.PRONOUN,
        How.MISPRINT,
        How.HEAD_NOUN,
        How.UNNAMED,
        How.DOCUMENT,
        How.UNKNOWN,
    )
}
MODALITIES = {
    "negated": "denied: what somebody did not say",
    "conditional": "conditional: what somebody would say",
    "asked": "a question, not an assertion",
}


def sureness(card: Card) -> str:
    """``sure``, ``likely`` or ``to be checked``; ``yours`` where the editor marked the words."""
    if not card.found.pattern:
        return "yours"
    doubts = card.found.warnings or card.found.modality in MODALITIES or not card.found.likely
    known = bool(card.speaker.choice)
    if card.found.confidence >= SURE and known and not doubts:
        return "sure"
    return "likely" if card.found.confidence >= LIKELY and not doubts else "to be checked"


def understood(found: Found) -> list[str]:
    """By what it was understood, and what to look at, a phrase each."""
    phrases = [PATTERNS[found.pattern]] if found.pattern in PATTERNS else []
    if found.how in SPEAKERS:
        phrases.append(f"the speaker is {SPEAKERS[found.how]}")
    if found.modality in MODALITIES:
        phrases.append(MODALITIES[found.modality])
    if not found.likely:
        phrases.append("rather the reporter's account than somebody's position")
    return [*phrases, *found.warnings]
