"""The migration that adds stems and signs writes what saving would have written."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from positions.choices import Stance
from positions.models import (
    AliasText,
    FoldedText,
    PropositionReason,
    PropositionText,
    SourceText,
    StakeholderText,
    StatementText,
    TopicText,
)
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

MODELS: tuple[type[FoldedText], ...] = (
    *(AliasText, PropositionReason, PropositionText, SourceText),
    *(StakeholderText, StatementText, TopicText),
)


def texts(model: type[FoldedText]) -> list[tuple[int, str]]:
    return list(model._default_manager.order_by("pk").values_list("pk", "folded"))


@pytest.mark.django_db
def test_texts_that_were_there_get_stems_and_signs_and_keep_their_keys() -> None:
    law = PropositionFactory.create(text="Misusing 99% is wrong.", why_it_matters="Selling C++")
    voice = AliasFactory.create(name="Sellers", stakeholder=StakeholderFactory.create(name="Banks"))
    SourceFactory.create(title="Under § 230", publisher=voice.stakeholder)
    said(voice.stakeholder, on={law: Stance.OPPOSES}, words="They misused it.", summary="Sales")
    written = {model: texts(model) for model in MODELS}
    assert all(any("≈" in text for _, text in rows) for rows in written.values())
    for model in MODELS:
        for pk, text in texts(model):
            plain = " ".join(word for word in text.split(" ") if not word.startswith("≈"))
            model._default_manager.filter(pk=pk).update(folded=plain)
    import_module("positions.migrations.0016_stems_and_signs").write(apps, None)
    assert {model: texts(model) for model in MODELS} == written
    assert StatementText.objects.filter(folded__words=[" ≈misus "]).exists()
