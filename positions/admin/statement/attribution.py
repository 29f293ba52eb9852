"""The rows of who makes a statement."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from positions.admin.editing.completed import CompletedInline
from positions.admin.statement.rows import StatementRows
from positions.choices import AttributionRole
from positions.models import Attribution


class AttributionRows(StatementRows):
    """Who makes the statement; the signatories found in the pasted list count too."""

    def clean(self) -> None:
        super().clean()
        standing = self.standing
        listed = {
            form.instance.stakeholder_id
            for form in standing
            if form.instance.role == AttributionRole.SIGNATORY
        }
        fresh = []
        for line in self.sheet.signatories:
            who = line.who
            if who is not None and who not in listed:
                listed.add(who)
                fresh.append(line)
        self.sheet.signatories = fresh
        if self.instance.is_published and not standing and not fresh:
            raise ValidationError(
                "A published statement needs somebody who makes it: name them here.", code="missing"
            )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.append_in_order(form)
        return super().save_new(form, commit)


class AttributionInline(CompletedInline):
    """A row for each who makes the statement."""

    model = Attribution
    formset = AttributionRows
    extra = 1
    completed_fields = ["stakeholder", "on_behalf_of"]
    fields = [
        ("stakeholder", "role", "capacity"),
        ("on_behalf_of", "name_printed", "withdrawn_on"),
    ]
    verbose_name_plural = "Who makes it"
