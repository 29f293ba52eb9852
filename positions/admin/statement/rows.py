"""What all rows on a statement's page share: its sheet, and their order."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from positions.admin.editing.completed import CompletedRows
from positions.admin.statement.save_context import Sheet, sheet_of


class StatementRows(CompletedRows):
    """Rows that know what else is on the page."""

    @property
    def sheet(self) -> Sheet:
        return sheet_of(self.instance)

    def append_in_order(self, form: Any) -> None:
        """Give a new row its place after all that are stored."""
        rows: Any = self.model
        highest = rows.objects.filter(**{self.fk.name: self.instance}).aggregate(
            highest=Max("order")
        )["highest"]
        taken = vars(self).setdefault("_placed", highest or 0)
        vars(self)["_placed"] = form.instance.order = taken + 1
