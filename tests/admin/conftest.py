"""The accounts that work at the admin's pages, which read what is pasted without a new process."""

import pytest

from tests.accounts import administrator, contributor, editor, log_in

__all__ = ["administrator", "contributor", "editor", "log_in", "reading"]


@pytest.fixture(autouse=True)
def reading(read_here: None) -> None:
    """What an editor pastes or gives as a file is read in the test's own process."""
