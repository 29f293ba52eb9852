"""The stakeholders that cards name by key, also those that were merged into others since."""

from __future__ import annotations

from collections.abc import Collection

from positions.models import Merge, Stakeholder


def standing(keys: Collection[int]) -> dict[int, Stakeholder]:
    """Each that is there, or what it was merged into, by the key that a card has.

    One query; some more where one is gone.
    """
    found = Stakeholder.objects.in_bulk(keys)
    gone = set(keys) - found.keys()
    if gone and (now := Merge.led_on(Stakeholder.noun(), gone)):
        kept = Stakeholder.objects.in_bulk(set(now.values()))
        found |= {key: kept[pk] for key, pk in now.items() if pk in kept}
    return found
