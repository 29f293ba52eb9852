"""Propositions in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from positions import search
from positions.admin.editing.editable import EditableAdmin
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.importers.sheets import SHEETS
from positions.models import Assessment, Proposition


@admin.register(Proposition)
class PropositionAdmin(SpreadsheetAdmin, EditableAdmin):
    """The pages of propositions."""

    sheet = SHEETS["propositions"]
    list_display = ["short_label", "text", "topic", "n_assessments"]
    list_select_related = ["topic"]
    list_filter = ["topic"]
    search_fields = ["text"]
    search_words = staticmethod(search.propositions)
    search_help_text = "The beginning of any word of the sentence, its label, or why it matters."
    autocomplete_fields = ["topic"]
    fieldsets = [
        (
            None,
            {"fields": ["topic", "text", "short_label", "why_it_matters", ("order", "slug")]},
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposition]:
        counted = (
            Assessment.objects.filter(proposition=OuterRef("pk"))
            .order_by()
            .values("proposition")
            .annotate(n=Count("pk"))
            .values("n")
        )
        found: QuerySet[Proposition] = super().get_queryset(request)
        return found.annotate(n_judged=Coalesce(Subquery(counted), 0))

    @admin.display(description="Stances", ordering="n_judged")
    def n_assessments(self, proposition: Any) -> int:
        count: int = proposition.n_judged
        return count
