"""Tells Django which site its admin is."""

from django.contrib.admin import apps


class EditorsConfig(apps.AdminConfig):
    """Django's admin, whose default site is that of the editors."""

    default = False  # it is named in the settings; this folder itself is an application of its own
    default_site = "positions.admin.site.editors_site"
