"""Popolo: people, organisations and memberships become rows; what is no Popolo is refused."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.importers import files, popolo
from positions.importers.popolo import Known, PopoloContent, Stored, Told
from positions.importers.sheets import TableError

DOCUMENT: dict[str, Any] = {
    "persons": [
        {
            "id": "p1",
            "name": "Jane Example",
            "other_names": [
                {"name": "J. Example", "note": "abbreviation"},
                {"name": "Jane Former", "end_date": "2010"},
                {"name": "Jane Example"},
            ],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q4242"}],
            "links": [{"note": "website", "url": "https://jane.example/"}],
            "summary": "Speaks for examples.",
            "memberships": [{"organization_id": "o2", "role": "member"}],
        },
        {"id": "p2/elsewhere", "name": "Jane Example"},
    ],
    "organizations": [
        {"id": "o1", "name": "Example Parliament", "classification": "Legislature"},
        {
            "id": "o2",
            "name": "Example Committee",
            "classification": "committee",
            "parent_id": "o1",
            "contact_details": [{"type": "url", "value": "https://committee.example/"}],
        },
    ],
    "posts": [{"id": "chair", "label": "Chair"}],
    "memberships": [
        {
            "person_id": "p1",
            "organization_id": "o1",
            "start_date": "2012",
            "end_date": "2016-05-01",
        },
        {
            "person_id": "p1",
            "organization_id": "o1",
            "start_date": "2016-05-02",
            "end_date": "2018",
        },
        {"person_id": "p2/elsewhere", "organization_id": "o1", "post_id": "chair"},
    ],
}


STORED = Stored("known-already", is_person=True, name="Known Already", wikidata="Q99")


def read(document: Any, *stored: Stored, told: Told | None = None, **kinds: str) -> PopoloContent:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "popolo.json")
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        return popolo.read_popolo(path, kinds, Known([STORED, *stored], ["former-slug"]), told)


def rows(document: Any, *stored: Stored, **given: Any) -> dict[str, list[dict[str, str]]]:
    found = read(document, *stored, **given).rows
    return {sheet: [line.cells for line in lines] for sheet, lines in found.items()}


def test_people_come_with_names_identifiers_and_links() -> None:
    first, second, *_ = rows(DOCUMENT)["people"]
    assert first["slug"] == "jane-example"
    assert (first["wikidata_id"], first["website"]) == ("Q4242", "https://jane.example/")
    assert first["description"] == "Speaks for examples."
    assert (first["alias"], first["alias_kind"]) == ("J. Example", "short")
    assert (second["slug"], second["alias"], second["alias_kind"]) == (
        *("jane-example", "Jane Former", "former"),
    )


def test_two_of_one_name_stay_two() -> None:
    slugs = {row["slug"] for row in rows(DOCUMENT)["people"]}
    assert slugs == {"jane-example", "jane-example-p2elsewhere"}


def test_memberships_of_one_role_are_one_tie_from_the_first_day_to_the_last() -> None:
    ties = [row for row in rows(DOCUMENT)["people"] if "affiliation" in row]
    spans = {
        (row["slug"], row["affiliation"], row.get("affiliation_role", "")): (
            row.get("affiliation_from"),
            row.get("affiliation_until"),
        )
        for row in ties
    }
    assert spans == {
        ("jane-example", "example-parliament", ""): ("2012", "2018"),
        ("jane-example", "example-committee", "member"): (None, None),
        ("jane-example-p2elsewhere", "example-parliament", "Chair"): (None, None),
    }


def test_a_part_is_a_division_of_its_parent() -> None:
    committee = rows(DOCUMENT)["organisations"][1]
    assert (committee["affiliation"], committee["affiliation_kind"]) == (
        *("example-parliament", "division_of"),
    )
    assert (committee["kind"], committee["website"]) == (
        *("legislature", "https://committee.example/"),
    )


def test_who_has_the_wikidata_identifier_already_keeps_the_slug() -> None:
    person = {"name": "Another", "identifiers": [{"scheme": "wikidata", "identifier": "Q99"}]}
    found = read({"persons": [person]})
    assert found.rows["people"][0].cells["slug"] == "known-already"
    assert "name" not in found.rows["people"][0].cells
    assert found.left_out == (
        "the name “Another”, since known-already is called “Known Already” (1)",
    )


def a_jane(**more: Any) -> dict[str, Any]:
    return {"persons": [{"id": "p9", "name": "Jane Example", **more}]}


def test_on_whose_behalf_somebody_is_a_member_is_kept() -> None:
    document = {
        **a_jane(memberships=[{"organization_id": "o", "on_behalf_of_id": "party"}]),
        "organizations": [{"id": "o", "name": "Union"}, {"id": "party", "name": "A Party"}],
    }
    assert rows(document)["people"][0]["affiliation_note"] == "On behalf of A Party"


def test_the_organisation_of_a_post_is_that_of_the_membership() -> None:
    document = {
        **a_jane(memberships=[{"post_id": "chair"}]),
        "organizations": [
            {"id": "o", "name": "Union", "posts": [{"id": "chair", "label": "Chair"}]}
        ],
    }
    (person,) = rows(document)["people"]
    assert (person["affiliation"], person["affiliation_role"]) == ("union", "Chair")


def test_all_that_has_no_place_is_told() -> None:
    document = {
        "persons": [
            {
                "id": "p",
                "name": "Jane Example",
                "sort_name": "Example, Jane",
                "birth_date": "1970",
                "email": "",
                "image": None,
                "summary": "Read.",
                "biography": "Longer.",
                "identifiers": [{"scheme": "viaf", "identifier": "1"}],
                "links": [
                    {"note": "website", "url": "https://jane.example/"},
                    {"url": "https://x"},
                ],
                "contact_details": [{"type": "phone", "value": "1"}],
                "other_names": [{"name": "Jane E.", "start_date": "2001"}, {"note": "nameless"}],
            }
        ],
        "organizations": [{"id": "o", "name": "Union", "founding_date": "1900"}],
        "memberships": [
            {"person_id": "p", "organization_id": "o", "role": "counsel", "area_id": "north"},
            {"person_id": "p", "organization_id": "o", "role": "counsel", "post_id": "gone"},
            {"person_id": "p"},
        ],
        "events": [{"id": "e"}],
        "meta": {},
    }
    assert read(document).left_out == (
        "events (1)",
        "memberships joined with another of the same role (1)",
        "memberships without a person or an organisation (1)",
        "memberships.area_id (1)",
        "memberships.post_id of a post that is not in the file (1)",
        "organizations.founding_date (1)",
        "persons.biography (1)",
        "persons.birth_date (1)",
        "persons.contact_details of phone (1)",
        "persons.identifiers of viaf (1)",
        "persons.links that are no website (1)",
        "persons.other_names without a name (1)",
        "persons.other_names.start_date (1)",
        "persons.sort_name (1)",
    )


def test_what_a_classification_means_can_be_said() -> None:
    document = {"organizations": [{"id": "o", "name": "Example", "classification": "Guild"}]}
    assert rows(document)["organisations"][0]["kind"] == "Guild"
    assert rows(document, guild="advocacy")["organisations"][0]["kind"] == "advocacy"


@pytest.mark.parametrize(
    ("document", "said_of_it"),
    [
        ("[1]", "Not Popolo"),
        ("{", "Not readable as JSON"),
        ("[" * 100_000, "Not readable as JSON"),
        ({"persons": 3}, "persons: write a list of objects"),
        ({"persons": [{"id": "a", "name": ["x"]}]}, "is no text"),
        ({"persons": [{"id": "a", "name": "a\x00"}]}, "a character that no text can hold"),
        ({"persons": [{"id": ""}]}, "without a name"),
        (
            {"persons": [], "memberships": [{"person_id": "x", "organization_id": "y"}]},
            "“x” is nobody in this file",
        ),
        (
            {"organizations": [{"id": "a", "name": "A", "parent_id": "b"}]},
            "parent_id: “b” is nobody",
        ),
    ],
)
def test_what_is_no_popolo_is_refused(document: Any, said_of_it: str) -> None:
    with pytest.raises(TableError, match=re.escape(said_of_it)):
        rows(document)


@pytest.mark.parametrize("pair", ["party", "party=", "party=parties", "person=person"])
def test_a_kind_that_is_none_is_refused(pair: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match="says no kind"):
        files.read_file(tmp_path / "popolo.json", "statements", [pair])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "other_names", "memberships", "person_id", "note"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["persons", "organizations", "memberships"]), values))
def test_whatever_json_there_is_no_other_error_comes_of_it(document: Any) -> None:
    try:
        rows(document)
    except TableError as error:
        assert str(error)  # noqa: PT017 - either is right
