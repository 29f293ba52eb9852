"""The addresses of the desk, within the admin's."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

from positions.admin.desk import from_page, page, start, suggestions

guarded = admin.site.admin_view

urlpatterns = [
    path("", guarded(start.start), name="desk"),
    path("page/", from_page.from_elsewhere(guarded(start.filled)), name="desk_page"),
    path("names/", guarded(suggestions.names), name="desk_names"),
    path("address/", guarded(suggestions.address), name="desk_address"),
    path("<int:pk>/", guarded(page.article), name="desk_article"),
    path("<int:pk>/save/", guarded(page.save), name="desk_save"),
    path("<int:pk>/entered/", guarded(page.entered), name="desk_entered"),
    path("<int:pk>/discard/", guarded(start.discard), name="desk_discard"),
    path("<int:pk>/put-back/", guarded(start.put_back), name="desk_put_back"),
]
