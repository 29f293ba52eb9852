"""Publishing and withdrawing statements from the list."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from positions.admin.bases import ModelAdmin
from positions.admin.roles import may_publish, role_of
from positions.admin.statement.derived import with_positions
from positions.choices import WorkflowState
from positions.models import Statement
from positions.publishing.moves import move
from positions.recording import CorrectionNote

DECISIONS = ("publish", "withdraw")


class PublishingAdmin(ModelAdmin):
    """The two actions, for those who may publish."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if not may_publish(request):
            actions = {name: it for name, it in actions.items() if name not in DECISIONS}
        return actions

    @admin.action(description="Publish the chosen statements")
    def publish(self, request: HttpRequest, queryset: QuerySet[Statement]) -> HttpResponse | None:
        withdrawn = queryset.filter(state=WorkflowState.WITHDRAWN)
        if withdrawn.exists() and not request.POST.get("note", "").strip():
            return self._asked(request, queryset, "publish", withdrawn)
        self._move(request, queryset, WorkflowState.PUBLISHED, "now public")
        return None

    @admin.action(description="Withdraw the chosen statements…")
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Statement]) -> HttpResponse | None:
        if not request.POST.get("note", "").strip():
            return self._asked(request, queryset, "withdraw", queryset)
        self._move(request, queryset, WorkflowState.WITHDRAWN, "withdrawn")
        return None

    def _asked(
        self,
        request: HttpRequest,
        chosen: QuerySet[Statement],
        action: str,
        told_of: QuerySet[Statement],
    ) -> HttpResponse:
        """The page that shows what follows, and asks for the note to readers."""
        title = {
            "withdraw": "Withdraw these statements?",
            "publish": "Publish again what was withdrawn?",
        }[action]
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "action": action,
            "chosen": chosen.values_list("pk", flat=True),
            "statements": with_positions(told_of),
            "unsaid": "confirmed" in request.POST,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/positions/tell_readers.html", context)

    def _move(
        self,
        request: HttpRequest,
        queryset: QuerySet[Statement],
        state: WorkflowState,
        outcome: str,
    ) -> None:
        if not may_publish(request):
            raise PermissionDenied
        correction_note = CorrectionNote(request.POST.get("note", "").strip())
        moved, refused = move(
            queryset.order_by("pk"), state, role_of(request), correction_note=correction_note
        )
        for statement in moved:
            self.log_change(request, statement, f"Set to {state.label.lower()}.")
        if moved:
            noun = "statement is" if len(moved) == 1 else "statements are"
            self.message_user(request, f"{len(moved)} {noun} {outcome}.", messages.SUCCESS)
        for reason in refused:
            self.message_user(request, str(reason), messages.ERROR)
