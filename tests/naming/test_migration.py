"""The migration that gives names their keys writes what saving would have written."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from positions.models import AliasText, FoldedText, StakeholderText
from positions.models.names import names_for
from tests.factories import AliasFactory, StakeholderFactory

COLUMNS: dict[type[FoldedText], tuple[str, ...]] = {
    StakeholderText: ("pk", "name_key", "abbreviation_key"),
    AliasText: ("pk", "name_key"),
}

pytestmark = pytest.mark.django_db


def test_names_that_were_there_get_their_keys_and_the_new_letters() -> None:
    lodz = StakeholderFactory.create(name="Łódzka Straż", abbreviation="Ł.S.")
    AliasFactory.create(stakeholder=lodz, name="Hawaiʻi Straße")
    keys = {
        model: list(model._default_manager.order_by("pk").values(*columns))
        for model, columns in COLUMNS.items()
    }
    StakeholderText.objects.update(folded=" łodzka straz ¶ łs ", name_key="", abbreviation_key="")
    AliasText.objects.update(folded=" hawaiʻi strasse ", name_key="")
    assert not names_for(["lodzka straz"]).find("lodzka straz")
    import_module("positions.migrations.0011_names").fill(apps, None)
    assert [each.slug for each in names_for(["hawaii strasse"]).find("hawaii strasse")] == [
        lodz.slug
    ]
    for model, columns in COLUMNS.items():
        assert list(model._default_manager.order_by("pk").values(*columns)) == keys[model]
    assert StakeholderText.objects.filter(folded__words=[" lodzka "]).exists()
