"""Every public address of the tracker."""

from __future__ import annotations

from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from positions.filters import DayFilters
from positions.formats.files import FORMATS, suffixes
from positions.listing import AnyDeclaration
from positions.views import (
    about,
    compare,
    data,
    details,
    errors,
    evidence,
    home,
    lists,
    matrix,
    search,
    sitemaps,
    timeline,
)
from positions.views.declarations import DECLARATIONS, MATRIX
from positions.views.sharing import card, embed
from positions.views.sharing.oembed import oembed


def paths_of(declaration: AnyDeclaration) -> list[URLPattern]:
    """A list's page, its formats, and the records of its objects."""
    noun, plural = declaration.noun, declaration.plural
    given = {"declaration": declaration}
    found = [
        path(f"{declaration.path or plural}/", lists.list_page, given, name=f"{noun}-list"),
        re_path(
            rf"^{plural}\.(?P<suffix>{suffixes(declaration)})$",
            data.listed,
            given,
            name=f"{noun}-list-data",
        ),
    ]
    if declaration.objects:
        view = details.record_of(declaration)
        found.append(path(f"{plural}/<slug:slug>.json", view, name=f"{noun}-record"))
    return found


DETAILS = {
    "statement": ("statements", details.statement),
    "organisation": ("organisations", details.stakeholder),
    "person": ("people", details.stakeholder),
    "proposition": ("propositions", details.proposition),
    "topic": ("topics", details.topic),
    "source": ("sources", details.source),
}

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("timeline/", timeline.timeline, name="timeline-list"),
    path("about/", about.about, name="about"),
    path("about/method/", about.method, name="about-method"),
    path("about/data/", about.data, name="about-data"),
    path("api/openapi.json", data.openapi, name="openapi"),
    path("positions/", matrix.matrix_page, name="matrix-list"),
    re_path(
        rf"^positions/matrix\.(?P<suffix>{suffixes(MATRIX)})$",
        data.listed,
        {"declaration": MATRIX},
        name="matrix-list-data",
    ),
    path("positions/evidence/", evidence.evidence_page, name="evidence"),
    path("search/", search.search_page, name="search"),
    path("search.json", search.data, name="search-data"),
    path("suggestions.json", search.suggestions, name="suggestions"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.section, name="sitemap-section"),
    path("compare/", compare.compare_page, name="compare"),
    re_path(r"^compare\.(?P<suffix>json|csv)$", compare.data, name="compare-data"),
    path("statements/<slug:slug>/exchange/", details.exchange, name="statement-exchange"),
    path("statements/<slug:slug>/names/", details.names, name="statement-names"),
    path("statements/<slug:slug>/cite.bib", details.bibtex, name="statement-cite"),
    path("statements/<slug:slug>/cite.json", details.csl, name="statement-cite-csl"),
    path("statements/<slug:slug>/cite.ris", details.ris, name="statement-cite-ris"),
    path("statements/<slug:slug>/report/", details.report, name="statement-report"),
    path(
        "statements/<slug:slug>/report/received/",
        details.received,
        name="statement-report-received",
    ),
    path("statements/<slug:slug>/embed/", embed.statement, name="statement-embed"),
    path("statements/<slug:slug>/card.png", card.statement, name="statement-card"),
    path("propositions/<slug:slug>/embed/", embed.proposition, name="proposition-embed"),
    path("propositions/<slug:slug>/card.png", card.proposition, name="proposition-card"),
    path("organisations/<slug:slug>/embed/", embed.organisation, name="organisation-embed"),
    path("organisations/<slug:slug>/card.png", card.organisation, name="organisation-card"),
    path("topics/<slug:slug>/embed/", embed.topic, name="topic-embed"),
    path("topics/<slug:slug>/card.png", card.topic, name="topic-card"),
    path("compare/card.png", compare.picture, name="compare-card"),
    path("oembed.json", oembed, name="oembed"),
]
for _declaration in DECLARATIONS:
    urlpatterns += paths_of(_declaration)
urlpatterns += [
    path(f"{plural}/<slug:slug>/", view, name=f"{noun}-detail")
    for noun, (plural, view) in DETAILS.items()
]
urlpatterns += [re_path(rf"^.*\.(?:{'|'.join(FORMATS)})$", data.unknown)]
# Which keys an address honours that is no list; none, unless it is named here.
OF_A_DAY = tuple(DayFilters.conditions())
KNOWN = {
    "statement-names": ("page",),
    **{
        f"{noun}-embed": ("theme",)
        for noun in ("statement", "proposition", "organisation", "topic")
    },
    **{f"{noun}-detail": OF_A_DAY for noun in ("organisation", "person", "proposition")},
    **{f"{noun}-card": OF_A_DAY for noun in ("organisation", "proposition", "topic")},
}
# These read their query string themselves, and refuse what they do not know.
READ_BY_THEMSELVES = ("compare", "evidence", "oembed", "search", "suggestions")
for _pattern in urlpatterns:
    _name = _pattern.name or "list"  # what no other takes is refused as the list that it is none of
    if not _name.startswith(READ_BY_THEMSELVES) and not {"list", "record"} & {*_name.split("-")}:
        _pattern.callback = errors.only_known(_pattern.callback, KNOWN.get(_name, ()))
    _pattern.callback = errors.only_read(
        _pattern.callback, posted=_pattern.name == "statement-report"
    )
