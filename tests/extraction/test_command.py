"""The command that prints the drafts of a file says in words what it cannot read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.served import ROOT


@pytest.mark.parametrize(
    ("name", "said"),
    [("none.txt", "No such file"), ("latin.txt", "is not in UTF-8 (at byte 3)"), ("", "directory")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))
    done = subprocess.run(
        [sys.executable, "-m", "positions.extraction", str(tmp_path / name)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert said in done.stderr
