"""The marks by which the screen of an article tells how each of its cards was when it was drawn.

Sent back, three marks of a card are known: as it was drawn, as it is kept by now, and as it was
sent. By these, what two editors changed is merged card by card; see ``submission``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from positions.admin.desk.forms import HEAD_FIELDS
from positions.admin.editing import merged
from positions.intake.card import Card
from positions.models import Intake

SEEN = "seen"
HEAD_SEEN, TOPIC_SEEN = f"head-{SEEN}", f"topic-{SEEN}"
# Of a card, what no editor changes on the page.
_NOT_TYPED = ("number", "found", "printed", "statement")


def mark_of(card: Card) -> str:
    """What tells a card from one that was decided or typed otherwise, in a few characters."""
    typed = {
        name: value for name, value in msgspec.to_builtins(card).items() if name not in _NOT_TYPED
    }
    return merged.mark_of(_plain(typed))


def mark_of_head(intake: Intake) -> str:
    """The same of what was typed of the article itself."""
    return merged.mark_of([str(getattr(intake, name) or "").strip() for name in HEAD_FIELDS])


def marks_of(intake: Intake, cards: Iterable[Card]) -> dict[str, str]:
    """All marks that the page carries, by their fields."""
    head = {HEAD_SEEN: mark_of_head(intake), TOPIC_SEEN: str(intake.topic_id or "")}
    return head | {field_of(card.number): mark_of(card) for card in cards}


def field_of(number: int) -> str:
    """The name under which the page carries the mark of a card."""
    return f"c{number}-{SEEN}"


def _plain(value: Any) -> Any:
    """A value so that two are compared: spaces around, order of names and offers do not count."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):  # whom the machine offered is not typed
        return {name: _plain(value[name]) for name in sorted(value) if name != "offered"}
    return [_plain(each) for each in value] if isinstance(value, list) else value
