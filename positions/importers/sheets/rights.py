"""What an account may load: what it may also do by hand on the pages of the admin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from positions.importers.sheets.planned import Plan
from positions.models import workflow

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
        if noun is None or not any(each.is_touched for each in plan.things()):
            return
        if self.publishing and stored is None:
            return  # a record of its own, taken over in whatever state it has
        role = workflow.Role.EDITOR if self.publishing else workflow.Role.CONTRIBUTOR
        if refusal := workflow.refusal(stored, noun.thing.state, role):
            plan.refuse(noun.row, "state", f"{refusal}. Leave it out, or write another state.")
        if self.publishing:
            return
        for planned in plan.things():
            for column, (_, after) in planned.changes.items():
                said, row = planned.said.get(column, (None, 0))
                if column.field in NOT_TYPED and said == after:
                    reason = "it cannot be typed on the pages either. Leave the column out."
                    plan.refuse(row, column.name, reason)
