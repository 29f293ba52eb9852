"""The pages of sources."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from positions.admin.bases import StackedInline
from positions.admin.editing.editable import EditableAdmin, EditableForm
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.rows import EditedRows
from positions.admin.mergeable import MergeableAdmin
from positions.admin.roles import may_publish
from positions.admin.source.capture import CaptureInline
from positions.admin.source.form import SourceForm
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.importers.sheets import SHEETS
from positions.models import Capture, OtherAddress, Quotation, Source
from positions.recording.checking import check_source, checkable, take

TAKE = "_take"  # the button beside a text that waits


class SourcePageForm(SourceForm, EditableForm):
    """A source on a page of its own."""


class OtherAddressInline(StackedInline):
    """A row for each other address: of a mirror, or of a source merged into this one.

    A second source at one of them is refused.
    """

    model = OtherAddress
    form = MergedForm
    formset = EditedRows
    extra = 0
    fields = ["url"]
    verbose_name_plural = "Other addresses: whoever enters one of them is led to this source"


@admin.register(Source)
class SourceAdmin(SpreadsheetAdmin, MergeableAdmin, EditableAdmin):
    """The pages of sources."""

    sheet = SHEETS["sources"]
    form = SourcePageForm
    inlines = [OtherAddressInline, CaptureInline]
    autocomplete_fields = ["publisher"]
    list_display = ["title", "kind", "publisher", "dated", "is_primary", "n_quotations"]
    list_select_related = ["publisher"]
    list_filter = ["kind", "is_primary"]
    search_fields = [
        *("title", "url", "other_addresses__url", "byline"),
        *("publisher__name", "publisher__abbreviation"),
    ]
    list_per_page = 50
    show_full_result_count = False
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "url",
                    ("kind", "publisher", "byline"),
                    ("date_edtf", "date_basis"),
                    ("date_printed", "date_note"),
                    ("is_primary", "title_is_ours"),
                    "archived_url",
                    "note",
                    ("language", "slug"),
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

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is Capture:
            taken = timezone.now() if may_publish(request) else None
            for row in formset.extra_forms:
                row.instance.by, row.instance.taken_at = request.user, taken
        super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        source = form.instance
        fresh = any(rows.new_objects for rows in formsets if rows.model is Capture)
        fresh = self._take(request, source) or fresh
        # A save is also the way to check what was never checked against a text that is there.
        waiting = checkable(Quotation.objects.filter(source=source)).unchecked()
        if (fresh or waiting.exists()) and (results := check_source(source)):
            told = ", ".join(f"{label.lower()}: {n}" for label, n in sorted(results.items()))
            self.message_user(
                request,
                f"The quotations were checked against the text taken last. {told}.",
                messages.INFO,
            )

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if TAKE in request.POST:
            return HttpResponseRedirect(f"{request.path}#captures-group")
        return super().response_change(request, obj)

    def _take(self, request: HttpRequest, source: Source) -> bool:
        """Take the text whose button was pressed; whether it was not taken before."""
        asked = request.POST.get(TAKE, "")
        texts = source.captures.values_list("pk", flat=True)
        chosen = [pk for pk in texts if str(pk) == asked]
        if not chosen or not may_publish(request) or not take(chosen):
            return False
        self.log_change(request, source, "Took a text that a contributor had brought.")
        return True

    @admin.display(description="Date", ordering="earliest")
    def dated(self, source: Source) -> str:
        return str(source.date or "—")

    @admin.display(description="Quotations", ordering="n_quoted")
    def n_quotations(self, source: Any) -> int:
        count: int = source.n_quoted
        return count
