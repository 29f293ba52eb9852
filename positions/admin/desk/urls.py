"""The addresses of the desk, within the admin's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.urls import path
from django.urls.resolvers import URLPattern

from positions.admin.desk import page, start, suggestions


def _at(route: str, view: Callable[..., Any], name: str) -> URLPattern:
    return path(f"desk/{route}", admin.site.admin_view(view), name=name)


def addresses() -> list[URLPattern]:
    """All of them, for the admin's site."""
    return [
        _at("", start.start, "desk"),
        _at("names/", suggestions.names, "desk_names"),
        _at("address/", suggestions.address, "desk_address"),
        _at("<int:pk>/", page.article, "desk_article"),
        _at("<int:pk>/save/", page.save, "desk_save"),
        _at("<int:pk>/entered/", page.entered, "desk_entered"),
        _at("<int:pk>/discard/", start.discard, "desk_discard"),
        _at("<int:pk>/put-back/", start.put_back, "desk_put_back"),
    ]
