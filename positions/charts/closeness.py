"""Who stands closest to a holder, and who furthest from it, by the propositions both spoke on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from positions.derivation.agreement import AGAINST, FOR
from positions.models import Position, Stakeholder


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


@dataclass(frozen=True, slots=True)
class Near:
    """Another holder, and what the two have in common."""

    other: Stakeholder
    common: Common


def agreement_with(
    holder: int, day: date, propositions: Collection[int] | None = None
) -> dict[int, Common]:
    """By key, every other holder who has spoken on one of the propositions that ``holder`` has.

    As of ``day``; on these ``propositions``, or on all. Two queries, of which the second reads the
    standing positions of everybody on the holder's propositions.
    """
    rows = _counted(holder, day, propositions)
    return {} if rows is None else {row["holder"]: _common(row) for row in rows}


def closest_and_furthest(holder: int, day: date, most: int) -> tuple[list[Near], list[Near]]:
    """Those nearest to the holder as of ``day`` and those furthest from it, ``most`` of each.

    Closest is with whom it agrees more often than it differs, by how many times more, then by how
    seldom it differs; furthest, the other way round. Nobody is both; whoever agrees with it as
    often as not is neither. Four queries, two where the holder has taken no side.
    """
    rows = _counted(holder, day, None)
    if rows is None:
        return [], []
    rows = rows.annotate(margin=F("agree") - F("differ"))
    close = list(rows.filter(margin__gt=0).order_by("-margin", "differ", "holder")[:most])
    far = list(rows.filter(margin__lt=0).order_by("margin", "agree", "holder")[:most])
    named = Stakeholder.objects.in_bulk([row["holder"] for row in (*close, *far)])
    first, second = (
        [Near(named[row["holder"]], _common(row)) for row in rows] for rows in (close, far)
    )
    return first, second


def _counted(
    holder: int, day: date, propositions: Collection[int] | None
) -> QuerySet[Any, Any] | None:
    """A row for every other holder, with the counts; None where the holder has not spoken."""
    standing = Position.objects.as_of(day)
    if propositions is not None:
        standing = standing.filter(proposition__in=propositions)
    own = dict(standing.filter(holder=holder).values_list("proposition", "stance"))
    if not own:
        return None
    for_it = [proposition for proposition, stance in own.items() if stance in FOR]
    against = [proposition for proposition, stance in own.items() if stance in AGAINST]
    theirs_for, theirs_against = Q(stance__in=FOR), Q(stance__in=AGAINST)
    ours_for, ours_against = Q(proposition__in=for_it), Q(proposition__in=against)
    same = ours_for & theirs_for | ours_against & theirs_against
    opposite = ours_for & theirs_against | ours_against & theirs_for
    others: QuerySet[Any, Any] = (
        standing.filter(proposition__in=list(own))
        .exclude(holder=holder)
        .order_by()
        .values("holder")
        .annotate(
            both=Count("pk"),
            agree=Count("pk", filter=same),
            differ=Count("pk", filter=opposite),
        )
    )
    return others


def _common(row: dict[str, Any]) -> Common:
    agree, differ = row["agree"], row["differ"]
    return Common(agree, differ, row["both"] - agree - differ)
