"""The propositions of the fixtures, and the stances: each has words behind it that bear it."""

from __future__ import annotations

import re

import pytest

from tests.fixtures_content.nouns import NOUNS, QUOTATIONS, SINCE, Fields, slugs

PROPOSITIONS = [*NOUNS["proposition"], *SINCE["proposition"]]
ASSESSMENTS = [*NOUNS["assessment"], *SINCE["assessment"]]


def label(fields: Fields) -> str:
    return " ".join(str(fields[name][0]) for name in ("statement", "proposition"))


@pytest.mark.parametrize("fields", PROPOSITIONS, ids=lambda fields: fields["slug"])
def test_short_label_is_a_clause(fields: Fields) -> None:
    verbs = r"should|is|can|suffice|threatens|misidentify"
    assert re.fullmatch(rf"[A-Z][\w% ,]* (?:{verbs})\b[\w ,]*", fields["short_label"])


@pytest.mark.parametrize("fields", ASSESSMENTS, ids=label)
def test_assessment_has_words_behind_it(fields: Fields) -> None:
    quotation = QUOTATIONS[tuple(fields["quotation"])]
    assert quotation["statement"] == fields["statement"]
    assert quotation["kind"] != "fragment"
    assert len(fields["reason"]) > 60


@pytest.mark.parametrize("fields", ASSESSMENTS, ids=label)
def test_words_in_a_reason_are_words_of_the_statement(fields: Fields) -> None:
    words = [
        quotation["exact"].lower()
        for quotation in QUOTATIONS.values()
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
        "rekognition-test",
        "aclu-records",
        "orlando-on-tracking",
        "washington-county-on-tracking",
        "nbc-cnn-report",
        "amazon-no-reply-venturebeat",
        "law-enforcement-concerns",
        "amazon-declines-congress",
        "microsoft-criticised",
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
        ("confidence-threshold", {"mixed", "opposes"}),
        ("threat-to-rights", {"supports", "mixed"}),
        ("less-accurate", {"supports", "opposes"}),
    ],
)
def test_disagreement_is_visible(proposition: str, sides: set[str]) -> None:
    stances = {f["stance"] for f in NOUNS["assessment"] if f["proposition"] == [proposition]}
    assert stances == sides
