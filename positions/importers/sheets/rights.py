"""What an account may load: what it may also do by hand on the pages of the admin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from positions.choices import WorkflowState
from positions.importers.sheets.planned import Plan

OPEN_STATES = (WorkflowState.DRAFT, WorkflowState.IN_REVIEW)

# What follows from what was done, and is taken over from another archive by those who publish.
NOT_TYPED = ("published_at", "check_result", "checked_at")


def _everything(_deed: str, _model: type[models.Model]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rights:
    """``may`` says whether it may “add” or “change” a noun; ``publishing`` whether it publishes."""

    may: Callable[[str, type[models.Model]], bool] = _everything
    publishing: bool = True

    def check(self, plan: Plan) -> None:
        """Refuse what this account may not do to a noun or to one of its parts."""
        for planned in plan.things():
            if not planned.is_touched:
                continue
            deed = "add" if planned.new else "change"
            model = type(planned.thing)
            if not self.may(deed, model):
                nouns = model._meta.verbose_name_plural
                changes = "" if planned.new else f" ({', '.join(c.name for c in planned.changes)})"
                reason = f"you may not {deed} {nouns}{changes}. Ask an editor, or leave them out."
                plan.refuse(planned.row, "", reason)

    def hold_to(self, plan: Plan, stored: Any) -> None:
        """Refuse what only those who publish decide; ``stored`` is the state before, or None."""
        noun = plan.noun
        if self.publishing or noun is None or not any(each.is_touched for each in plan.things()):
            return
        if stored is not None and stored not in OPEN_STATES:
            label = WorkflowState(stored).label.lower()
            plan.refuse(noun.row, "", f"it is {label}, and only editors change it. Leave it out.")
        elif noun.thing.state not in OPEN_STATES:
            reason = f"“{noun.thing.state}” is the editors' to decide. Write draft or in_review."
            plan.refuse(noun.row, "state", reason)
        for planned in plan.things():
            for column, (_, after) in planned.changes.items():
                said, row = planned.said.get(column, (None, 0))
                if column.field in NOT_TYPED and said == after:
                    reason = "it cannot be typed on the pages either. Leave the column out."
                    plan.refuse(row, column.name, reason)
