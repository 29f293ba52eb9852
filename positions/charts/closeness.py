"""Who stands closest to a holder, and who furthest from it, by the propositions both spoke on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from django.db.models import Count, Q

from positions.charts.agreement import AGAINST, FOR
from positions.models import Position, Stakeholder

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

    @property
    def margin(self) -> int:
        """How many more agreements there are than differences."""
        return self.agree - self.differ


@dataclass(frozen=True, slots=True)
class Near:
    """Another holder, and what the two have in common."""

    other: Stakeholder
    common: Common


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Those closest to a holder and those furthest from it.

    ``cut`` says that only the propositions on which it spoke last were compared.
    """

    closest: list[Near]
    furthest: list[Near]
    cut: bool


def agreement_with(
    holder: int, day: date, propositions: Collection[int] | None = None
) -> dict[int, Common]:
    """By key, every other holder who has spoken on one of the propositions that ``holder`` has.

    As of ``day``; on these ``propositions``, or on all. Two queries, of which the second reads the
    standing positions of everybody on the holder's propositions: a second for 200 of them and ten
    thousand holders, so give the propositions that are shown.
    """
    standing = Position.objects.as_of(day)
    if propositions is not None:
        standing = standing.filter(proposition__in=propositions)
    own = standing.filter(holder=holder).values_list("proposition", "stance")
    return _counted(holder, day, dict(own))


def neighbours(holder: int, day: date, most: int) -> Neighbours:
    """Those closest to the holder as of ``day`` and those furthest from it, ``most`` of each.

    Closest is with whom it agrees more often than it differs, by how many times more, then by how
    seldom it differs; furthest, the other way round; then by the order of entry. Nobody is both;
    whoever agrees with it as often as not is neither. Three queries.
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
    named = Stakeholder.objects.in_bulk([other for other, _ in (*close, *far)])
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
    rows = (
        Position.objects.as_of(day)
        .filter(proposition__in=list(own))
        .exclude(holder=holder)
        .order_by()
        .values("holder")
        .annotate(
            both=Count("pk"),
            agree=Count("pk", filter=same),
            differ=Count("pk", filter=opposite),
        )
    )
    return {
        other: Common(agree, differ, both - agree - differ)
        for other, both, agree, differ in rows.values_list("holder", "both", "agree", "differ")
    }
