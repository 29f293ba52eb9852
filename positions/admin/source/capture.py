"""The private texts of a source, against which quotations are checked."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest

from positions.admin.bases import ModelForm, StackedInline
from positions.admin.editing.document_box import DocumentField, Entered
from positions.admin.editing.rows import EditedRows
from positions.models import Capture


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
        digest = hashlib.sha256(text.encode()).hexdigest()
        same = Capture.objects.filter(source=self.instance.source_id, sha256=digest)
        if self.instance.source_id and same.exists():
            self.add_error("text", "This very text is kept already, below the others here.")
        return text


class CaptureInline(StackedInline):
    """The texts that are kept, to read, and a box for a newer one."""

    model = Capture
    form = CaptureForm
    formset = EditedRows
    extra = 1
    fields = ["text", "captured_at", "origin"]
    readonly_fields = ["captured_at", "origin"]
    verbose_name = "private text"
    verbose_name_plural = "Private texts: quotations are checked against the newest"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # what somebody had at a moment is not rewritten later
