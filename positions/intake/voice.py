"""As what a card's speaker makes a statement, and for whom: as chosen, else as is usual."""

from __future__ import annotations

from positions.choices import AttributionRole, Capacity
from positions.intake.card import Card
from positions.models import Stakeholder


def usual_part(speaker: Stakeholder, behalf: Stakeholder | None) -> str:
    """A person who speaks for somebody is their spokesperson, everybody else an author."""
    for_another = speaker.is_person and behalf is not None
    return AttributionRole.SPOKESPERSON if for_another else AttributionRole.AUTHOR


def usual_capacity(speaker: Stakeholder, behalf: Stakeholder | None) -> str:
    """A person for whom nobody else is named speaks for themselves."""
    alone = speaker.is_person and behalf is None
    return Capacity.PERSONAL if alone else Capacity.ORGANISATIONAL


def wrong_voice(
    lead: Card, speaker: Stakeholder, behalf: Stakeholder | None
) -> tuple[str, str] | None:
    """The field and why what was chosen there cannot be, told where it was chosen."""
    if lead.part == AttributionRole.SPOKESPERSON and behalf is None:
        return "part", (
            "A spokesperson speaks for somebody: name them under “On behalf of”, or choose another."
        )
    if not speaker.is_person:
        return None
    if lead.capacity == Capacity.PERSONAL and behalf is not None:
        return "capacity", (
            f"{speaker} speaks for nobody else in a personal capacity, and {behalf} is named under "
            "“On behalf of”: choose another, or “nobody else” there."
        )
    if lead.capacity == Capacity.ORGANISATIONAL and behalf is None:
        return "capacity", (
            f"Say for which organisation {speaker} speaks, under “On behalf of”, or choose another."
        )
    return None
