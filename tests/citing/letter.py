"""A letter to cite."""

from __future__ import annotations

from datetime import date

from positions.choices import StatementKind
from positions.citing import Author, Citable, Document
from positions.dates import parse

HOST = "https://tracker.example"
READ_ON = date(2026, 11, 21)
UNION = Author("Example Union", False, f"{HOST}/organisations/union/")
LETTER = Citable(
    slug="union-letter",
    title="Letter of the union",
    kind=StatementKind.LETTER,
    date=parse("2018-05"),
    agents=[UNION],
    speaking=[UNION],
    document=Document(
        "What they said", "Example Herald", parse("2018-06-18"), "https://h.example/1"
    ),
    url=f"{HOST}/statements/union-letter/",
)
