"""Tells Django the name of this application, and to keep the index of words whole."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from positions.words.index import keep


class PositionsConfig(AppConfig):
    """The domain, to Django."""

    name = "positions"
    verbose_name = "The record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(keep, sender=self)
