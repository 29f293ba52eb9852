"""Challenges in the admin: recorded from a statement's page, decided on their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from positions.admin.editing.editable import EditableAdmin, EditableForm
from positions.admin.roles import may_publish
from positions.history.timeline import timeline
from positions.models import Assessment, Challenge, Correction
from positions.numbers import key_of

# Who disputes it: known to editors alone, unless they agreed to be named; and what they wrote.
PRIVATE = ("challenger", "challenger_name", "name_public", "report", "reply_to")
UNNAMED = "Known to editors alone."


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

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen = Challenge.objects.filter(pk=self.instance.pk, is_public=True)
        if cleaned.get("is_public") is False and seen.exists():
            self.add_error("is_public", "Readers have seen it: it stays. Decide it instead.")
        return cleaned

    def _statement(self) -> int | None:
        typed = self.data.get("statement", "") if self.is_bound else ""
        known = typed or self.initial.get("statement") or self.instance.statement_id
        return key_of(str(known)) or None


@admin.register(Challenge)
class ChallengeAdmin(EditableAdmin):
    """The pages of challenges."""

    form = ChallengeForm
    list_display = ["statement", "received_on", "state", "is_public", "decided_on"]
    list_filter = ["state", "is_public"]
    list_select_related = ["statement"]
    list_per_page = 50
    show_full_result_count = False
    autocomplete_fields = ["statement", "challenger"]
    fieldsets = [
        (
            "What is disputed",
            {"fields": ["statement", "assessment", "received_on", "disputed", "is_public"]},
        ),
        (
            "Who disputes it: private, unless they agreed to be named",
            {"fields": [("challenger", "challenger_name"), "name_public"]},
        ),
        (
            "What came of it",
            {"fields": [("state", "decided_on"), "outcome", "correction"]},
        ),
    ]

    readonly_fields = ["named", "report"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        disputed, who, came = self.fieldsets
        if not may_publish(request):
            return [disputed, ("Who disputes it", {"fields": ["named"]}), came]
        if obj is not None and obj.report:
            wrote = ("What a reader wrote to us: private", {"fields": ["report", "reply_to"]})
            return [wrote, disputed, who, came]
        return [disputed, who, came]

    @admin.display(description="Who")
    def named(self, challenge: Challenge) -> str:
        if not challenge.name_public:
            return UNNAMED
        return str(challenge.challenger or challenge.challenger_name)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        # An address that narrows the list by the name would tell it, letter by letter.
        if lookup.startswith(PRIVATE) and not may_publish(request):
            return False
        return super().lookup_allowed(lookup, value, request)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if may_publish(request) or not object_id.isdecimal():
            return super().history_view(request, object_id, extra_context)
        entries = timeline(self.concrete, int(object_id), without=PRIVATE)
        for entry in entries:
            entry.reason = ""  # that of a merge has the names of both
        entries = [entry for entry in entries if entry.events]
        return super().history_view(
            request, object_id, {**(extra_context or {}), "entries": entries}
        )

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        public = obj is not None and obj.is_public and obj.statement.is_published
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
