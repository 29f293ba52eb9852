"""Two editors at once."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.accounts import LogIn


@pytest.fixture
def two(log_in: LogIn) -> tuple[Client, Client]:
    return log_in("editor", "first-editor"), log_in("editor", "second-editor")
