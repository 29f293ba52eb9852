"""Sources in the admin, with the private texts that quotations are checked against."""
# ruff: noqa: ARG002 - Django's hooks hand over more than each page needs

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from positions.admin.bases import ModelForm, StackedInline
from positions.admin.checking import check_source
from positions.admin.editable import EditableAdmin, EditableForm
from positions.admin.rows import EditedRows
from positions.admin.source_form import SourceForm
from positions.admin.words_field import WordsField
from positions.choices import CaptureOrigin
from positions.models import Capture, Quotation, Source


class SourcePageForm(SourceForm, EditableForm):
    """A source on a page of its own."""


class CaptureForm(ModelForm):
    """The text of the source, pasted; the same text is kept once."""

    text = WordsField(label="Text as you have it", rows=10)

    class Meta:
        model = Capture
        fields = ("text",)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        self.instance.origin = CaptureOrigin.PASTE
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


@admin.register(Source)
class SourceAdmin(EditableAdmin):
    """The pages of sources."""

    form = SourcePageForm
    inlines = [CaptureInline]
    autocomplete_fields = ["publisher"]
    list_display = ["title", "kind", "publisher", "dated", "is_primary", "n_quotations"]
    list_select_related = ["publisher"]
    list_filter = ["kind", "is_primary"]
    search_fields = ["title", "url", "byline", "publisher__name", "publisher__abbreviation"]
    list_per_page = 50
    show_full_result_count = False
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("kind", "is_primary"),
                    ("publisher", "byline"),
                    "url",
                    "archived_url",
                    ("date_edtf", "date_printed"),
                    ("date_basis", "date_note"),
                    ("language", "slug"),
                    "note",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        counted = (
            Quotation.objects.filter(source=OuterRef("pk"))
            .order_by()
            .values("source")
            .annotate(n=Count("pk"))
            .values("n")
        )
        found: QuerySet[Source] = super().get_queryset(request)
        return found.annotate(n_quoted=Coalesce(Subquery(counted), 0))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if any(rows.new_objects for rows in formsets if rows.model is Capture):
            results = check_source(form.instance)
            if results:
                told = ", ".join(f"{label.lower()}: {n}" for label, n in sorted(results.items()))
                self.message_user(
                    request, f"The quotations were checked against it. {told}.", messages.INFO
                )

    @admin.display(description="Date", ordering="earliest")
    def dated(self, source: Source) -> str:
        return str(source.date or "—")

    @admin.display(description="Quotations", ordering="n_quoted")
    def n_quotations(self, source: Any) -> int:
        count: int = source.n_quoted
        return count
