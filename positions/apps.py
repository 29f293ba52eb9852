"""Tells Django the name of this application."""

from django.apps import AppConfig


class PositionsConfig(AppConfig):
    """The domain, to Django."""

    name = "positions"
    verbose_name = "Positions"
    default_auto_field = "django.db.models.BigAutoField"
