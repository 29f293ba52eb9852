"""Who agrees with whom on a proposition: the one definition of the whole site.

Two agree when both are for it or both against it, and differ when one is for and the other against.
Words that are mixed, neutral or unclear settle neither. Whoever was silent has not spoken. Nothing
is weighed: to support strongly and to support agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from positions.choices import Agreement, Stance

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
