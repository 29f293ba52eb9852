"""Two at one article: card by card, what each changed is kept; what both changed is asked about.

The page carries a mark of each card as it was drawn. Sent back, three marks of it are known: as it
was drawn, as it is kept by now, and as it was sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from positions.admin.desk.forms import HEAD_FIELDS
from positions.intake.card import Card
from positions.models import Intake

SEEN = "seen"
HEAD_SEEN, TOPIC_SEEN = f"head-{SEEN}", f"topic-{SEEN}"
Whose = Literal["mine", "theirs", "both"]
# Of a card, what no editor changes on the page.
_NOT_TYPED = ("number", "found", "printed", "statement")


def whose(drawn: str, kept: str, sent: str) -> Whose:
    """Whose is to be kept, by the three marks; of what both changed otherwise, it is asked."""
    if kept in (drawn, sent):
        return "mine"
    return "theirs" if sent == drawn else "both"


def mark_of(card: Card) -> str:
    """What tells a card from one that was decided or typed otherwise, in a few characters."""
    typed = {
        name: _plain(value)
        for name, value in msgspec.to_builtins(card).items()
        if name not in _NOT_TYPED
    }
    return _mark(typed)


def mark_of_head(intake: Intake) -> str:
    """The same of what was typed of the article itself."""
    return _mark({name: str(getattr(intake, name) or "").strip() for name in HEAD_FIELDS})


def marks_of(intake: Intake, cards: Iterable[Card]) -> dict[str, str]:
    """All marks that the page carries, by their fields."""
    head = {HEAD_SEEN: mark_of_head(intake), TOPIC_SEEN: str(intake.topic_id or "")}
    return head | {field_of(card.number): mark_of(card) for card in cards}


def field_of(number: int) -> str:
    """The name under which the page carries the mark of a card."""
    return f"c{number}-{SEEN}"


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):  # whom the machine offered is not typed
        return {name: _plain(each) for name, each in value.items() if name != "offered"}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _mark(typed: Mapping[str, Any]) -> str:
    return hashlib.sha256(msgspec.json.encode(typed, order="sorted")).hexdigest()[:16]
