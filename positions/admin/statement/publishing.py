"""Publishing and withdrawing statements from the list, each through all checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from positions import derivation
from positions.admin.bases import ModelAdmin
from positions.admin.history.timeline import stamp
from positions.admin.roles import may_publish
from positions.choices import QuotationCheck, WorkflowState
from positions.models import StaleEdit, Statement

DECISIONS = ("publish", "withdraw")


def obstacles(statement: Statement) -> list[str]:
    """What keeps a statement, as it is stored, from being published. Three queries."""
    found = [f"it lacks {lack}" for lack in statement.missing_for_publication()]
    unfound = statement.quotations.filter(check_result=QuotationCheck.NOT_FOUND)
    return [*found, *(f"{each} is not in the text of its source" for each in unfound)]


@transaction.atomic
def move(
    statements: Iterable[Statement], state: WorkflowState
) -> tuple[list[Statement], list[str]]:
    """Bring statements to a state and derive; those moved, and of the others why not."""
    moved, refused = [], []
    for statement in statements:
        why = obstacles(statement) if state == WorkflowState.PUBLISHED else []
        if not why:
            statement.state = state
            try:
                with transaction.atomic():
                    statement.full_clean()
                    stamp(statement, timezone.now())
                    statement.save()
            except ValidationError as error:
                why = error.messages
            except StaleEdit:
                why = ["somebody else changed it at this moment; try again"]
        if why:
            refused.append(f"“{statement}” stays as it was: {'; '.join(why)}.")
        else:
            moved.append(statement)
    derivation.refresh([statement.pk for statement in moved])
    return moved, refused


class PublishingAdmin(ModelAdmin):
    """The two actions, for those who may publish."""

    actions = list(DECISIONS)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if not may_publish(request):
            actions = {name: it for name, it in actions.items() if name not in DECISIONS}
        return actions

    @admin.action(description="Publish the chosen statements")
    def publish(self, request: HttpRequest, queryset: QuerySet[Statement]) -> None:
        self._move(request, queryset, WorkflowState.PUBLISHED, "now public")

    @admin.action(description="Withdraw the chosen statements…")
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Statement]) -> HttpResponse | None:
        if request.POST.get("confirmed"):
            self._move(request, queryset, WorkflowState.WITHDRAWN, "withdrawn")
            return None
        statements = queryset.prefetch_related("positions__holder", "positions__proposition")
        context = {
            **self.admin_site.each_context(request),
            "title": "Withdraw these statements?",
            "opts": self.opts,
            "statements": statements,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/positions/withdraw.html", context)

    def _move(
        self,
        request: HttpRequest,
        queryset: QuerySet[Statement],
        state: WorkflowState,
        outcome: str,
    ) -> None:
        if not may_publish(request):
            raise PermissionDenied
        moved, refused = move(queryset.order_by("pk"), state)
        for statement in moved:
            self.log_change(request, statement, f"Set to {state.label.lower()}.")
        if moved:
            noun = "statement is" if len(moved) == 1 else "statements are"
            self.message_user(request, f"{len(moved)} {noun} {outcome}.", messages.SUCCESS)
        for reason in refused:
            self.message_user(request, reason, messages.ERROR)
