"""The list of statements in the admin: its columns and filters, in a fixed number of queries."""
# ruff: noqa: ARG002 - Django's hooks hand over more than each page needs

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from positions.admin.bases import ModelAdmin
from positions.choices import QuotationCheck
from positions.models import Quotation, Statement

VOICES_SHOWN = 3
VERIFIED = (QuotationCheck.EXACT, QuotationCheck.TYPOGRAPHY)


class CheckFilter(admin.SimpleListFilter):
    """By what came of checking the words; a paraphrase is not checked and does not count."""

    title = "check of the words"
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(check.value, check.label) for check in QuotationCheck]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        words = Quotation.objects.in_words().filter(statement=OuterRef("pk"))
        return queryset.filter(Exists(words.filter(check_result=self.value())))


class StatementList(ChangeList):
    """Fetches with the page's rows what its columns show."""

    def get_queryset(
        self, request: HttpRequest, exclude_parameters: Any = None
    ) -> QuerySet[Statement]:
        unverified = (
            Quotation.objects.in_words()
            .filter(statement=OuterRef("pk"))
            .exclude(check_result__in=VERIFIED)
            .order_by()
            .values("statement")
            .annotate(n=Count("pk"))
            .values("n")
        )
        found = super().get_queryset(request, exclude_parameters)
        shown: QuerySet[Statement] = found.annotate(
            n_unverified=Coalesce(Subquery(unverified), 0)
        ).prefetch_related("attributions__stakeholder", "assessments__proposition")
        return shown


class StatementColumns(ModelAdmin):
    """The list page of statements."""

    list_display = ["title", "kind", "dated", "voices", "stances", "unverified", "state"]
    list_filter = ["state", "kind", CheckFilter, "assessments__stance", "topic"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]  # the newest entered first, by the primary key at no cost
    search_fields = [
        *("title", "summary", "quotations__exact"),
        *("attributions__stakeholder__name", "attributions__stakeholder__abbreviation"),
        "attributions__stakeholder__aliases__name",
    ]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return StatementList

    @admin.display(description="Date", ordering="earliest")
    def dated(self, statement: Statement) -> str:
        return str(statement.date or "—")

    @admin.display(description="Who")
    def voices(self, statement: Statement) -> str:
        names = [each.stakeholder.short_name for each in statement.attributions.all()]
        more = len(names) - VOICES_SHOWN
        return ", ".join(names[:VOICES_SHOWN]) + (f" and {more} more" if more > 0 else "") or "—"

    @admin.display(description="Stances")
    def stances(self, statement: Statement) -> str:
        return "; ".join(str(each) for each in statement.assessments.all()) or "—"

    @admin.display(description="Unverified")
    def unverified(self, statement: Any) -> int:
        count: int = statement.n_unverified
        return count
