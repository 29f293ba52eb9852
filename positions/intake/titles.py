"""The title of a statement that the editor has not titled: who, in which form, when."""

from __future__ import annotations

from positions.choices import StatementKind
from positions.dates import UncertainDate
from positions.models import Stakeholder

LONGEST = 200


def title_of(
    kind: str, speaker: Stakeholder, behalf: Stakeholder | None, when: UncertainDate | None
) -> str:
    """“Robin Example (ELU), press statement, 7 February 2019”, in at most 200 characters."""
    who = speaker.name if speaker.is_person else speaker.short_name
    if behalf is not None and behalf.pk != speaker.pk:
        who = f"{who} ({behalf.short_name})"
    return titled(who, kind, when)


def titled(who: str, kind: str, when: UncertainDate | None) -> str:
    """The same from a name alone."""
    label = str(StatementKind(kind).label)
    form = label[:1].lower() + label[1:]
    rest = f", {form}, {when}" if when else f", {form}"
    room = LONGEST - len(rest)
    return (who if len(who) <= room else f"{who[: room - 1]}…") + rest
