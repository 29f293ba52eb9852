"""Every address of the site: the admin, the tracker's own pages, and the pages of errors."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("", include("positions.urls")),
]

handler400 = "tracker.outage.bad_request"
handler403 = "positions.views.errors.permission_denied"
handler404 = "positions.views.errors.page_not_found"
handler500 = "tracker.outage.server_error"
