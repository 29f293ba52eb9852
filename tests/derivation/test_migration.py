"""The migration that adds to what is derived writes what deriving would have written."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from positions import derivation
from positions.choices import Directness, Stance
from positions.models import IndexEntry, Position, TopicTotal
from tests.derivation.test_refresh import rows
from tests.factories import (
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db


def test_what_was_derived_before_gets_what_lists_read_and_totals() -> None:
    company, *people = StakeholderFactory.create(), *PersonFactory.create_batch(3)
    one, other = PropositionFactory.create_batch(2)
    letter = said(company, people[0], on={one: Stance.SUPPORTS, other: Stance.OPPOSES})
    letter.assessments.filter(proposition=other).update(directness=Directness.IMPLIED)
    for person, capacity in zip(people[1:], ("organisational", "affiliation_only"), strict=True):
        AttributionFactory.create(
            statement=letter, stakeholder=person, on_behalf_of=company, capacity=capacity
        )
    said(company, topic=one.topic)
    derivation.refresh([letter.pk])
    derived = [rows(model) for model in (IndexEntry, Position, TopicTotal)]
    spoken = IndexEntry.objects.filter(as_spokesperson=True).values_list("voice", flat=True)
    assert set(spoken) == {people[1].pk}
    IndexEntry.objects.update(directness="", as_spokesperson=False)
    Position.objects.update(directness="")
    TopicTotal.objects.all().delete()
    fill = import_module("positions.migrations.0019_what_lists_read_and_totals").fill
    fill(apps, SimpleNamespace(connection=connection))
    assert [rows(model) for model in (IndexEntry, Position, TopicTotal)] == derived
