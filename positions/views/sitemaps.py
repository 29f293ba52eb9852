"""What search engines are told: every public page, when it last changed, and what is not theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from positions.choices import StakeholderKind
from positions.derivation.sets import found, keys
from positions.models import IndexEntry, Proposition, Source, Stakeholder, Statement, Topic
from positions.numbers import whole_number
from positions.records.parts import address

# A sitemap has the pages of so many keys, whichever of them are there: so none is moved by another
# that is added, and to list the sitemaps no page is counted.
KEYS = 10_000
MOST_MAPS = 50_000  # that one index may list, by sitemaps.org
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
FOUND = "noindex, noodp, noarchive"  # of the sitemap itself, which is no page for a reader
ABOUT = ("about", "about-method", "about-data")
NOUNS = ("statement", "organisation", "person", "proposition", "topic", "source")
LISTS = (*NOUNS, "matrix", "position", "shift", "change", "timeline", "correction")
PAGES = ("home", *(f"{noun}-list" for noun in LISTS), "compare", *ABOUT)

Row = tuple[str, datetime | None]  # the path of a page, and when it last changed


def _spoken(rows: QuerySet[Any], column: str) -> QuerySet[Any]:
    """Those to which published statements lead."""
    entries = IndexEntry.objects.order_by().filter(**{column: OuterRef("pk")})
    return rows.filter(Exists(entries))


SECTIONS: dict[str, Callable[[], QuerySet[Any]]] = {
    "statements": Statement.objects.published,
    "stakeholders": lambda: _spoken(Stakeholder.objects.all(), "voice"),
    "propositions": lambda: _spoken(Proposition.objects.all(), "proposition"),
    "topics": lambda: _spoken(Topic.objects.all(), "topic"),
    "sources": Source.objects.public,
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
    """The sitemaps: one for each noun and each ten thousand keys of it. Two queries a noun."""
    maps = [reverse("sitemap-section", args=["pages"])]
    for section, rows in SECTIONS.items():
        maps += [
            reverse("sitemap-section", args=[f"{section}-{number}" if number > 1 else section])
            for number in _numbers(rows())
        ]
    site = _site(request)
    lines = (f"<sitemap><loc>{escape(site + path)}</loc></sitemap>" for path in maps[:MOST_MAPS])
    return _written("sitemapindex", lines)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The pages of some keys of one noun: ``statements``, ``statements-2``. One query."""
    if section == "pages":
        pages: list[Row] = [(reverse(name), None) for name in PAGES]
    else:
        noun, dash, digits = section.partition("-")
        number = whole_number(digits, MOST_MAPS) if dash else 1
        if noun not in SECTIONS or not number or (dash and number == 1):
            raise Http404
        pages = list(_pages(noun, number))
        if dash and not pages:
            raise Http404
    site = _site(request)
    response = _written(
        "urlset",
        (
            f"<url><loc>{escape(site + path)}</loc>"
            + (f"<lastmod>{moment:%Y-%m-%d}</lastmod>" if moment else "")
            + "</url>"
            for path, moment in pages
        ),
    )
    if moments := [moment for _, moment in pages if moment]:
        response["Last-Modified"] = http_date(max(moments).timestamp())
    return response


def _numbers(rows: QuerySet[Any]) -> list[int]:
    """Which sitemaps of a noun have a page, counted from 1.

    Looked up at one row a sitemap, however many rows there are. Two queries.
    """
    last = rows.model._base_manager.order_by("-pk").values_list("pk", flat=True).first()
    if last is None:
        return []
    first_key, next_key = (RawSQL(f"(place + {n}) * {KEYS}", ()) for n in (0, 1))  # noqa: S611 - numbers
    here = rows.filter(pk__gte=first_key, pk__lt=next_key).order_by("pk").values("pk")[:1]
    sql, params = here.query.sql_with_params()
    # Not as EXISTS, of which PostgreSQL makes a join with all rows.
    asked = f"SELECT place FROM places WHERE ({sql}) IS NOT NULL ORDER BY place"  # noqa: S608 - the ORM's own
    every = [keys(range(last // KEYS + 1))]
    places = found(f"WITH places (place) AS ({{these}}) {asked}", [*every, *params])
    return [place + 1 for (place,) in places]


def _pages(section: str, number: int) -> Iterator[Row]:
    """The pages of the keys of one sitemap, in the order of the keys."""
    start = (number - 1) * KEYS
    rows = SECTIONS[section]().filter(pk__gte=start, pk__lt=start + KEYS).order_by("pk")
    if section != "stakeholders":
        noun = section.removesuffix("s")
        for slug, moment in rows.values_list("slug", "modified_at"):
            yield address(noun, slug), moment
        return
    for slug, kind, moment in rows.values_list("slug", "kind", "modified_at"):
        yield address("person" if kind == StakeholderKind.PERSON else "organisation", slug), moment


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").removesuffix("/")


def _written(root: str, lines: Iterable[str]) -> HttpResponse:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{SCHEMA}">'
    text = "\n".join([head, *lines, f"</{root}>", ""])
    return HttpResponse(text, content_type="application/xml", headers={"X-Robots-Tag": FOUND})
