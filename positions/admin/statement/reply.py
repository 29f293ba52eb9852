"""The rows of what a statement answers."""

from __future__ import annotations

from positions.admin.editing.completed import CompletedInline, CompletedRows
from positions.admin.editing.merged import MergedForm
from positions.models import Reply


class ReplyInline(CompletedInline):
    """A row for each statement that this one answers."""

    model = Reply
    form = MergedForm
    fk_name = "from_statement"
    formset = CompletedRows
    extra = 1
    completed_fields = ["to_statement"]
    fields = [("kind", "to_statement")]
    verbose_name_plural = "What it answers"
