"""All rows of the domain, to hold one state of the database against another."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

from positions.models import IndexEntry, Mention, Merge, Position

# Rows that are derived anew may be others with the same content.
DERIVED = (IndexEntry, Mention, Position)
MOVING = {"version", "modified_at"}


def dump() -> dict[str, list[Any]]:
    """Every field of every row but for versions and the moment of change; no history."""
    return {
        model.__name__: sorted(
            (
                *(
                    tuple(row[field.attname] for field in fields_of(model))
                    for row in model._base_manager.values()
                ),
                *(
                    (one.name, *pair)
                    for one in model._meta.many_to_many
                    for pair in model._base_manager.exclude(**{one.name: None}).values_list(
                        "pk", one.name
                    )
                ),
            ),
            key=repr,
        )
        for model in apps.get_app_config("positions").get_models()
        if not model.__name__.startswith("Historical") and model is not Merge
    }


def fields_of(model: type[models.Model]) -> list[Any]:
    skipped = MOVING | ({"id"} if model in DERIVED else set())
    return [field for field in model._meta.concrete_fields if field.name not in skipped]
