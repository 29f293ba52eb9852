"""What a timeline shows of a statement in one lane, and by which sign."""

from __future__ import annotations

from dataclasses import dataclass

from positions.choices import Directness, StatementKind
from positions.dates import UncertainDate
from positions.records import Ref

SILENT = "silent"  # asked, and gave no reply
NONE = "none"  # says nothing on any proposition
SEVERAL = "several"  # different stances, on different propositions


@dataclass(frozen=True, slots=True)
class LaneStance:
    """A stance on a proposition; "" where it was asked about and no reply was given."""

    stance: str
    proposition: Ref
    directness: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a lane is of: a voice or a proposition. Without an address, statements on none."""

    name: str
    full_name: str
    url: str


@dataclass(frozen=True, slots=True)
class LaneEntry:
    """One statement in one lane, with the stances that it takes there."""

    statement: int
    kind: StatementKind
    title: str
    url: str
    date: UncertainDate
    stands: tuple[LaneStance, ...]

    @property
    def sign(self) -> str:
        """The stance, if there is one and no other; else SEVERAL, SILENT or NONE."""
        stances = {stand.stance for stand in self.stands}
        if len(stances) > 1:
            return SEVERAL
        if stances and (only := stances.pop()):
            return only
        return SILENT if self.kind == StatementKind.NO_REPLY else NONE

    @property
    def is_implied(self) -> bool:
        """Whether all the stances that it takes here only follow from its words."""
        taken = [stand for stand in self.stands if stand.stance]
        return bool(taken) and all(stand.directness == Directness.IMPLIED for stand in taken)
