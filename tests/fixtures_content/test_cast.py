"""Who and what the fixtures hold: every actor and act of saying, words behind each stance."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pytest
from django.conf import settings

from positions.importers.fixture_file import read

Fields = dict[str, Any]


def by_noun() -> dict[str, list[Fields]]:
    nouns: dict[str, list[Fields]] = defaultdict(list)
    for entry in read(settings.BASE_DIR / "fixtures"):
        nouns[entry.label.removeprefix("positions.")].append(entry.fields)
    return nouns


NOUNS = by_noun()
QUOTATIONS = {
    (fields["statement"][0], fields["source"][0], fields["order"]): fields
    for fields in NOUNS["quotation"]
}
VB, HILL = "venturebeat-2018-06-18", "the-hill-2019-02-07"


def slugs(noun: str, **wanted: str) -> set[str]:
    return {
        fields["slug"]
        for fields in NOUNS[noun]
        if all(fields[name] == value for name, value in wanted.items())
    }


def label(fields: Fields) -> str:
    return " ".join(str(fields[name][0]) for name in ("statement", "proposition"))


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
        ("finding", {"study-2011", "cognitec-study"}),
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
            },
        ),
    ],
)
def test_every_act_of_saying_is_there(kind: str, expected: set[str]) -> None:
    assert slugs("statement", kind=kind) == expected
    assert slugs("statement", kind=kind, state="published") == expected


def test_there_are_no_statements_of_other_kinds() -> None:
    assert len(NOUNS["statement"]) == 20


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
    ("statement", "source", "printed", "edtf"),
    [
        ("cbc-letter", HILL, "last year", "2018"),
        ("cbc-letter", "cbc-letter", None, "2018-05-24"),
        ("aclu-records", VB, "May", "2018-05"),
        ("aclu-records", "aclu-records", None, "2018-05-22"),
        ("shareholders-letter", VB, "Friday", "2018-06-15"),
        ("aclu-coalition-letter", VB, "Monday", "2018-06-18"),
        ("amazon-email", VB, "last month", "2018-05"),
        ("orlando-on-tracking", VB, "At the time", "2018-05"),
        ("shareholders-resolution", HILL, "last month", "2019-01"),
        ("shareholders-resolution", "shareholders-resolution", None, "2019-01-17"),
        ("microsoft-guidelines", HILL, "last month", "2019-01"),
        ("microsoft-guidelines", "microsoft-blog-post", None, "2018-12-06"),
        ("amazon-guidelines", HILL, "Thursday", "2019-02-07"),
    ],
)
def test_each_source_keeps_its_own_date(
    statement: str, source: str, printed: str | None, edtf: str
) -> None:
    dates = [
        (fields.get("date_printed"), fields["date_edtf"])
        for (said, where, _), fields in QUOTATIONS.items()
        if (said, where) == (statement, source) and "date_edtf" in fields
    ]
    assert dates == [(printed, edtf)]


def test_articles_say_that_their_dates_come_from_outside() -> None:
    articles = [fields for fields in NOUNS["source"] if fields["kind"] == "article"]
    assert [fields["slug"] for fields in articles] == [VB, HILL]
    for fields in articles:
        assert fields["date_basis"] == "inferred"
        assert "outside" in fields["date_note"]
        assert "date_printed" not in fields


@pytest.mark.parametrize("fields", NOUNS["assessment"], ids=label)
def test_assessment_has_words_behind_it(fields: Fields) -> None:
    quotation = QUOTATIONS[tuple(fields["quotation"])]
    assert quotation["statement"] == fields["statement"]
    assert len(fields["reason"]) > 60


@pytest.mark.parametrize("fields", NOUNS["assessment"], ids=label)
def test_words_in_a_reason_are_words_of_the_statement(fields: Fields) -> None:
    words = [
        quotation["exact"].lower()
        for quotation in NOUNS["quotation"]
        if quotation["statement"] == fields["statement"] and quotation["kind"] != "paraphrase"
    ]
    quoted = re.findall("“([^”]+)”", fields["reason"])
    pieces = [piece.strip().lower() for part in quoted for piece in part.split("…")]
    assert [piece for piece in pieces if not any(piece in text for text in words)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "study-2011",
        "cognitec-study",
        "aclu-records",
        "orlando-on-tracking",
        "washington-county-on-tracking",
        "nbc-cnn-report",
        "amazon-no-reply-venturebeat",
        "law-enforcement-concerns",
        "amazon-declines-congress",
    ],
)
def test_statement_without_a_side_has_no_assessment(statement: str) -> None:
    assert [f for f in NOUNS["assessment"] if f["statement"] == [statement]] == []


def test_merely_critical_words_demand_no_end_of_sales() -> None:
    demand = {
        fields["statement"][0]: fields["stance"]
        for fields in NOUNS["assessment"]
        if fields["proposition"] == ["end-government-sales"]
    }
    assert demand == {
        "aclu-coalition-letter": "strongly_supports",
        "shareholders-resolution": "mixed",
        "amazon-guidelines": "opposes",
        "aclu-on-guidelines": "strongly_supports",
    }


def test_propositions_are_few_and_all_judged() -> None:
    assert 6 <= len(NOUNS["proposition"]) <= 10
    assert {f["proposition"][0] for f in NOUNS["assessment"]} == slugs("proposition")
    assert all(fields["why_it_matters"] for fields in NOUNS["proposition"])


@pytest.mark.parametrize(
    ("proposition", "sides"),
    [
        ("end-government-sales", {"strongly_supports", "mixed", "opposes"}),
        ("confidence-threshold", {"supports", "opposes"}),
        ("threat-to-rights", {"supports", "mixed"}),
        ("less-accurate", {"supports", "opposes"}),
        ("customers-answer", {"supports", "opposes"}),
    ],
)
def test_disagreement_is_visible(proposition: str, sides: set[str]) -> None:
    stances = {f["stance"] for f in NOUNS["assessment"] if f["proposition"] == [proposition]}
    assert stances == sides
