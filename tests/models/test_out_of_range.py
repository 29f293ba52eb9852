"""Keys that no row can have are found nowhere, and nothing fails for them."""

from __future__ import annotations

import pytest

from positions.models import Stakeholder, Statement
from tests.factories import StakeholderFactory, TopicFactory, said

pytestmark = pytest.mark.django_db
OUT_OF_RANGE = (2**63, -(2**63) - 1, 10**400)


def test_numbers_out_of_range_are_among_no_rows() -> None:
    one = StakeholderFactory.create()
    assert list(Stakeholder.objects.filter(pk__in=OUT_OF_RANGE)) == []
    assert list(Stakeholder.objects.filter(pk__in=[one.pk, *OUT_OF_RANGE])) == [one]
    assert list(Stakeholder.objects.exclude(pk__in=[str(2**63)])) == [one]


def test_keys_of_others_out_of_range_are_those_of_no_rows() -> None:
    statement = said(topic=TopicFactory.create())
    assert statement.topic is not None
    assert Statement.objects.filter(topic__in=[statement.topic.pk, str(2**63)]).get() == statement
    assert not Statement.objects.filter(topic_id__in=[2**63]).exists()
    assert not Statement.objects.filter(topic=2**63).exists()
    assert not Statement.objects.filter(attributions__stakeholder=2**63).exists()
    assert Statement.objects.exclude(topic=2**63).get() == statement
    assert Statement.objects.filter(topic=statement.topic).get() == statement
