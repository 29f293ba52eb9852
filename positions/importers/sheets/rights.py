"""What an account may load: what it may also do by hand on the pages of the admin."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db import models

from positions.importers.sheets.planned import Plan, Planned
from positions.models import workflow

# What follows from what was done, and is taken over from another archive by those who publish.
NOT_TYPED = ("published_at", "check_result", "checked_at", "start", "end")
# What those who publish decide.
DECIDED = ("released",)


def _everything(_deed: str, _model: type[models.Model]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rights:
    """``may`` says whether it may “add” or “change” a noun; ``publishing`` whether it publishes.

    ``account`` is its key, None for a command.
    """

    may: Callable[[str, type[models.Model]], bool] = _everything
    publishing: bool = True
    account: int | None = None

    def check(self, plan: Plan, made: Collection[int]) -> None:
        """Refuse what this account may not do to a noun or to one of its parts.

        Whoever may not change a noun may add nothing to it either, as on its page, unless this load
        has made it: ``made`` has the keys of those.
        """
        noun = plan.noun
        for planned in plan.things():
            if not planned.is_touched:
                continue
            self._hold_fields(plan, planned)
            deed = "add" if planned.new else "change"
            model = type(planned.thing)
            nouns = model._meta.verbose_name_plural
            if not self.may(deed, model):
                changes = "" if planned.new else f" ({', '.join(c.name for c in planned.changes)})"
                reason = f"you may not {deed} {nouns}{changes}. Ask an editor, or leave them out."
                plan.refuse(planned.row, "", reason)
            elif planned.part and noun and not noun.new and noun.thing.pk not in made:
                whole = type(noun.thing)
                if not self.may("change", whole):
                    reason = f"you may not change {whole._meta.verbose_name_plural} that are there,"
                    told = f"{reason} nor add {nouns} to them. Ask an editor, or leave them out."
                    plan.refuse(planned.row, planned.part.opens, told)

    def _hold_fields(self, plan: Plan, planned: Planned) -> None:
        """Refuse values that this account is not asked for on the pages."""
        if self.publishing:
            return
        for column, (before, after) in planned.changes.items():
            said, row = planned.said.get(column, (None, 0))
            if said != after:
                continue
            if column.field in NOT_TYPED:
                reason = "it cannot be typed on the pages either. Leave the column out."
                plan.refuse(row, column.name, reason)
            elif column.field in DECIDED and before != after:
                plan.refuse(row, column.name, "editors decide that. Leave the column out.")

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
