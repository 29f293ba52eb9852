"""Topics in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from positions import search
from positions.admin.editing.editable import EditableAdmin
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.importers.sheets import SHEETS
from positions.models import Topic


@admin.register(Topic)
class TopicAdmin(SpreadsheetAdmin, EditableAdmin):
    """The pages of topics."""

    sheet = SHEETS["topics"]
    list_display = ["name", "n_propositions"]
    search_fields = ["name"]
    search_words = staticmethod(search.topics)
    fieldsets = [(None, {"fields": ["name", "description", "slug"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        found: QuerySet[Topic] = super().get_queryset(request)
        # Where rows are counted by group, Django leaves out the order that the noun has of itself.
        return found.annotate(n_under=Count("propositions")).order_by("name", "pk")

    @admin.display(description="Propositions", ordering="n_under")
    def n_propositions(self, topic: Any) -> int:
        count: int = topic.n_under
        return count
