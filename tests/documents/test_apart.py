"""A file is read in a process apart, which is bound; that process's end is a plain refusal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from positions import apart
from positions.documents import Unreadable, read_document
from tests.documents.samples import SENTENCE, page, word


def test_process_apart_gives_back_all_that_was_read() -> None:
    document = read_document("a “letter”\n.docx", word(SENTENCE, title="Example letter"))
    assert (document.name, document.text) == ("a “letter”\n.docx", SENTENCE)
    assert document.said.title == "Example letter"
    assert read_document("a.txt", SENTENCE.encode("cp1252")).notes


def test_refusal_comes_back_in_the_same_words() -> None:
    with pytest.raises(Unreadable) as refused:
        read_document("a.docx", b"PK\x03\x04")
    assert str(refused.value).startswith("“a.docx” is damaged")


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(Unreadable, match="took longer"):
        read_document("a.html", page())


def test_a_file_that_ends_the_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Unreadable, match="too much time or memory"):
        read_document("a.html", page())


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('written', 'w')",
        "import pathlib; pathlib.Path('written').touch()",
        "import os; os.remove('kept')",
        "bytearray(2_000_000_000)",
    ],
)
def test_nothing_is_reached_run_written_or_filled_up(deed: str, tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    program = f"from positions.apart import confine; confine(); {deed}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PermissionError" in done.stderr or "MemoryError" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]
