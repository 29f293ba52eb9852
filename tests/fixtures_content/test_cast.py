"""Who and what the fixtures hold: every actor and every act of saying, and who speaks for whom."""

from __future__ import annotations

import pytest

from positions.models import Stakeholder
from tests.fixtures_content.nouns import NOUNS, slugs


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("company", {"amazon", "microsoft", "facebook", "cognitec"}),
        ("division", {"aws", "amazon-board"}),
        ("advocacy", {"aclu", "open-mic"}),
        ("coalition", {"aclu-coalition"}),
        (
            "investors",
            {
                "amazon-shareholders-letter",
                "amazon-shareholders-resolution",
                "social-equity-group",
                "northwest-coalition",
                "sisters-of-st-joseph",
            },
        ),
        ("agency", {"orlando", "washington-county-sheriff"}),
        ("legislature", {"congress"}),
        ("caucus", {"cbc"}),
        ("outlet", {"venturebeat", "the-hill", "nbc", "cnn"}),
        ("research", {"authors-of-2011-study", "authors-of-cognitec-study"}),
        (
            "collective",
            {
                "progressive-lawmakers",
                "civil-rights-groups",
                "privacy-advocates",
                "civil-rights-advocates",
                "black-lawmakers",
                "law-enforcement",
                "rekognition-researchers",
                "microsoft-critics",
            },
        ),
        ("person", {"jeff-bezos", "michael-punke", "neema-singh-guliani", "cedric-richmond"}),
    ],
)
def test_every_actor_is_there(kind: str, expected: set[str]) -> None:
    assert slugs("stakeholder", kind=kind) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("publication", {"aclu-records"}),
        ("email", {"amazon-email"}),
        ("letter", {"cbc-letter", "shareholders-letter", "aclu-coalition-letter"}),
        ("resolution", {"shareholders-resolution"}),
        ("guidelines", {"amazon-guidelines", "microsoft-guidelines"}),
        ("press_statement", {"aclu-on-guidelines"}),
        ("finding", {"study-2011", "cognitec-study", "rekognition-test"}),
        ("no_reply", {"amazon-no-reply-venturebeat"}),
        (
            "report",
            {
                "orlando-on-tracking",
                "washington-county-on-tracking",
                "nbc-cnn-report",
                "critics-2018",
                "amazon-on-researchers",
                "advocates-concerns",
                "law-enforcement-concerns",
                "amazon-declines-congress",
                "microsoft-criticised",
            },
        ),
    ],
)
def test_every_act_of_saying_is_there(kind: str, expected: set[str]) -> None:
    assert slugs("statement", kind=kind) == expected
    assert slugs("statement", kind=kind, state="published") == expected


def test_there_are_no_statements_of_other_kinds() -> None:
    assert len(NOUNS["statement"]) == 22


def test_a_misprinted_name_is_an_alias() -> None:
    misprints = [fields for fields in NOUNS["alias"] if fields["kind"] == "misprint"]
    assert [(fields["stakeholder"], fields["name"]) for fields in misprints] == [
        (["neema-singh-guliani"], "Giuliani")
    ]


def test_divisions_members_and_employees_are_tied() -> None:
    ties = {(f["member"][0], f["kind"], f["group"][0]) for f in NOUNS["affiliation"]}
    assert ties >= {
        ("aws", "division_of", "amazon"),
        ("neema-singh-guliani", "works_for", "aclu"),
        ("michael-punke", "works_for", "aws"),
        ("cedric-richmond", "member_of", "cbc"),
        ("cbc", "member_of", "congress"),
        ("social-equity-group", "signatory_of", "amazon-shareholders-letter"),
        ("northwest-coalition", "signatory_of", "amazon-shareholders-letter"),
        ("sisters-of-st-joseph", "signatory_of", "amazon-shareholders-resolution"),
    }


def test_replies_are_those_that_the_articles_tell() -> None:
    told = {(f["from_statement"][0], f["kind"], f["to_statement"][0]) for f in NOUNS["reply"]}
    assert told == {
        ("aclu-on-guidelines", "answers", "amazon-guidelines"),
        ("amazon-guidelines", "answers", "critics-2018"),
        ("amazon-guidelines", "reaffirms", "amazon-on-researchers"),
        ("amazon-on-researchers", "answers", "critics-2018"),
    }


@pytest.mark.parametrize(
    ("statement", "speaker"), [("amazon-email", "aws"), ("amazon-guidelines", "michael-punke")]
)
def test_whoever_speaks_for_amazon_stands_for_it_alone(statement: str, speaker: str) -> None:
    voices = [
        (f["stakeholder"][0], f["on_behalf_of"][0])
        for f in NOUNS["attribution"]
        if f["statement"] == [statement]
    ]
    assert voices == [(speaker, "amazon")]


def test_readers_see_all_whom_the_articles_name(loaded_articles: None, db: None) -> None:
    assert not Stakeholder.objects.exclude(is_public=True).exists()
    unnamed = Stakeholder.objects.filter(mentions=None)
    assert set(unnamed.values_list("slug", flat=True)) == set(
        Stakeholder.objects.filter(released=True).values_list("slug", flat=True)
    )
