"""What is searched of rows that were there before anything was searched of them."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from positions import derivation
from positions.models import FoldedText, StatementText

pytestmark = pytest.mark.django_db

TEXTS: list[Any] = [
    model
    for model in apps.get_app_config("positions").get_models()
    if issubclass(model, FoldedText)
]


def texts() -> dict[str, dict[int, str]]:
    return {model.__name__: dict(model.objects.values_list("pk", "folded")) for model in TEXTS}


@pytest.mark.usefixtures("cast")
def test_the_migrations_write_what_saving_and_the_derivation_write() -> None:
    written = texts()
    assert all(written.values())
    for model in TEXTS:
        if model is StatementText:
            model.objects.update(folded=" before\n after ")
        else:
            model.objects.all().delete()
    editor = SimpleNamespace(connection=connection)
    for name in ("0005_texts_for_search", "0014_narrow_keys_and_orders"):
        import_module(f"positions.migrations.{name}").fill(apps, editor)
    assert texts() == written
    derivation.rebuild_all()
    assert texts() == written
