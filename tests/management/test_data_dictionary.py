"""The documents say what the code does."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps

from positions.management.commands.data_dictionary import NOUNS, dictionary

DOCS = Path(__file__).parents[2] / "docs"


def test_the_data_dictionary_is_up_to_date() -> None:
    written = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    assert written.strip() == dictionary().strip(), (
        "Run: .venv/bin/python manage.py data_dictionary > docs/data-dictionary.md"
    )


def test_every_noun_is_in_it() -> None:
    recorded = {
        model
        for model in apps.get_app_config("positions").get_models()
        if not model._meta.proxy and not model.__name__.startswith("Historical")
    }
    assert recorded - set(NOUNS) == set()
