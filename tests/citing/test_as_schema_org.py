"""Data for machines give each quotation its speaker and its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from positions.choices import StatementKind
from positions.citing import Author, Judgement, schema_org
from positions.dates import parse
from tests.citing.letter import HOST, LETTER

WORDS = [
    ("Words.", f"{LETTER.url}#quotation-1"),
    ("More words.", f"{LETTER.url}#quotation-2"),
]


def test_schema_org_gives_each_quotation_its_creator_and_source() -> None:
    stance = f"{LETTER.url}#stance-end"
    judged = Judgement("It should end.", f"{HOST}/p/", "opposes, implied", "It says no.", stance)
    made = schema_org(LETTER, WORDS, [judged])
    act, *quotations, position = made["@graph"]
    assert act["@type"] == "Message"
    assert act["datePublished"] == "2018-05"
    [about] = act["about"]
    assert (about["@type"], about["@id"], about["text"]) == (
        "Claim",
        f"{HOST}/p/",
        judged.proposition,
    )
    assert (position["@id"], position["about"]) == (stance, {"@id": about["@id"]})
    assert position["name"] == "opposes, implied: It should end."
    assert position["isBasedOn"] == {"@id": LETTER.url}
    assert "creator" not in position  # the judgement is the editors'
    assert [(each["text"], each["@id"]) for each in quotations] == WORDS
    for each in quotations:
        assert each["@type"] == "Quotation"
        assert each["creator"][0]["name"] == "Example Union"
        assert each["isPartOf"] == {"@id": LETTER.url}
        assert each["citation"]["url"] == "https://h.example/1"


@pytest.mark.parametrize("edtf", ["2018-21", "2018-05~", "../2018-06", "2018-05/2018-06", "201X"])
def test_schema_org_leaves_out_a_date_it_cannot_hold(edtf: str) -> None:
    made = schema_org(replace(LETTER, date=parse(edtf)), [], [])
    assert "datePublished" not in made["@graph"][0]


def test_schema_org_of_a_person_says_for_whom() -> None:
    counsel = Author("Robin Rivera", True, f"{HOST}/people/rivera/", speaks_for="Example Union")
    [author] = schema_org(replace(LETTER, agents=[counsel]), [], [])["@graph"][0]["author"]
    assert author["@type"] == "Person"
    assert author["affiliation"] == {"@type": "Organization", "name": "Example Union"}


def test_schema_org_gives_an_act_told_by_others_no_author() -> None:
    made = schema_org(replace(LETTER, kind=StatementKind.REPORT), WORDS[:1], [])
    act, quotation = made["@graph"]
    assert "author" not in act
    assert [each["name"] for each in act["mentions"]] == ["Example Union"]
    assert "creator" not in quotation
