"""What every test of paging has: pages so small that a handful of rows shows everything."""

from __future__ import annotations

import pytest

from positions.listing import reading, selection


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows a page, three numbered pages."""
    monkeypatch.setattr(selection, "PAGE_SIZE", 2)
    monkeypatch.setattr(selection, "NUMBERED_PAGES", 3)
    monkeypatch.setattr(reading, "NUMBERED_PAGES", 3)
