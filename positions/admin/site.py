"""The site of the admin: what it is called, and in which order its first page offers things."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from positions.admin.desk.addresses import addresses
from positions.admin.editing.labels import autocomplete_view

# In the order of an editor's work; the machinery comes last, under names that say what it is.
APPS = {"positions": "Positions", "auth": "Accounts", "axes": "Refused log-ins"}
NOUNS = (
    *("Statement", "Source", "Organisation", "Person", "Proposition", "Topic"),
    *("User", "Group"),
)

_listed = admin.site.get_app_list
_addresses = admin.site.get_urls


def app_list(request: HttpRequest, app_label: str | None = None) -> list[Any]:
    """Django's list of what this account may open, in our order and under our names."""
    listed: list[Any] = _listed(request, app_label)
    for app in listed:
        app["name"] = APPS.get(app["app_label"], app["name"])
        app["models"].sort(key=lambda model: _place(model["object_name"], NOUNS))
    return sorted(listed, key=lambda app: _place(app["app_label"], tuple(APPS)))


def get_urls() -> list[Any]:
    """Django's addresses, after those of the desk."""
    return [*addresses(), *_addresses()]


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)


admin.site.site_header = "Stakeholder Position Tracker"
admin.site.site_title = "Position Tracker"
admin.site.enable_nav_sidebar = False  # the masthead leads to every noun, at any width
admin.site.index_title = "The editors' desk"
# Django's site has no other hook for these that leaves the settings alone.
admin.site.get_urls = get_urls  # type: ignore[method-assign]
admin.site.get_app_list = app_list  # type: ignore[method-assign]
admin.site.autocomplete_view = autocomplete_view  # type: ignore[assignment,method-assign]
