"""The published rule: from the claims of one holder on one proposition to its positions.

Claims are sorted by (earliest, latest, statement). A position holds from its earliest day until
the next one's earliest day. A shift is a change of side between one and the next, an unclear one
being passed over. Two whose dates overlap and whose sides are opposite conflict. An open side of a
date counts as the first or the last day that a calendar date can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from positions.choices import Stance

OPPOSITE = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Claim:
    """That one statement gives one holder a stance on one proposition. Ids are database keys."""

    holder: int
    proposition: int
    statement: int
    stance: Stance
    earliest: date | None
    latest: date | None

    @property
    def first(self) -> date:
        return self.earliest or date.min

    @property
    def last(self) -> date:
        return self.latest or date.max


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with the span for which it holds, and how it stands to those around it."""

    claim: Claim
    held_from: date
    held_until: date | None
    previous: Claim | None  # the last clear one before
    shift: bool
    conflicting: bool
    n_statements: int


def hold(claims: Iterable[Claim]) -> list[Held]:
    """Apply the rule to all claims of one holder on one proposition; oldest first."""
    ordered = sorted(claims, key=lambda claim: (claim.first, claim.last, claim.statement))
    conflicting = _conflicting(ordered)
    rows: list[Held] = []
    before: Claim | None = None
    for place, claim in enumerate(ordered):
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        clear = claim.stance != Stance.UNCLEAR
        rows.append(
            Held(
                claim=claim,
                held_from=claim.first,
                held_until=following.first if following else None,
                previous=before,
                shift=clear and before is not None and before.stance.side != claim.stance.side,
                conflicting=place in conflicting,
                n_statements=place + 1,
            )
        )
        if clear:
            before = claim
    return rows


def _conflicting(ordered: Sequence[Claim]) -> set[int]:
    """Places of the claims that overlap with one of the opposite side. Two sweeps, linear."""
    found: set[int] = set()
    latest_end: dict[str, date] = {}
    for place, claim in enumerate(ordered):
        side = claim.stance.side
        if side in OPPOSITE:
            if (
                latest_end.get(OPPOSITE[side], date.min) >= claim.first
                and OPPOSITE[side] in latest_end
            ):
                found.add(place)
            latest_end[side] = max(latest_end.get(side, date.min), claim.last)
    earliest_start: dict[str, date] = {}
    for place in range(len(ordered) - 1, -1, -1):
        claim = ordered[place]
        side = claim.stance.side
        if side in OPPOSITE:
            if earliest_start.get(OPPOSITE[side], date.max) <= claim.last and (
                OPPOSITE[side] in earliest_start
            ):
                found.add(place)
            earliest_start[side] = claim.first
    return found
