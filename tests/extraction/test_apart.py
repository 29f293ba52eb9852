"""An article is read in a process apart, which gives the same drafts or a plain refusal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from positions import apart
from positions.extraction import Known, extract
from positions.extraction.apart import Unread, extract_apart

DEVELOPMENT = Path(__file__).parent / "gold" / "development"
KNOWN = {"Example Anglers": ["EA"], "Mara Vell": []}


def test_the_process_apart_gives_the_drafts_that_are_read_here() -> None:
    article = (DEVELOPMENT / "nitrate-rules.txt").read_text("utf-8")
    there = extract_apart(article, "2024-05-08", KNOWN)
    assert there
    assert there == extract(article, "2024-05-08", Known.of(KNOWN))


def test_names_that_are_known_are_known_in_the_process_apart() -> None:
    [draft] = extract_apart("“It leaks,” EA said.", "2024-05-08", KNOWN)
    assert draft.speaker.name == "Example Anglers"


def test_an_article_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    with pytest.raises(
        Unread, match=r"took longer than 0\.01 seconds to read\. Paste it in parts\."
    ):
        extract_apart("It leaks.", "", {})


def test_an_article_that_ends_the_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Unread, match="too much time or memory"):
        extract_apart("It leaks.", "", {})
