"""The private texts of a source, against which quotations are checked."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from positions.admin.bases import ModelForm, StackedInline
from positions.admin.editing.document_box import DocumentField, Entered
from positions.admin.editing.rows import EditedRows
from positions.admin.roles import may_publish
from positions.models import Capture, fingerprint


class CaptureForm(ModelForm):
    """The text of the source, pasted or from a file; the same text is kept once."""

    text = DocumentField(label="Text as you have it")

    class Meta:
        model = Capture
        fields = ("text",)

    notices: list[str] = []
    warnings: list[str] = []

    def clean_text(self) -> str:
        entered: Entered = self.cleaned_data["text"]
        text = entered.text
        self.instance.origin = entered.origin
        self.notices, self.warnings = entered.notices, entered.warnings
        same = Capture.objects.filter(source=self.instance.source_id, sha256=fingerprint(text))
        if self.instance.source_id and (kept := same.first()):
            cure = "" if kept.taken_at else " It waits there to be taken."
            self.add_error("text", f"This very text is kept already, among the others here.{cure}")
        return text


class CaptureInline(StackedInline):
    """The texts that are kept, to read, and a box for a newer one."""

    model = Capture
    form = CaptureForm
    formset = EditedRows
    extra = 1
    readonly_fields = ["captured_at", "origin", "standing", "decision"]
    verbose_name = "private text"
    verbose_name_plural = "Private texts: quotations are checked against the one taken last"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        last = "decision" if may_publish(request) else "standing"
        return ["text", ("captured_at", "origin", last)]

    @admin.display(description="Standing")
    def standing(self, capture: Capture) -> str:
        """Whether an editor has taken it; else who brought it, and what it is good for."""
        if not capture.pk:
            return "—"
        if capture.taken_at:
            return f"Taken on {timezone.localtime(capture.taken_at):%-d %B %Y, %H:%M}"
        by = capture.by or "an account since deleted"
        return f"Proposed by {by}, not taken. Drafts of that account alone are checked against it."

    @admin.display(description="Standing")
    def decision(self, capture: Capture) -> SafeString | str:
        """The same, with the way to take it."""
        told = self.standing(capture)
        if not capture.pk or capture.taken_at:
            return told
        return format_html(
            '{} <button type="submit" class="button" name="_take" value="{}">{}</button>',
            *(told, capture.pk, "Take this text"),
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # what somebody had at a moment is not rewritten later
