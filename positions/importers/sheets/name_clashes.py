"""What a file may not call parties: by a name of another, nor otherwise than they are unasked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from positions.importers.sheets.planned import Plan, Planned
from positions.models import Stakeholder
from positions.models.names import names_for
from positions.naming import either, fold

SAME_NAME = (
    "“{}” is a name that is known: {}. If that is meant, write its slug; if not, a name that tells "
    "the two apart."
)
HOW_TO_RENAME = "--rename, or the box below the file"


def refuse_twins(plans: Sequence[Plan], different: Collection[str]) -> None:
    """Refuse organisations under a new name that is one of another. At most one query.

    Those whose slug is in ``different`` are said to be others than those of their name.
    """
    named = [
        (plan, noun)
        for plan in plans
        if (noun := plan.noun) is not None
        and isinstance(noun.thing, Stakeholder)
        and "name" in noun.changed()
        and not noun.thing.is_person
        and noun.thing.slug not in different
    ]
    if not named:
        return
    known = names_for(noun.thing.name for _, noun in named)
    here: dict[str, int] = {}
    for plan, noun in named:
        row = here.setdefault(fold(noun.thing.name), noun.row)
        others = [
            each for each in known.same(noun.thing.name, people=False) if each.pk != noun.thing.pk
        ]
        if others:
            plan.refuse(noun.row, "name", SAME_NAME.format(noun.thing.name, either(others)))
        elif row != noun.row:
            plan.refuse(noun.row, "name", SAME_NAME.format(noun.thing.name, f"that of row {row}"))


def refuse_renaming(plan: Plan, noun: Planned) -> None:
    """Refuse another name for a known party: the file may mean another one."""
    for column, (before, after) in noun.changes.items():
        if column.field == "name" and not noun.new:
            _, row = noun.said[column]
            plan.refuse(
                row,
                column.name,
                f"{noun.thing.slug} is called “{before}”, and would be called “{after}”. Leave "
                f"the name out, write “{before}”, or ask for it to be renamed ({HOW_TO_RENAME}).",
            )
