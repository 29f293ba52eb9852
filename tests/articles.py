"""The two articles, loaded once and put back as rows: each journey and each module has its own."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction


class Articles:
    """All rows that loading the articles writes."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[Any]] = {}

    def put(self) -> None:
        """Load them; from the second time on, as the rows that they were."""
        if not self.rows:
            call_command("load_articles", verbosity=0)
            every = apps.get_app_config("positions").get_models(include_auto_created=True)
            self.rows = {
                model: list(model._base_manager.all()) for model in every if not model._meta.proxy
            }
            return
        with transaction.atomic():  # whatever refers to whatever: it is all there at the end
            for model, rows in self.rows.items():
                model._base_manager.bulk_create(rows)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(self.rows)):
                cursor.execute(statement)
