"""When two agree: one definition for the whole site.

On a proposition two agree when both are for it or both against it; they differ when one is for it
and the other against it. Where either is mixed, neutral or unclear, neither can be said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from positions.choices import Stance
from positions.models import Position

OPPOSITE = {"for": "against", "against": "for"}


def sides(holder: int, day: date, propositions: Collection[int]) -> dict[int, str]:
    """On which of these propositions the holder was for or against on that day. One query."""
    rows = Position.objects.as_of(day).filter(holder=holder, proposition__in=propositions)
    return {
        proposition: Stance(stance).side
        for proposition, stance in rows.order_by().values_list("proposition_id", "stance")
        if Stance(stance).side in OPPOSITE
    }


def opposed(taken: Mapping[int, str]) -> dict[int, str]:
    """The same propositions, each with the other side."""
    return {proposition: OPPOSITE[side] for proposition, side in taken.items()}


def n_shared(taken: Mapping[int, str], day: date) -> Combinable:
    """On how many propositions each stakeholder was on the side given, as a column of theirs."""
    same = Q(pk__in=[])
    for side in OPPOSITE:
        propositions = [proposition for proposition, other in taken.items() if other == side]
        stances = [stance for stance in Stance if stance.side == side]
        same |= Q(proposition__in=propositions, stance__in=stances)
    held = Position.objects.as_of(day).filter(same, holder=OuterRef("pk")).order_by()
    counted = held.values("holder").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
