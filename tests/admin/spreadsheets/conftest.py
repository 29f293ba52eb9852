"""Where uploaded files wait while the site is tested."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def waiting(settings: Any, tmp_path: Path) -> Path:
    """Where uploaded files wait in this test."""
    settings.IMPORTS_DIR = tmp_path / "imports"
    return tmp_path / "imports"
