"""Every public address of the tracker."""

from __future__ import annotations

from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from positions.views import about, data, details, home, lists, search, sitemaps
from positions.views.declarations import DECLARATIONS

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
    path("about/method/", about.method, name="about-method"),
    path("about/data/", about.data, name="about-data"),
    path("api/openapi.json", data.openapi, name="openapi"),
    path("search/", search.page, name="search"),
    path("search.json", search.data, name="search-data"),
    path("suggestions.json", search.suggestions, name="suggestions"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.section, name="sitemap-section"),
    path("statements/<slug:slug>/cite.bib", details.bibtex, name="statement-cite"),
]
for _declaration in DECLARATIONS:
    _noun, _plural = _declaration.noun, _declaration.plural
    _given = {"declaration": _declaration}
    urlpatterns += [
        path(f"{_plural}/", lists.page, _given, name=f"{_noun}-list"),
        re_path(
            rf"^{_plural}\.(?P<suffix>json|csv|atom)$",
            data.listed,
            _given,
            name=f"{_noun}-list-data",
        ),
    ]
urlpatterns += [
    path(f"{plural}/<slug:slug>/", view, name=f"{noun}-detail")
    for noun, (plural, view) in DETAILS.items()
]
urlpatterns += [re_path(r"^.*\.(?:json|csv|atom)$", data.unknown)]
