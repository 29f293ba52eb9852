"""The list of statements in the admin: its columns and filters, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from positions.admin.bases import ModelAdmin
from positions.choices import QuotationCheck, Stance
from positions.models import Quotation, Statement, by_line, names_in_by_line

SIDES = ("for", "against", "mixed", "unclear", "neutral")  # as in “3 for · 1 against”


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
        words = Quotation.objects.in_words().filter(statement=OuterRef("pk"))
        found = super().get_queryset(request, exclude_parameters)
        shown: QuerySet[Statement] = found.annotate(
            n_words=_counted(words),
            n_unchecked=_counted(words.filter(check_result=QuotationCheck.NOT_CHECKED)),
            n_unfound=_counted(words.filter(check_result=QuotationCheck.NOT_FOUND)),
        ).prefetch_related(by_line(), "assessments__proposition")
        return shown


def _counted(words: QuerySet[Quotation]) -> Coalesce:
    counted = words.order_by().values("statement").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


class StatementColumns(ModelAdmin):
    """The list page of statements."""

    list_display = ["title", "kind", "dated", "voices", "stances", "words", "state"]
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
        return names_in_by_line(statement) or "—"

    @admin.display(description="Stances")
    def stances(self, statement: Statement) -> str:
        sides = Counter(Stance(each.stance).side for each in statement.assessments.all())
        return " · ".join(f"{sides[side]} {side}" for side in SIDES if sides[side]) or "—"

    @admin.display(description="Words")
    def words(self, statement: Any) -> str:
        if not statement.n_words:
            return "—"
        told = ((statement.n_unfound, "not found"), (statement.n_unchecked, "not checked"))
        return " · ".join(f"{count} {what}" for count, what in told if count) or "found"
