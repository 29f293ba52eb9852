"""The addresses of housekeeping, within the admin's; for those who see statements."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.urls import path
from django.urls.resolvers import URLPattern

from positions.admin.housekeeping.choose_target import into_page
from positions.admin.housekeeping.lacking import lacking_page
from positions.admin.housekeeping.likely import likely_page
from positions.admin.housekeeping.merging import merge_page, undo_page
from positions.admin.housekeeping.overview import overview

PAGES = (
    ("", overview, "housekeeping"),
    ("alike/<slug:noun>/", likely_page, "housekeeping_alike"),
    ("lacking/<slug:what>/", lacking_page, "housekeeping_lacking"),
    ("merge/<slug:noun>/<int:merged>/", into_page, "housekeeping_into"),
    ("merge/<slug:noun>/<int:merged>/<int:kept>/", merge_page, "housekeeping_merge"),
    ("merges/<int:pk>/undo/", undo_page, "housekeeping_undo"),
)

for_desk = permission_required("positions.view_statement", raise_exception=True)


def addresses() -> list[URLPattern]:
    """All of them, for the admin's site."""
    return [
        path(f"housekeeping/{route}", admin.site.admin_view(for_desk(view)), name=name)
        for route, view, name in PAGES
    ]
