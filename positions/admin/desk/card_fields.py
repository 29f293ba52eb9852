"""What the screen of an article has sent of its cards, read into them field by field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.core.exceptions import BadRequest
from django.http import QueryDict
from msgspec.structs import replace

from positions.choices import (
    AttributionRole,
    Capacity,
    DateBasis,
    Directness,
    QuotationKind,
    StakeholderKind,
    Stance,
    StatementKind,
    Vocabulary,
)
from positions.intake.card import NEW, NOBODY, OTHER, Card, Decision, Judgement, Party
from positions.intake.signatories import LINE_KEY
from positions.numbers import whole_number

PRESENT = "card"  # sent once for each card that the form holds, with its number
MOST_JUDGEMENTS = 6  # at most, on one card
DECISIONS = ("", "accept", "reject")


def take(cards: Iterable[Card], data: QueryDict) -> list[Card]:
    """Read into the cards what was sent of them; those that were. Entered ones stay as they are.

    Raises BadRequest, naming field and value, for what the page cannot have sent.
    """
    sent = set(data.getlist(PRESENT))
    taken = [card for card in cards if str(card.number) in sent and not card.is_entered]
    for card in taken:
        read_into(card, data)
    return taken


def read_into(card: Card, data: QueryDict) -> None:
    """Read into a card what was sent of it; what was not sent stays. Raises BadRequest."""
    _CardFields(data, f"c{card.number}-").read_into(card)


class _CardFields:
    """Reads the fields of one card, which share a prefix; a field that was not sent stays."""

    def __init__(self, data: QueryDict, prefix: str) -> None:
        self.data = data
        self.prefix = prefix

    def read_into(self, card: Card) -> None:
        if self.data.get(f"{self.prefix}decision") is not None:
            decision = self.among("decision", card.decision, DECISIONS)
            card.decision = cast("Decision", decision)
        for place, words in enumerate(card.words):
            words.kept = self.text(f"w{place}", words.kept)
        card.quotation = self.of(QuotationKind, "quotation", card.quotation)
        card.part_of = self.number("belongs", card.part_of)
        self.party("speaker", card.speaker)
        self.party("behalf", card.behalf)
        card.others = self.text("others", card.others)
        card.kinds = self.kinds(card.kinds)
        card.role = self.text("role", card.role)
        card.part = self.of(AttributionRole, "part", card.part, blank=True)
        card.capacity = self.of(Capacity, "capacity", card.capacity, blank=True)
        card.kind = self.of(StatementKind, "kind", card.kind)
        card.title = self.text("title", card.title)
        card.date = self.text("date", card.date)
        card.basis = self.of(DateBasis, "basis", card.basis, blank=True)
        card.note = self.text("note", card.note)
        card.duplicate_of = self.number("second", 0)  # not sent where none is offered any more
        if self.prefix + "j0-proposition" in self.data:
            rows = (self.judgement(f"j{row}-") for row in range(MOST_JUDGEMENTS))
            card.judgements = [row for row in rows if row and not row.is_blank]

    def party(self, name: str, party: Party) -> None:
        offered = (NOBODY, NEW, OTHER, *map(str, party.offered))
        before = replace(party)
        party.choice = self.among(name, party.choice, offered)
        party.name = self.text(f"{name}-name", party.name)
        party.kind = self.of(StakeholderKind, f"{name}-kind", party.kind)
        party.other = self.text(f"{name}-other", party.other)
        party.filled = party.filled and party == before

    def kinds(self, now: dict[str, str]) -> dict[str, str]:
        """What the lines of the others are added as, by their keys."""
        if self.prefix + "others" not in self.data:
            return now
        begins = self.prefix + LINE_KEY
        keys = [name.removeprefix(self.prefix) for name in self.data if name.startswith(begins)]
        sent = {key: self.of(StakeholderKind, key, "", blank=True) for key in keys}
        return {key: kind for key, kind in sent.items() if kind}

    def judgement(self, row: str) -> Judgement | None:
        if f"{self.prefix}{row}proposition" not in self.data:
            return None
        return Judgement(
            proposition=self.number(f"{row}proposition", 0) or None,
            stance=self.of(Stance, f"{row}stance", "", blank=True),
            directness=self.of(Directness, f"{row}directness", Directness.EXPLICIT),
            condition=self.text(f"{row}condition", ""),
            reason=self.text(f"{row}reason", ""),
        )

    def text(self, name: str, now: str) -> str:
        value = self.data.get(self.prefix + name)
        if value is None:
            return now
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()

    def number(self, name: str, now: int) -> int:
        value = self.text(name, str(now))
        if not value:
            return 0
        number = whole_number(value)
        if number is None:
            raise BadRequest(f"{self.prefix}{name}={value!r} is no number: send digits or nothing.")
        return number

    def of(self, vocabulary: type[Vocabulary], name: str, now: str, *, blank: bool = False) -> str:
        values = vocabulary.values
        return self.among(name, now, ("", *values) if blank else values)

    def among(self, name: str, now: str, values: Iterable[str]) -> str:
        value = self.data.get(self.prefix + name, now)
        if value not in values:
            allowed = ", ".join(each or "nothing" for each in values)
            raise BadRequest(f"{self.prefix}{name}={value!r} is not one of: {allowed}.")
        return str(value)
