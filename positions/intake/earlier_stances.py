"""What the speakers of an article have said before, for an editor to take over or to know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from positions.models import Position

SHOWN = 6  # of one holder
MOST = 2000  # standing positions of all speakers of one article; newest first


@dataclass(frozen=True, slots=True)
class Earlier:
    """A stance that still stands: “opposes Sales should end (12 May 2018)”."""

    proposition: int
    label: str
    stance: str
    since: date | None


def earlier(holders: Collection[int], topic: int | None) -> dict[int, list[Earlier]]:
    """The positions that stand today, by holder, of that topic or of all. One query."""
    standing = Position.objects.as_of(timezone.localdate()).filter(holder__in=holders)
    if topic is not None:
        standing = standing.filter(proposition__topic=topic)
    rows = standing.order_by("-held_from", "-pk").values_list(
        "holder", "proposition", "proposition__short_label", "stance", "earliest"
    )
    found: dict[int, list[Earlier]] = defaultdict(list)
    for holder, proposition, label, stance, since in rows[:MOST]:
        if len(found[holder]) < SHOWN:
            found[holder].append(Earlier(proposition, label, stance, since))
    return found
