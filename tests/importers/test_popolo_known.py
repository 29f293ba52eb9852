"""Whether a party of a Popolo file is somebody known: told by ids and ties, or asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from positions.importers.popolo import Stored, Told
from positions.importers.sheets import TableError
from tests.importers.test_popolo import a_jane, rows

JANE = Stored(
    "jane-example",
    is_person=True,
    name="Jane Example",
    ties=frozenset({("first-union", "member_of", "counsel")}),
)
UNION = Stored("first-union", is_person=False, name="First Union")


def test_somebody_of_a_known_name_alone_is_asked_about() -> None:
    with pytest.raises(TableError) as refused:
        rows(a_jane(summary="Somebody else?"), JANE, UNION)
    assert str(refused.value) == (
        "Of these it is not clear whether they are somebody known: p9, “Jane Example”: known so "
        "far jane-example (counsel first-union). Say of each --same ID=SLUG, or --new ID."
    )


def test_a_membership_tells_that_it_is_the_same_person() -> None:
    document = {
        **a_jane(memberships=[{"organization_id": "o", "role": "counsel"}], summary="More."),
        "organizations": [{"id": "o", "name": "The First Union, Inc."}],
    }
    found = rows(document, JANE, UNION)
    assert found["people"][0]["slug"] == "jane-example"
    assert found["organisations"] == [{"slug": "first-union"}]


def test_whoever_adds_nothing_is_the_same_person() -> None:
    assert rows(a_jane(), JANE)["people"] == [
        {"slug": "jane-example", "name": "Jane Example", "kind": "person"}
    ]


def test_another_wikidata_identifier_is_another_person() -> None:
    identifiers = [{"scheme": "wikidata", "identifier": "Q1"}]
    stored = replace(JANE, wikidata="Q2")
    with pytest.raises(TableError, match="not clear"):
        rows(a_jane(identifiers=identifiers), stored)


def test_who_somebody_is_can_be_told() -> None:
    document = a_jane(summary="Told.")
    told = {"same": Told(same={"p9": "jane-example"}), "new": Told(new=frozenset({"p9"}))}
    slugs = {
        word: rows(document, JANE, told=each)["people"][0]["slug"] for word, each in told.items()
    }
    assert slugs == {"same": "jane-example", "new": "jane-example-p9"}
    again = Stored("jane-example-p9", is_person=True, name="Jane Example", description="Told.")
    assert rows(document, JANE, again, told=told["new"])["people"][0]["slug"] == "jane-example-p9"
    assert rows(document, JANE, again)["people"][0]["slug"] == "jane-example-p9"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told(same={"p9": "nobody"}), "“nobody” is the slug of no person that is known"),
        (Told(same={"p9": "first-union"}), "“first-union” is the slug of no person"),
        (Told(new=frozenset({"p1"})), "“p1” of --same or --new is nobody's id in this file"),
    ],
)
def test_what_is_told_of_nobody_is_refused(told: Told, said: str) -> None:
    with pytest.raises(TableError, match=re.escape(said)):
        rows(a_jane(), JANE, UNION, told=told)
    with pytest.raises(TableError, match="nobody of that name is known"):
        rows(a_jane(), told=Told(new=frozenset({"p9"})))


def test_a_body_of_the_same_name_under_another_parent_is_asked_about() -> None:
    finance = Stored(
        "finance",
        is_person=False,
        name="Finance Committee",
        ties=frozenset({("first-union", "division_of", "")}),
    )
    bodies = [
        {"id": "c", "name": "Finance Committee", "parent_id": "o"},
        {"id": "o", "name": "Second Union"},
    ]
    with pytest.raises(TableError, match="c, “Finance Committee”: known so far finance"):
        rows({"organizations": bodies}, finance, UNION)
    bodies[1]["name"] = "First Union"
    assert rows({"organizations": bodies}, finance, UNION)["organisations"][0]["slug"] == "finance"


def test_a_slug_that_leads_to_another_is_never_taken() -> None:
    document = {"persons": [{"id": "a", "name": "First Union"}, {"id": "b", "name": "Former slug"}]}
    slugs = [row["slug"] for row in rows(document, UNION)["people"]]
    assert slugs == ["first-union-a", "former-slug-b"]
