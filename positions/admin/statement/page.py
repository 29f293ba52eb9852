"""Statements in the admin: the one page on which a statement is added, changed and published."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.safestring import SafeString

from positions.admin.editing.editable import EditableAdmin
from positions.admin.roles import may_change, may_publish
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.admin.statement.assessment import AssessmentInline
from positions.admin.statement.attribution import AttributionInline
from positions.admin.statement.derived import positions_message, positions_panel
from positions.admin.statement.form import StatementForm
from positions.admin.statement.list import StatementColumns
from positions.admin.statement.publishing import PublishingAdmin, obstacles
from positions.admin.statement.quotation import QuotationInline
from positions.admin.statement.reply import ReplyInline
from positions.admin.statement.signatories.adding import add_signatories
from positions.importers.sheets import SHEETS
from positions.models import Statement

# In the order of an editor's work. What has the class "after" stands below the rows.
WHERE = ("Where it stands", {"fields": ["source"]})
NEW_SOURCE = (
    "A new source",
    {
        "fields": [
            "source_url",
            "source_title",
            ("source_kind", "source_publisher", "source_byline"),
            ("source_date_edtf", "source_date_basis"),
            ("source_date_printed", "source_date_note"),
            ("source_is_primary", "source_title_is_ours"),
            "source_text",
        ],
        "classes": ["collapse"],
        "description": "Only where the source is not known yet.",
    },
)
ITSELF = (
    "What, and when",
    {"fields": ["title", ("kind", "date_edtf", "date_basis")]},
)
SIGNATORIES = (
    "Many signatories: paste the list",
    {"fields": ["signatories", "skip_unmatched"], "classes": ["collapse"]},
)
AROUND = (
    "Topic, venue, addressees, what was asked, summary",
    {
        "fields": [("topic", "venue"), ("addressees", "asked_about"), "summary"],
        "classes": ["collapse", "after"],
    },
)
SELDOM = (
    "Seldom needed: the date as printed, a note on it, the address of the page",
    {
        "fields": [("date_printed", "date_note", "slug")],
        "classes": ["collapse", "after"],
    },
)
READERS = ("For readers", {"fields": ["state"], "classes": ["after"]})
FOLLOWS = ("What follows from it", {"fields": ["positions_now"], "classes": ["after"]})


@admin.register(Statement)
class StatementAdmin(SpreadsheetAdmin, StatementColumns, PublishingAdmin, EditableAdmin):
    """The pages of statements."""

    sheet = SHEETS["statements"]
    form = StatementForm
    change_form_template = "admin/positions/statement_form.html"
    inlines = [AttributionInline, QuotationInline, AssessmentInline, ReplyInline]
    autocomplete_fields = ["topic", "addressees", "asked_about"]
    readonly_fields = ["positions_now"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        # What was entered is in sight.
        around = AROUND if obj is None else (AROUND[0], {**AROUND[1], "classes": ["after"]})
        rest = [around, SELDOM, READERS]
        shown: list[Any] = [ITSELF, *rest]
        if obj is None or self.has_change_permission(request, obj):
            new = [NEW_SOURCE] if request.user.has_perm("positions.add_source") else []
            shown = [WHERE, *new, ITSELF, SIGNATORIES, *rest]
        return shown if obj is None else [*shown, FOLLOWS]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.publishing = may_publish(request)
        form.entering_sources = request.user.has_perm("positions.add_source")
        return form

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and may_change(request, obj)

    def refuse_return(self, request: HttpRequest, restored: Any) -> str:
        if not may_change(request, restored):
            return f"it was {restored.get_state_display().lower()} then, which editors decide."
        return "; ".join(obstacles(restored)) if restored.is_published else ""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.save_source()
        super().save_model(request, obj, form, change)

    def save_further(self, request: HttpRequest, edited: Any) -> None:
        if added := add_signatories(edited):
            self.message_user(request, f"Signatories added: {', '.join(added)}.", messages.INFO)

    def derive(self, request: HttpRequest, edited: Any, changed: Collection[str] | None) -> None:
        super().derive(request, edited, changed)
        if message := positions_message(edited):
            self.message_user(request, message, messages.INFO)

    def statements_following(self, edited: Any, changed: Collection[str] | None) -> Collection[int]:
        return [edited.pk]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return super().get_view_on_site_url(obj if obj and obj.is_published else None)

    @admin.display(description="Positions")
    def positions_now(self, statement: Statement) -> SafeString | str:
        return positions_panel(statement)
