"""A rival on the same rows: the list of statements as one usually writes it in Django.

A ListView and a FilterSet over the normalised tables, prefetched, fifty a page, in Django's own
template language. `usual_settings` serves it with the project's own middleware.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import F, Q, QuerySet
from django.http import HttpResponse
from django.template import engines
from django.urls import path
from django.views.generic import ListView

from positions.choices import Capacity, Stance
from positions.models import Statement
from tracker.urls import urlpatterns as site_urls

TEMPLATE = """<h1>{{ paginator.count }} statements</h1>{% for statement in object_list %}
<article><h2><a href="/statements/{{ statement.slug }}/">{{ statement.title }}</a></h2>
<p>{{ statement.earliest|date:"j F Y" }} · {{ statement.get_kind_display }}</p>
{% for each in statement.attributions.all %}<b>{{ each.stakeholder.name }}</b>{% endfor %}
{% for each in statement.quotations.all %}<blockquote>{{ each.exact }}</blockquote>
<cite>{{ each.source.title }}</cite>{% endfor %}
{% for each in statement.assessments.all %}<i>{{ each.get_stance_display }}</i>
{{ each.proposition.short_label }}{% endfor %}</article>{% endfor %}
{% if page_obj.has_next %}<a href="?page={{ page_obj.next_page_number }}">next</a>{% endif %}"""


class StatementFilters(django_filters.FilterSet):
    """By organisation, stance and words, through the tables that have them."""

    organisation = django_filters.CharFilter(method="spoken")
    stance = django_filters.ChoiceFilter(field_name="assessments__stance", choices=Stance.choices)
    q = django_filters.CharFilter(method="having")

    def spoken(self, rows: QuerySet[Statement], _name: str, slug: str) -> QuerySet[Statement]:
        return rows.filter(
            Q(attributions__stakeholder__slug=slug)
            | Q(
                attributions__on_behalf_of__slug=slug,
                attributions__capacity=Capacity.ORGANISATIONAL,
            )
        )

    def having(self, rows: QuerySet[Statement], _name: str, words: str) -> QuerySet[Statement]:
        return rows.filter(
            Q(title__icontains=words)
            | Q(summary__icontains=words)
            | Q(quotations__exact__icontains=words)
        )


if TYPE_CHECKING:  # Django's own takes no parameters while it runs
    Statements = ListView[Statement]
else:
    Statements = ListView


class StatementList(Statements):
    """Fifty a page, the newest first, counted as Django counts."""

    paginate_by = 50

    def get_queryset(self) -> QuerySet[Statement]:
        rows = (
            Statement.objects.published()
            .order_by(F("earliest").desc(nulls_last=True), "-pk")
            .distinct()
        )
        rows = rows.prefetch_related(
            "attributions__stakeholder", "quotations__source", "assessments__proposition"
        )
        found: QuerySet[Statement] = StatementFilters(self.request.GET, rows).qs
        return found

    def render_to_response(self, context: dict[str, Any], **_: Any) -> Any:
        page = engines["django"].from_string(TEMPLATE)
        return HttpResponse(page.render(context, self.request))


# Beside the project's own addresses, of which its middleware knows.
urlpatterns = [path("usual/", StatementList.as_view()), *site_urls]
