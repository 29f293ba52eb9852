"""A card of the desk: one draft as it was found, and all that the editor has decided on it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from positions.choices import (
    AttributionRole,
    Capacity,
    Directness,
    QuotationKind,
    StakeholderKind,
    StatementKind,
)
from positions.numbers import key_of

Decision = Literal["", "accept", "reject"]

NEW, OTHER, NOBODY = "new", "other", ""


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
    """Who is meant: a key among those offered, ``new`` by that name, or ``other`` as typed."""

    choice: str = NOBODY
    name: str = ""
    kind: str = StakeholderKind.ADVOCACY.value
    other: str = ""
    offered: list[int] = []

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
    """One draft. ``belongs`` is the number of the card whose statement its words are part of.

    ``others`` are those who say it with the speaker, one a line.
    """

    number: int
    words: list[Words]
    found: Found = Found()
    decision: Decision = ""
    quotation: str = QuotationKind.VERBATIM.value
    belongs: int = 0
    speaker: Party = msgspec.field(default_factory=Party)
    behalf: Party = msgspec.field(default_factory=Party)
    others: str = ""
    role: str = ""
    part: str = AttributionRole.AUTHOR.value
    capacity: str = Capacity.ORGANISATIONAL.value
    kind: str = StatementKind.PRESS_STATEMENT.value
    title: str = ""
    date: str = ""
    basis: str = ""
    note: str = ""
    printed: str = ""
    judgements: list[Judgement] = []
    second_of: int = 0
    statement: int | None = None

    @property
    def start(self) -> int:
        """Where the first of its words stands in the text."""
        return self.words[0].start

    @property
    def is_silence(self) -> bool:
        return self.kind == StatementKind.NO_REPLY

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


def written(cards: list[Card]) -> Any:
    """The cards as an intake keeps them: in the order of the text."""
    ordered = sorted(cards, key=lambda card: (card.start, card.number))
    return msgspec.to_builtins(ordered)
