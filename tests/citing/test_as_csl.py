"""CSL-JSON has the fields and types of its schema, and no date more exact than it is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from positions.choices import StatementKind
from positions.citing import Author, csl
from positions.citing.as_csl import date_variable
from positions.dates import parse
from tests.citing.letter import HOST, LETTER, READ_ON
from tests.dates.level_one import expressions

# From the schema of CSL 1.0.2 (csl-data.json): item types and fields that are used here.
TYPES = {
    *("document", "hearing", "interview", "post", "post-weblog", "report", "speech"),
}
TEXTS = {"id", "title", "container-title", "publisher", "genre", "note", "source", "URL"}
DATES = {"issued", "accessed"}
NAMES = {"author"}
PARTS = {"given", "family", "suffix"}


def assert_is_a_date(value: dict[str, Any]) -> None:
    assert set(value) <= {"date-parts", "season", "circa", "literal"}
    assert ("date-parts" in value) != ("literal" in value)
    if "literal" in value:
        assert value == {"literal": str(value["literal"])}
        return
    assert 1 <= len(value["date-parts"]) <= 2
    for parts in value["date-parts"]:
        assert 1 <= len(parts) <= 3
        assert all(type(part) is int for part in parts)
        assert all(1 <= month <= 12 for month in parts[1:2])
    assert value.get("season", 1) in {1, 2, 3, 4}
    assert value.get("circa", True) is True


def assert_is_valid(items: list[dict[str, Any]]) -> None:
    for item in items:
        assert {"id", "type"} <= set(item) <= {"type"} | TEXTS | DATES | NAMES
        assert item["type"] in TYPES
        for name in TEXTS & set(item):
            assert isinstance(item[name], str)
            assert item[name]
        for name in DATES & set(item):
            assert_is_a_date(item[name])
        for name in NAMES & set(item):
            for each in item[name]:
                assert set(each) == {"literal"} or {"family"} <= set(each) <= PARTS
                assert all(each.values())


@pytest.mark.parametrize("kind", list(StatementKind))
def test_every_kind_of_statement_makes_a_valid_item(kind: StatementKind) -> None:
    assert_is_valid(csl(replace(LETTER, kind=kind), READ_ON))
    own = csl(replace(LETTER, kind=kind, date=None, document=None), READ_ON)
    assert_is_valid(own)
    assert own[0]["genre"] == kind.label


def test_item_says_who_what_when_and_where_it_was_read() -> None:
    assert csl(LETTER, READ_ON) == [
        {
            "id": "union-letter",
            "type": "document",
            "title": "[Letter of the union]",
            "container-title": "What they said",
            "publisher": "Example Herald",
            "author": [{"literal": "Example Union"}],
            "issued": {"date-parts": [[2018, 5]]},
            "note": "As given in: What they said, Example Herald, 18 June 2018, "
            "https://h.example/1; Recorded in: Stakeholder Position Tracker, "
            f"{HOST}/statements/union-letter/",
            "source": "Stakeholder Position Tracker",
            "URL": "https://h.example/1",
            "accessed": {"date-parts": [[2026, 11, 21]]},
        }
    ]


def test_people_are_family_and_given_and_organisations_are_not_taken_apart() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    [item] = csl(replace(LETTER, speaking=[counsel]), READ_ON)
    assert item["author"] == [
        {"family": "Rivera", "given": "Robin"},
        {"literal": "Example Union"},
    ]


def test_words_can_be_had_with_it() -> None:
    [item] = csl(replace(LETTER, words=["We worry.", "We do."]), READ_ON)
    assert item["note"].startswith("“We worry.” “We do.”; As given in: What they said")


def test_what_has_no_address_is_read_here() -> None:
    assert LETTER.document
    [item] = csl(replace(LETTER, document=replace(LETTER.document, url="")), READ_ON)
    assert item["URL"] == LETTER.url


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2018-05-24", {"date-parts": [[2018, 5, 24]]}),
        ("2018-05", {"date-parts": [[2018, 5]]}),
        ("2018-05-XX", {"date-parts": [[2018, 5]]}),
        ("2018-XX-XX", {"date-parts": [[2018]]}),
        ("2018", {"date-parts": [[2018]]}),
        ("2018-05~", {"date-parts": [[2018, 5]], "circa": True}),
        ("2018?", {"date-parts": [[2018]], "circa": True}),
        ("2018-06-15T10:00:00-05:00", {"date-parts": [[2018, 6, 15]]}),
        ("2018-22", {"date-parts": [[2018]], "season": 2}),
        ("2018-05/2018-06-03", {"date-parts": [[2018, 5], [2018, 6, 3]]}),
        ("2018~/2019", {"date-parts": [[2018], [2019]], "circa": True}),
        ("../2018-06", {"literal": "by June 2018"}),
        ("2018-06/", {"literal": "from June 2018, end unknown"}),
        ("201X", {"literal": "2010s"}),
        ("2018-21/2018-23", {"literal": "spring 2018 to autumn 2018"}),
    ],
)
def test_dates_have_the_parts_that_are_known(edtf: str, value: dict[str, Any]) -> None:
    assert date_variable(parse(edtf)) == value


@given(expressions)
def test_every_date_that_can_be_recorded_is_a_date_of_csl(edtf: str) -> None:
    assert_is_a_date(date_variable(parse(edtf)))
