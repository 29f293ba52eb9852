"""What the rows of these tests refer to."""

from __future__ import annotations

import pytest

from positions.models import Stakeholder
from tests.factories import SourceFactory, StakeholderFactory


@pytest.fixture
def known() -> Stakeholder:
    """A voice and a source for that letter."""
    SourceFactory.create(slug="example-source", url="https://news.example/source")
    return StakeholderFactory.create(slug="example-works", name="Example Works")
