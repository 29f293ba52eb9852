"""The migration that adds to what is derived writes what deriving would have written."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from positions.choices import Stance
from positions.models import Position, StatementText
from positions.words.folding import BETWEEN_TEXTS
from tests.derivation.test_refresh import rows
from tests.factories import PersonFactory, PropositionFactory, StakeholderFactory, said

pytestmark = pytest.mark.django_db


def test_what_was_derived_before_gets_its_keys_and_moments() -> None:
    company, person = StakeholderFactory.create(), PersonFactory.create()
    one, other = PropositionFactory.create_batch(2)
    said(company, person, on={one: Stance.SUPPORTS, other: Stance.OPPOSES}, date_edtf="2018")
    said(company, on={one: Stance.OPPOSES}, date_edtf="2019-05")
    said(company, date_edtf="../2017")
    texts, positions = rows(StatementText), rows(Position)
    for text in StatementText.objects.all():
        text.folded = text.folded.rpartition(BETWEEN_TEXTS)[0]
        text.save()
    StatementText.objects.update(earliest="0001-01-01")
    Position.objects.update(seen_at="2001-01-01T00:00Z", shift_seen_at=None)
    fill = import_module("positions.migrations.0014_narrow_keys_and_orders").fill
    fill(apps, SimpleNamespace(connection=connection))
    assert rows(StatementText) == texts
    assert rows(Position) == positions
    assert Position.objects.filter(shift_seen_at__isnull=False).exists()
