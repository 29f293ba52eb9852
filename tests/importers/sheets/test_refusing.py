"""What is wrong is refused with its row, its column, the value and the cure."""

from __future__ import annotations

import pytest

from positions.choices import StatementKind
from positions.models import (
    Proposition,
    Stakeholder,
    Statement,
)
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    StakeholderFactory,
)
from tests.importers.sheets.letters import a_letter, load, refusals

pytestmark = pytest.mark.django_db


def test_rows_that_contradict_each_other_are_refused(known: Stakeholder) -> None:
    report = load("statements", a_letter(), {"slug": "example-letter", "title": "Another"})
    assert refusals(report) == [
        "Row 3, column title: “Another” here, but “Example letter” in row 2. Keep one.",
        "Row 2: it goes with row 3, which is wrong.",
    ]
    assert not Statement.objects.exists()


def test_what_is_right_is_loaded_beside_what_is_wrong(known: Stakeholder) -> None:
    report = load("statements", a_letter(), a_letter(slug="other", kind="leter"))
    assert Statement.objects.get().slug == "example-letter"
    assert list(report.refused) == [3]


@pytest.mark.parametrize(
    ("cells", "refusal"),
    [
        (
            {"kind": "leter"},
            "Row 2, column kind: “leter” is none of its values. Write one of letter,",
        ),
        (
            {"date": "2018-13"},
            "Row 2, column date: “2018-13” was not understood: there is no month 13;",
        ),
        ({"date_basis": ""}, "Row 2, column date_basis: Say how the date is known."),
        ({"voice": "nobody"}, "Row 2, column voice: “nobody” names no stakeholder that is known."),
        ({"source": ""}, "Row 2, column source: empty, and needed with words."),
        ({"words": ""}, "Row 2, column source: filled, but words in this row is empty."),
        ({"words_order": "first"}, "Row 2, column words_order: “first” value must be an integer."),
        ({"words": "“Example words.”"}, "Row 2, column words: ““Example words.””. Leave"),
        ({"voice_role": "spokesperson"}, "Row 2, column voice_for: Say for whom"),
        ({"voice_withdrawn_on": "May"}, "Row 2, column voice_withdrawn_on: “May” value has an"),
        ({"title": ""}, "Row 2, column title: empty, and needed."),
        ({"title": "x" * 201}, "Row 2, column title: “xxx"),
        ({"slug": ""}, "Row 2, column slug: empty: give each a short name"),
        ({"slug": "no slug"}, "Row 2, column slug: “no slug”."),
        ({"topic": "a"}, "Row 2, column topic: “a” names no topic that is known."),
        (
            {"in_answer_to": "x"},
            "Row 2, column in_answer_to: “x” names no statement that is known.",
        ),
        (
            {"proposition": "p", "stance": "mixed", "directness": "explicit", "reason": "R."},
            "Row 2, column condition: Say under which condition",
        ),
        ({"proposition": "p", "stance": "opposes"}, "Row 2, column directness: empty, and needed."),
        (
            {"proposition": "p", "best_words": "other/1"},
            "Row 2, column best_words: “other/1” is no",
        ),
        (
            {"proposition": "p", "disputed": "perhaps"},
            "Row 2, column disputed: “perhaps” is neither.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_value_and_the_cure(
    known: Stakeholder, cells: dict[str, str], refusal: str
) -> None:
    PropositionFactory.create(slug="p")
    row = {name: text for name, text in a_letter(**cells).items() if text}
    told = refusals(load("statements", row))
    assert [each for each in told if each.startswith(refusal)], told


def test_a_name_that_several_have_is_refused_with_their_slugs(known: Stakeholder) -> None:
    for slug in ("twin-a", "twin-b"):
        AliasFactory.create(stakeholder=StakeholderFactory.create(slug=slug), name="The Twins")
    (told,) = refusals(load("statements", a_letter(voice="The Twins")))
    assert "“The Twins” can mean several: twin-a, twin-b. Write the slug of one." in told


def test_people_and_organisations_keep_to_their_sheets(known: Stakeholder) -> None:
    load("people", {"name": "Jane Example"})
    assert Stakeholder.objects.get(name="Jane Example").is_person
    (told,) = refusals(load("people", {"slug": "example-works", "description": "No person."}))
    assert "“company” does not belong into people." in told


def test_silence_takes_no_side(known: Stakeholder) -> None:
    PropositionFactory.create(slug="p")
    silent = a_letter(kind=StatementKind.NO_REPLY.value)
    judged = {"proposition": "p", "stance": "opposes", "directness": "implied", "reason": "R."}
    (told,) = refusals(load("statements", {**silent, **judged}))
    assert "write the proposition under asked_about instead" in told
    load("statements", {**silent, "asked_about": "p"})
    assert Proposition.objects.get().silences.get() == Statement.objects.get()


def test_what_only_the_database_knows_to_be_wrong_is_told_of_its_row() -> None:
    report = load(
        "topics",
        {"slug": "a", "name": "Same name"},
        {"slug": "b", "name": "Same name"},
        {"slug": "c", "name": "Other name"},
    )
    assert refusals(report) == [
        "Row 3, column name: “Same name”. Topic with this Name already exists."
    ]
