"""Who agrees with whom on a proposition: the one definition of the whole site.

Two agree when both are for it or both against it, and differ when one is for and the other against.
Words that are mixed, neutral or unclear settle neither. Whoever was silent has not spoken. Nothing
is weighed: to support strongly and to support agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from positions.choices import Agreement, Stance
from positions.models import Position

OPPOSITE = {"for": "against", "against": "for"}
FOR = tuple(stance for stance in Stance if stance.side == "for")
AGAINST = tuple(stance for stance in Stance if stance.side == "against")


def agreement(stances: Iterable[Stance | None]) -> Agreement:
    """How those with these stances stand to each other; None is of one who has not spoken.

    All who have spoken agree when each two of them do; they differ when any two do.
    """
    spoken = [stance for stance in stances if stance is not None]
    if not spoken:
        return Agreement.NONE_SPOKEN
    if len(spoken) == 1:
        return Agreement.ONE_SPOKEN
    sides = {stance.side for stance in spoken}
    if {"for", "against"} <= sides:
        return Agreement.DIFFER
    return Agreement.AGREE if sides in ({"for"}, {"against"}) else Agreement.UNSAID


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


def on_sides(taken: Mapping[int, str], path: str = "") -> Q:
    """Of a position, or of rows that lead to one by ``path``: that it is on the side given."""
    same = Q(pk__in=[])
    for side, stances in (("for", FOR), ("against", AGAINST)):
        propositions = [proposition for proposition, other in taken.items() if other == side]
        same |= Q((f"{path}proposition__in", propositions), (f"{path}stance__in", stances))
    return same


def n_shared(taken: Mapping[int, str], day: date) -> Combinable:
    """On how many propositions each stakeholder was on the side given, as a column of theirs."""
    held = Position.objects.as_of(day).filter(on_sides(taken), holder=OuterRef("pk")).order_by()
    counted = held.values("holder").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())
