"""Challenges in the admin: recorded from a statement's page, decided on their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from positions.admin.editing.editable import EditableAdmin, EditableForm
from positions.models import Assessment, Challenge, Correction
from positions.numbers import key_of


class ChallengeForm(EditableForm):
    """A challenge; its stance and its correction are chosen among those of its statement."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        statement = self._statement()
        of: dict[str, QuerySet[Any]] = {
            "assessment": Assessment.objects.select_related("proposition"),
            "correction": Correction.objects.select_related("statement"),
        }
        for name, rows in of.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.queryset = rows.filter(statement=statement)
                field.empty_label = "The statement as a whole" if name == "assessment" else "None"

    def _statement(self) -> int | None:
        typed = self.data.get("statement", "") if self.is_bound else ""
        known = typed or self.initial.get("statement") or self.instance.statement_id
        return key_of(str(known)) or None


@admin.register(Challenge)
class ChallengeAdmin(EditableAdmin):
    """The pages of challenges."""

    form = ChallengeForm
    list_display = ["statement", "received_on", "state", "decided_on"]
    list_filter = ["state"]
    list_select_related = ["statement"]
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ["statement", "challenger"]
    fieldsets = [
        ("What is disputed", {"fields": ["statement", "assessment", "received_on", "disputed"]}),
        (
            "Who disputes it: private, unless they agreed to be named",
            {"fields": [("challenger", "challenger_name"), "name_public"]},
        ),
        (
            "What came of it",
            {"fields": [("state", "decided_on"), "outcome", "correction"]},
        ),
    ]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        public = obj is not None and obj.statement.is_published
        return super().get_view_on_site_url(obj if public else None)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in {"assessment", "correction"}:
            # The form gives those of the statement; nobody is shown all there are.
            kwargs["queryset"] = db_field.related_model.objects.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in {"assessment", "correction"}:
            # Without the links that would add or open one: they are made on the statement's page.
            return self.formfield_for_foreignkey(db_field, request, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
