"""A card of the desk: a draft statement as the extraction found it, with the editor's decisions.

Cards are kept as JSON by the article that they were found in, under the names that are given here.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from django.utils import timezone

from positions.choices import (
    Directness,
    QuotationKind,
    StakeholderKind,
    StatementKind,
)
from positions.extraction import How, Pattern
from positions.models import Intake
from positions.numbers import key_of

Decision = Literal["", "accept", "reject"]

NEW, OTHER, NOBODY = "new", "other", ""

# From such a confidence of the extraction on, a card is sure, or likely.
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


class Words(msgspec.Struct):
    """A passage of the text, in code points; ``kept`` is what goes into the record of it."""

    start: int
    end: int
    exact: str
    kept: str


class Found(msgspec.Struct, frozen=True):
    """How the machine found a draft; empty on a card of the editor's own."""

    pattern: str = ""
    confidence: float = 0.0
    warnings: tuple[str, ...] = ()
    mention: str = ""
    how: str = ""
    channel: str = ""
    when: str = ""
    modality: str = ""
    act: int = 0  # the number of the card whose act of saying it goes on with; its own if alone
    likely: bool = True  # whether an editor is likely to want it


class Party(msgspec.Struct):
    """Who is meant: a key among those offered, ``new`` by that name, or ``other`` as typed.

    ``filled`` says that the machine has chosen, as the text names them, and no editor otherwise.
    """

    choice: str = NOBODY
    name: str = ""
    kind: str = StakeholderKind.ADVOCACY.value
    other: str = ""
    offered: list[int] = []
    filled: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the text names somebody, and nobody is chosen yet."""
        return bool(self.name) and not self.choice

    @property
    def key(self) -> int | None:
        """The key of the stakeholder that is chosen, if one of those offered is."""
        return key_of(self.choice) or None


class Judgement(msgspec.Struct):
    """What the words say on a proposition; of a silence, only what was asked."""

    proposition: int | None = None
    stance: str = ""
    directness: str = Directness.EXPLICIT.value
    condition: str = ""
    reason: str = ""

    @property
    def is_blank(self) -> bool:
        return self.proposition is None and not self.stance


class Card(msgspec.Struct):
    """One draft, with what was decided on it.

    ``part_of`` is the number of the card whose statement its words belong to, 0 for a statement of
    their own. ``duplicate_of`` is the key of the recorded statement for which the article is a
    second source, 0 for none. ``part`` and ``capacity`` are those of the speaker, empty where they
    follow from whether somebody is spoken for. ``others`` are the co-signers, one a line, and
    ``kinds`` what unknown ones are added as, by the keys of their lines. ``statement`` is the key
    of the statement that the card was entered as.
    """

    number: int
    words: list[Words]
    found: Found = Found()
    decision: Decision = ""
    quotation: str = QuotationKind.VERBATIM.value
    part_of: int = msgspec.field(default=0, name="belongs")
    speaker: Party = msgspec.field(default_factory=Party)
    behalf: Party = msgspec.field(default_factory=Party)
    others: str = ""
    kinds: dict[str, str] = {}
    role: str = ""
    part: str = ""
    capacity: str = ""
    kind: str = StatementKind.PRESS_STATEMENT.value
    title: str = ""
    date: str = ""
    basis: str = ""
    note: str = ""
    printed: str = ""
    judgements: list[Judgement] = []
    duplicate_of: int = msgspec.field(default=0, name="second_of")
    statement: int | None = None

    @property
    def start(self) -> int:
        """Where the first of its words stands in the text."""
        return self.words[0].start

    @property
    def is_silence(self) -> bool:
        return self.kind == StatementKind.NO_REPLY

    @property
    def is_reported(self) -> bool:
        """Whether others report what was said, in words of theirs; no report of the speaker's."""
        told = self.kind == StatementKind.REPORT and self.quotation == QuotationKind.PARAPHRASE
        return told and self.found.channel != "report"

    @property
    def is_entered(self) -> bool:
        return self.statement is not None

    @property
    def is_open(self) -> bool:
        """Whether a decision on it is still to be carried out or taken."""
        return self.statement is None and self.decision != "reject"

    @property
    def is_new(self) -> bool:
        """Whether nothing was decided on it yet."""
        return self.statement is None and not self.decision


def read_cards(stored: Any) -> list[Card]:
    """The cards that an intake keeps as JSON; ``msgspec.ValidationError`` on anything else."""
    return msgspec.convert(stored, list[Card])


def as_stored(cards: list[Card]) -> Any:
    """The cards as an intake keeps them: in the order of the text."""
    ordered = sorted(cards, key=lambda card: (card.start, card.number))
    return msgspec.to_builtins(ordered)


def keep_cards(intake: Intake, cards: list[Card]) -> None:
    """Save the article as it lies on the desk. Raises StaleEdit where another has saved it."""
    intake.cards = as_stored(cards)
    intake.undecided = sum(card.is_open for card in cards)
    intake.entered = sum(card.is_entered for card in cards)
    finished = not intake.undecided
    intake.finished_at = (intake.finished_at or timezone.now()) if finished else None
    intake.save()


def confidence_of(card: Card) -> str:
    """``sure``, ``likely`` or ``to be checked``; ``yours`` where the editor marked the words."""
    if not card.found.pattern:
        return "yours"
    doubts = card.found.warnings or card.found.modality in MODALITIES or not card.found.likely
    chosen = bool(card.speaker.choice) and not card.behalf.is_open
    if card.found.confidence >= SURE and chosen and not doubts:
        return "sure"
    return "likely" if card.found.confidence >= LIKELY and not doubts else "to be checked"


def how_found(found: Found) -> list[str]:
    """By what it was understood, and what to look at, a phrase each."""
    phrases = [PATTERNS[found.pattern]] if found.pattern in PATTERNS else []
    if found.how in SPEAKERS:
        phrases.append(f"the speaker is {SPEAKERS[found.how]}")
    if found.modality in MODALITIES:
        phrases.append(MODALITIES[found.modality])
    if not found.likely:
        phrases.append("rather the reporter's account than somebody's position")
    return [*phrases, *found.warnings]
