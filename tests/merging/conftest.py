"""Two entries of one organisation."""

from __future__ import annotations

import pytest

from positions.models import Stakeholder
from tests.accounts import contributor, editor, log_in
from tests.factories import StakeholderFactory

__all__ = ["contributor", "editor", "kept", "log_in", "merged"]


@pytest.fixture
def kept(db: None) -> Stakeholder:
    return StakeholderFactory.create(name="Example Union", slug="union")


@pytest.fixture
def merged(db: None) -> Stakeholder:
    return StakeholderFactory.create(
        name="The Example Union, Inc.", abbreviation="TEU", slug="the-union"
    )
