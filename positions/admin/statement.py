"""Statements in the admin: the one page on which a statement is added, changed and published."""
# ruff: noqa: ARG002 - Django's hooks hand over more than each page needs

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.safestring import SafeString

from positions.admin.derived import positions_message, positions_panel
from positions.admin.editable import EditableAdmin
from positions.admin.publishing import PublishingAdmin, obstacles
from positions.admin.roles import may_change, may_publish
from positions.admin.signing import add_signatories
from positions.admin.statement_form import StatementForm
from positions.admin.statement_list import StatementColumns
from positions.admin.statement_rows import (
    AssessmentInline,
    AttributionInline,
    QuotationInline,
    ReplyInline,
)
from positions.models import Statement

WHERE = ("Where it stands", {"fields": ["source"]})
NEW_SOURCE = (
    "A new source",
    {
        "fields": [
            "source_title",
            ("source_kind", "source_is_primary"),
            "source_url",
            ("source_publisher", "source_byline"),
            ("source_date_edtf", "source_date_printed"),
            ("source_date_basis", "source_date_note"),
            "source_text",
        ],
        "classes": ["collapse"],
        "description": "Only where the source is not known yet.",
    },
)
ITSELF = (
    "The statement",
    {
        "fields": [
            "kind",
            "title",
            ("date_edtf", "date_printed"),
            ("date_basis", "date_note"),
            "topic",
            "venue",
            "addressees",
            "asked_about",
            "summary",
            ("state", "slug"),
        ]
    },
)
SIGNATORIES = (
    "Many signatories",
    {"fields": ["signatories", "skip_unmatched"], "classes": ["collapse"]},
)
FOLLOWS = ("What follows from it", {"fields": ["positions_now"]})


@admin.register(Statement)
class StatementAdmin(StatementColumns, PublishingAdmin, EditableAdmin):
    """The pages of statements."""

    form = StatementForm
    inlines = [AttributionInline, QuotationInline, AssessmentInline, ReplyInline]
    autocomplete_fields = ["topic", "addressees", "asked_about"]
    readonly_fields = ["positions_now"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown: list[Any] = [ITSELF]
        if obj is None or self.has_change_permission(request, obj):
            new = [NEW_SOURCE] if request.user.has_perm("positions.add_source") else []
            shown = [WHERE, *new, ITSELF, SIGNATORIES]
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
