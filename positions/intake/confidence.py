"""How sure a draft is and how it was understood, in words (pure)."""

from __future__ import annotations

from positions.intake.card import Card, Found

SURE, LIKELY = 0.85, 0.7

PATTERNS = {
    "quotation-verb-subject": "quoted words, followed by “said” and the speaker",
    "quotation-subject-verb": "quoted words, followed by the speaker and “said”",
    "transcript": "the speaker's turn in a transcript",
    "participle": "words after “saying” or the like",
    "that-clause": "told with “that”",
    "zero-that": "told, without “that”",
    "no-reply": "said not to have replied",
    "colon": "words after a colon",
    "floating": "quoted words without a verb of saying of their own",
    "block": "a paragraph of quoted words",
    "cue-before": "words after “called”, “said” or the like",
    "stance": "a verb that takes a side",
    "trailing": "told, with the speaker at the end",
    "quoted-document": "words quoted from a document",
}
SPEAKERS = {
    "pronoun": "understood from a pronoun",
    "misprint": "understood from a name printed otherwise",
    "head noun": "described, not named",
    "unnamed": "not named, so that the organisation speaks",
    "document": "a document, which speaks for whoever issued it",
    "unknown": "not understood",
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
    phrases = [PATTERNS.get(found.pattern, found.pattern)] if found.pattern else []
    if found.how in SPEAKERS:
        phrases.append(f"the speaker is {SPEAKERS[found.how]}")
    if found.modality in MODALITIES:
        phrases.append(MODALITIES[found.modality])
    if not found.likely:
        phrases.append("rather the reporter's account than somebody's position")
    return [*phrases, *found.warnings]
