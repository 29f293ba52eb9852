"""RIS has the fields that reference managers read, each on a line of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from positions.choices import StatementKind
from positions.citing import Author, ris
from positions.dates import parse
from tests.citing.letter import HOST, LETTER, READ_ON, UNION


def test_ris_has_everything_in_its_order() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    company = replace(UNION, name="Example Works, Inc.")
    cited = replace(LETTER, speaking=[counsel, company], words=["Two  spaces,\nand a line."])
    assert ris(cited, READ_ON).split("\r\n") == [
        "TY  - CHAP",
        "AU  - Rivera, Robin",
        "AU  - Example Works Inc.",
        "AU  - Example Union",
        "TI  - [Letter of the union]",
        "T2  - What they said",
        "PB  - Example Herald",
        "PY  - 2018",
        "DA  - 2018/05//",
        "UR  - https://h.example/1",
        "Y2  - 2026/11/21",
        (
            "N1  - “Two  spaces, and a line.”; As given in: What they said, Example Herald, "
            "18 June 2018, https://h.example/1; Recorded in: Stakeholder Position Tracker, "
            "https://tracker.example/statements/union-letter/"
        ),
        "DB  - Stakeholder Position Tracker",
        "ER  - ",
        "",
    ]


def test_ris_of_their_own_document_is_of_its_kind() -> None:
    post = ris(replace(LETTER, kind=StatementKind.BLOG_POST, document=None), READ_ON)
    assert post.startswith("TY  - BLOG\r\n")
    assert "M3  - Blog post\r\n" in post
    assert "T2  - " not in post


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("2018-05-24", ["PY  - 2018", "DA  - 2018/05/24/"]),
        ("2018", ["PY  - 2018", "DA  - 2018///"]),
        ("2018-05~", ["PY  - 2018", "DA  - 2018///about May 2018"]),
        ("../2018-06", ["DA  - ///by June 2018"]),
    ],
)
def test_ris_says_no_date_more_exactly_than_it_is_known(edtf: str, lines: list[str]) -> None:
    written = ris(replace(LETTER, date=parse(edtf)), READ_ON).split("\r\n")
    assert [line for line in written if line[:2] in ("PY", "DA")] == lines
