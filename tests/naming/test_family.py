"""Names of people taken apart for reference managers."""

from __future__ import annotations

import pytest

from positions.naming import taken_apart


@pytest.mark.parametrize(
    ("name", "called", "parts"),
    [
        ("Robin Rivera", "", ("Robin", "Rivera", "")),
        ("Robin L. Rivera Example", "", ("Robin L. Rivera", "Example", "")),
        ("Robin L. Rivera Example", "Rivera Example", ("Robin L.", "Rivera Example", "")),
        ("Robin van der Rivera", "Rivera", ("Robin", "van der Rivera", "")),
        ("Robin Rivera, Jr.", "", ("Robin", "Rivera", "Jr.")),
        ("Robin Rivera III", "", ("Robin", "Rivera", "III")),
        ("Rivera Robin", "Rivera", ("Robin", "Rivera", "")),
        ("Robin Rivera", "Bobbie", ("Robin", "Rivera", "")),
        ("van Rivera", "", ("van", "Rivera", "")),
        ("Rivera", "", ("", "Rivera", "")),
        ("", "", ("", "", "")),
    ],
)
def test_a_name_has_its_parts(name: str, called: str, parts: tuple[str, str, str]) -> None:
    assert tuple(taken_apart(name, called)) == parts
