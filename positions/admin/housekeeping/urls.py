"""The addresses of housekeeping, within the admin's; for those who see statements."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.urls import path

from positions.admin.housekeeping.choose_target import choose_target_page
from positions.admin.housekeeping.lacking import deleted_page, lacking_page, overview
from positions.admin.housekeeping.likely import likely_page
from positions.admin.housekeeping.merging import merge_page, undo_page

for_editors = permission_required("positions.view_statement", raise_exception=True)


def _page(route: str, view: Any, name: str) -> Any:
    return path(route, admin.site.admin_view(for_editors(view)), name=name)


urlpatterns = [
    _page("", overview, "housekeeping"),
    _page("alike/<slug:noun>/", likely_page, "housekeeping_alike"),
    _page("deleted/", deleted_page, "housekeeping_deleted"),
    _page("lacking/<slug:what>/", lacking_page, "housekeeping_lacking"),
    _page("merge/<slug:noun>/<int:merged>/", choose_target_page, "housekeeping_into"),
    _page("merge/<slug:noun>/<int:merged>/<int:kept>/", merge_page, "housekeeping_merge"),
    _page("merges/<int:pk>/undo/", undo_page, "housekeeping_undo"),
]
