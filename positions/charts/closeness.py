"""Who stands closest to a holder, and who furthest from it, by the propositions both spoke on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from django.db.models import Count, Q

from positions.derivation.agreement import AGAINST, FOR
from positions.models import Position, Stakeholder
from positions.models.position import PositionQuerySet
from positions.records import StakeholderRef
from positions.records.parts import NAMED, stakeholder_ref

# Of the holder whose neighbours are sought: those on which it spoke last. On each of them all
# others are read, so this bounds what a profile costs in a large archive.
MOST_PROPOSITIONS = 25


@dataclass(frozen=True, slots=True)
class Common:
    """On how many of the propositions on which both have spoken another agrees, differs, neither.

    ``unsaid`` are those on which mixed, neutral or unclear words stand between the two.
    """

    agree: int
    differ: int
    unsaid: int

    @property
    def both(self) -> int:
        """On how many both have spoken."""
        return self.agree + self.differ + self.unsaid

    def plus(self, other: Common) -> Common:
        """Both counts together."""
        return Common(
            self.agree + other.agree, self.differ + other.differ, self.unsaid + other.unsaid
        )

    @property
    def margin(self) -> int:
        """How many more agreements there are than differences."""
        return self.agree - self.differ


@dataclass(frozen=True, slots=True)
class Near:
    """Another holder, and what the two have in common."""

    other: StakeholderRef
    common: Common


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Those closest to a holder and those furthest from it.

    ``cut`` says that only the propositions on which it spoke last were compared.
    """

    closest: list[Near]
    furthest: list[Near]
    cut: bool


def neighbours(holder: int, day: date, most: int) -> Neighbours:
    """Those closest to the holder as of ``day`` and those furthest from it, ``most`` of each.

    Closest are those with more agreements than differences: first by how many more, then by how
    few differences. Furthest are those with more differences than agreements: first by how many
    more, then by how few agreements. Then the order of entry tells. Nobody is both; whoever agrees
    as often as not is neither. Four queries.
    """
    standing = Position.objects.as_of(day).filter(holder=holder).order_by("-held_from", "-id")
    own = list(standing.values_list("proposition", "stance")[: MOST_PROPOSITIONS + 1])
    counted = _counted(holder, day, dict(own[:MOST_PROPOSITIONS])).items()
    close = nsmallest(
        most,
        (item for item in counted if item[1].margin > 0),
        key=lambda item: (-item[1].margin, item[1].differ, item[0]),
    )
    far = nsmallest(
        most,
        (item for item in counted if item[1].margin < 0),
        key=lambda item: (item[1].margin, item[1].agree, item[0]),
    )
    others = Stakeholder.objects.filter(pk__in=[other for other, _ in (*close, *far)])
    named = {row["pk"]: stakeholder_ref(row, "", "") for row in others.values("pk", *NAMED)}
    closest, furthest = (
        [Near(named[other], common) for other, common in found] for found in (close, far)
    )
    return Neighbours(closest, furthest, len(own) > MOST_PROPOSITIONS)


def _counted(holder: int, day: date, own: Mapping[int, str]) -> dict[int, Common]:
    """What every other holder has in common with the one whose stance by proposition is ``own``."""
    if not own:
        return {}
    ours_for = Q(proposition__in=[key for key, stance in own.items() if stance in FOR])
    ours_against = Q(proposition__in=[key for key, stance in own.items() if stance in AGAINST])
    theirs_for, theirs_against = Q(stance__in=FOR), Q(stance__in=AGAINST)
    same = ours_for & theirs_for | ours_against & theirs_against
    opposite = ours_for & theirs_against | ours_against & theirs_for
    found: dict[int, Common] = {}
    for part in _standing(day):
        rows = (
            part.filter(proposition__in=list(own))
            .exclude(holder=holder)
            .order_by()
            .values("holder")
            .annotate(
                both=Count("stance"),
                agree=Count("stance", filter=same),
                differ=Count("stance", filter=opposite),
            )
        )
        for other, both, agree, differ in rows.values_list("holder", "both", "agree", "differ"):
            common = Common(agree, differ, both - agree - differ)
            found[other] = common.plus(found[other]) if other in found else common
    return found


def _standing(day: date) -> tuple[PositionQuerySet, PositionQuerySet]:
    """What held on the day, in two parts: what has no end, and what ends after the day.

    The first alone is found by an index, and as of today it is all but everything. The second is
    sought among those who have words of a later day.
    """
    held = Position.objects.filter(held_from__lte=day)
    later = Position.objects.filter(held_from__gt=day).order_by().values("holder")
    return held.filter(held_until=None), held.filter(held_until__gt=day, holder__in=later)
