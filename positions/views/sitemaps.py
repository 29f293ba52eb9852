"""What search engines are told: every public page, when it last changed, and what is not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import GenericSitemap, Sitemap, views
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from positions.models import IndexEntry, Proposition, Source, Stakeholder, Statement, Topic

if TYPE_CHECKING:  # Django's own classes take no parameters while they run
    SomePages = Sitemap[str]
    SomeNouns = GenericSitemap[Any]
else:
    SomePages, SomeNouns = Sitemap, GenericSitemap


class Pages(SomePages):
    """The pages that there is one of."""

    def items(self) -> list[str]:
        nouns = ("statement", "organisation", "person", "proposition", "topic", "source")
        return [
            "home",
            *(
                f"{noun}-list"
                for noun in (
                    *nouns,
                    "matrix",
                    "position",
                    "shift",
                    "change",
                    "timeline",
                    "correction",
                )
            ),
            "compare",
            *ABOUT,
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class Nouns(SomeNouns):
    """The pages of one noun, those first that were entered first."""

    limit = 10_000

    def __init__(self, rows: QuerySet[Any]) -> None:
        super().__init__({"queryset": rows.order_by("pk"), "date_field": "modified_at"})


ABOUT = ("about", "about-method", "about-data")


def _spoken(column: str) -> QuerySet[Any, Any]:
    """What published statements lead to."""
    entries: QuerySet[Any, Any] = IndexEntry.objects.order_by().exclude(**{column: None})
    return entries.values(column)


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": Pages(),
    "statements": Nouns(Statement.objects.published()),
    "stakeholders": Nouns(Stakeholder.objects.filter(pk__in=_spoken("voice"))),
    "propositions": Nouns(Proposition.objects.filter(pk__in=_spoken("proposition"))),
    "topics": Nouns(Topic.objects.filter(pk__in=_spoken("topic"))),
    "sources": Nouns(Source.objects.public()),
}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The admin is nothing for search engines, nor are the timeline's ranges without end."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    closed = [reverse("admin:index"), f"{reverse('timeline-list')}?"]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {sitemap}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The sitemaps, one for each noun and each ten thousand pages. Two queries a noun."""
    return views.index(request, SITEMAPS, sitemap_url_name="sitemap-section")


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The pages of one noun. Three queries."""
    return views.sitemap(request, SITEMAPS, section)
