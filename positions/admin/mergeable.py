"""What the pages of stakeholders and of sources share: the ways to merge one into another."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from positions.admin.bases import ModelAdmin
from positions.admin.housekeeping.nouns import may_merge


class MergeableAdmin(ModelAdmin):
    """“Merge…” for two that are chosen in the list, “Merge into…” on a page."""

    change_form_template = "admin/positions/mergeable_form.html"
    actions = ["merge"]

    @property
    def mergeable_noun(self) -> str:
        """The name under which its rows are merged: that of the concrete model."""
        return str(self.model._meta.concrete_model._meta.model_name)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if not may_merge(request):
            actions.pop("merge", None)
        return actions

    @admin.action(description="Merge the chosen two…")
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        chosen = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(chosen) != 2:
            self.message_user(request, "Choose two, no more and no fewer.", messages.ERROR)
            return None
        kept, merged = chosen  # the one that was entered first is proposed to stay
        noun = self.mergeable_noun
        return HttpResponseRedirect(reverse("admin:housekeeping_merge", args=[noun, merged, kept]))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        shown = context.get("original")
        if shown is not None and may_merge(request):
            into = reverse("admin:housekeeping_into", args=[self.mergeable_noun, shown.pk])
            context["merge_url"] = into
        return super().render_change_form(request, context, *args, **kwargs)
