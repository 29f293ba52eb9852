"""Where housekeeping is on the admin's site: its addresses, and its place among the nouns."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path, reverse

from positions.admin.housekeeping.into import into_page
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

SEE = "positions.view_statement"
for_desk = permission_required(SEE, raise_exception=True)

_listed = admin.site.get_app_list
_addressed = admin.site.get_urls


def app_list(request: HttpRequest, app_label: str | None = None) -> list[Any]:
    """The list of nouns, with housekeeping as the last of ours for those who see statements."""
    listed: list[Any] = _listed(request, app_label)
    for app in listed:
        if app["app_label"] == "positions" and request.user.has_perm(SEE):
            app["models"].append(
                {
                    "name": "Housekeeping",
                    "object_name": "Housekeeping",
                    "admin_url": reverse("admin:housekeeping"),
                    "add_url": None,
                    "view_only": True,
                }
            )
    return listed


def addresses() -> list[URLPattern | URLResolver]:
    """The addresses of the site, ours first."""
    ours = [
        path(f"housekeeping/{route}", admin.site.admin_view(for_desk(view)), name=name)
        for route, view, name in PAGES
    ]
    return [*ours, *_addressed()]


# Django's site has no other hook for these two that leaves the settings alone.
admin.site.get_app_list = app_list  # type: ignore[method-assign]
admin.site.get_urls = addresses  # type: ignore[method-assign]
