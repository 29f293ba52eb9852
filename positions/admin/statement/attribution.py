"""The rows of who makes a statement."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError

from positions.admin.editing.merged import MergedForm
from positions.admin.editing.paged import PagedInline, PagedRows
from positions.admin.statement.save_context import StatementRows
from positions.choices import AttributionRole
from positions.models import Attribution
from positions.recording.publication import VOICE


class AttributionRows(PagedRows, StatementRows):
    """Who makes the statement; the signatories found in the pasted list count too."""

    def clean(self) -> None:
        super().clean()
        standing = self.standing
        listed = {
            form.instance.stakeholder_id
            for form in standing
            if form.instance.role == AttributionRole.SIGNATORY
        }
        found = self.save_context.signatories
        if found and self.instance.pk:
            unshown = self.unshown.filter(role=AttributionRole.SIGNATORY)
            listed |= set(unshown.values_list("stakeholder", flat=True))
        self.save_context.signed = [line for line in found if line.who in listed]
        self.save_context.signatories = [line for line in found if line.who not in listed]
        self._refuse_twins()
        if VOICE in self.save_context.needs:
            raise ValidationError(
                f"A published statement needs {VOICE.cure}: name them here.", code="missing"
            )

    def _refuse_twins(self) -> None:
        """Refuse who stands in the same role among the rows that the page does not show."""
        typed = {
            (form.instance.stakeholder_id, form.instance.role): form
            for form in self.standing
            if form.has_changed()
        }
        if not typed:
            return
        there = self.unshown.filter(stakeholder__in={party for party, _ in typed})
        for party, role in there.values_list("stakeholder_id", "role"):
            if form := typed.get((party, role)):
                form.add_error(
                    "stakeholder",
                    "They stand in this role already, in a row that is not shown here.",
                )

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.append_in_order(form)
        return super().save_new(form, commit)


class AttributionInline(PagedInline):
    """A line of a table for each who makes the statement, of very many some at a time."""

    model = Attribution
    form = MergedForm
    formset = AttributionRows
    template = "admin/positions/table_rows.html"
    extra = 1
    completed_fields = ["stakeholder", "on_behalf_of"]
    found_by = [
        *("name_printed", "stakeholder__name", "stakeholder__abbreviation", "on_behalf_of__name"),
        "on_behalf_of__abbreviation",
    ]
    readonly_fields = ["kind"]
    fields = [
        *("stakeholder", "kind", "on_behalf_of", "role", "capacity"),
        *("name_printed", "withdrawn_on"),
    ]
    verbose_name_plural = "Who makes it"

    @admin.display(description="Kind")
    def kind(self, attribution: Attribution) -> str:
        """What the one who speaks is: a person, an agency, a company; empty in a row of nobody."""
        if not attribution.stakeholder_id:
            return ""
        return str(attribution.stakeholder.get_kind_display())
