"""Our titles for statements, and for articles that have none: by whom, in which form, when."""

from __future__ import annotations

from collections.abc import Sequence

from positions.choices import StatementKind
from positions.dates import UncertainDate
from positions.intake.card import Card
from positions.models import Intake, Stakeholder

LONGEST_TITLE = 200  # characters
MOST_NAMED = 2  # of those who say it with the speaker, in a title


def title_of(
    card: Card,
    speaker: Stakeholder,
    behalf: Stakeholder | None,
    when: UncertainDate | None,
    others: Sequence[str] = (),
) -> str:
    """“Robin Example (ELU) and EWN, letter, 7 February 2019”, in at most 200 characters.

    ``others`` say it too: of more than two of them the first is named, and the rest are counted.
    Words that others report are no report of the speaker's: “Robin Example, as reported, 2019”.
    """
    who = name_in_title(speaker)
    if behalf is not None and behalf.pk != speaker.pk:
        who = f"{who} ({behalf.short_name})"
    return title_from_name(who, card, when, others)


def title_from_name(
    who: str, card: Card, when: UncertainDate | None, others: Sequence[str] = ()
) -> str:
    """The same from names alone."""
    label = StatementKind(card.kind).label
    form = "as reported" if card.is_reported else label[:1].lower() + label[1:]
    rest = f", {form}, {when}" if when else f", {form}"
    room = LONGEST_TITLE - len(rest)
    for named in (_together(who, others), _counted(who, len(others))):
        if len(named) <= room:
            return named + rest
    return f"{who[: room - 1]}…{rest}"


def _together(who: str, others: Sequence[str]) -> str:
    """“A and B”, “A, B and C”, “A, B and 12 more”."""
    if len(others) > MOST_NAMED:
        return f"{who}, {others[0]} and {len(others) - 1:,} more"
    *first, last = who, *others
    return f"{', '.join(first)} and {last}" if first else last


def _counted(who: str, n_others: int) -> str:
    return f"{who} and {n_others:,} more" if n_others else who


def name_in_title(party: Stakeholder) -> str:
    """What a title calls somebody: a person by name, an organisation as short as it is known."""
    return party.name if party.is_person else party.short_name


def our_title(intake: Intake) -> str:
    """Our title for an article that has none: “The Example Courier, article, 14 May 2024”."""
    if not intake.publisher:
        return ""
    kind = str(intake.get_kind_display()).lower()
    when = f", {intake.date}" if intake.date else ""
    return f"{intake.publisher}, {kind}{when}"
