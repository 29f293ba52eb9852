"""Rows: what is new is added, what differs changed, what is wrong refused, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.choices import QuotationCheck, Stance, StatementKind
from positions.importers.sheets import SHEETS, Line, Loader, Report
from positions.models import (
    Affiliation,
    Alias,
    Attribution,
    FormerAddress,
    Position,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
)
from tests.factories import (
    AliasFactory,
    CaptureFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def load(sheet: str, *rows: dict[str, str]) -> Report:
    """Load these rows, numbered as in a file."""
    lines = [Line(number, cells) for number, cells in enumerate(rows, start=2)]
    return Loader(SHEETS[sheet]).load(lambda: lines)


def refusals(report: Report) -> list[str]:
    return [str(problem) for several in report.refused.values() for problem in several]


def a_letter(**cells: str) -> dict[str, str]:
    """A row of a whole statement, which is published."""
    return {
        "slug": "example-letter",
        "title": "Example letter",
        "kind": "letter",
        "date": "2018-05",
        "date_basis": "printed",
        "state": "published",
        "voice": "example-works",
        "source": "example-source",
        "words": "Example words.",
        "words_kind": "verbatim",
        **cells,
    }


@pytest.fixture
def known() -> Stakeholder:
    """A voice and a source for that letter."""
    SourceFactory.create(slug="example-source", url="https://news.example/source")
    return StakeholderFactory.create(slug="example-works", name="Example Works")


def test_an_empty_cell_touches_nothing(known: Stakeholder) -> None:
    report = load("organisations", {"slug": "example-works", "description": "What they do."})
    known.refresh_from_db()
    assert (known.name, known.description) == ("Example Works", "What they do.")
    assert report.changed == {Stakeholder: 1}


def test_loading_again_changes_nothing_and_writes_no_history(known: Stakeholder) -> None:
    rows = [a_letter(), a_letter(words="More words.", voice="")]
    rows[1] = {name: text for name, text in rows[1].items() if text}
    added = load("statements", *rows).added
    assert added == {Statement: 1, Attribution: 1, Quotation: 2}
    before = Statement.history.count(), Quotation.history.count()
    report = load("statements", *rows)
    assert report.changes_nothing
    assert report.lines() == ["All 2 rows are there already; nothing was changed."]
    assert (Statement.history.count(), Quotation.history.count()) == before


def test_everything_that_is_loaded_has_its_history(known: Stakeholder) -> None:
    load("statements", a_letter())
    statement = Statement.objects.get()
    assert statement.history.get().history_type == "+"
    assert statement.quotations.get().history.get().history_type == "+"
    load("statements", a_letter(title="Renamed"))
    assert [each.history_type for each in statement.history.all()] == ["~", "+"]


def test_a_later_row_of_the_same_statement_adds_to_it(known: Stakeholder) -> None:
    StakeholderFactory.create(slug="example-union")
    sales = PropositionFactory.create(slug="sales")
    load(
        "statements",
        a_letter(proposition="sales", stance="supports", directness="implied", reason="So."),
        {"slug": "example-letter", "voice": "example-union", "voice_role": "signatory"},
    )
    statement = Statement.objects.get()
    assert [each.order for each in statement.attributions.all()] == [1, 2]
    held = Position.objects.filter(proposition=sales).values_list("holder__slug", "stance")
    assert set(held) == {("example-works", "supports"), ("example-union", "supports")}


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
        ({"date": "2018-13"}, "Row 2, column date: 2018-13: there is no month 13"),
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


@pytest.mark.parametrize("name", ["Example Works", "EW", "Once Example", "old-works", "Q42"])
def test_a_stakeholder_is_named_by_any_clear_name(known: Stakeholder, name: str) -> None:
    known.abbreviation, known.wikidata_id = "EW", "Q42"
    known.save()
    AliasFactory.create(stakeholder=known, name="Once Example")
    FormerAddress.objects.create(noun="stakeholder", slug="old-works", object_id=known.pk)
    load("statements", a_letter(voice=name))
    assert Statement.objects.get().attributions.get().stakeholder == known


def test_a_source_is_known_by_its_address_however_it_is_written(known: Stakeholder) -> None:
    load("statements", a_letter(source="http://www.news.example/source/?utm_source=x"))
    assert Quotation.objects.get().source.slug == "example-source"
    load("sources", {"address": "http://news.example/source#top", "note": "A copy."})
    assert Source.objects.get().note == "A copy."


def test_a_former_slug_means_what_it_meant(known: Stakeholder) -> None:
    load("statements", a_letter())
    statement = Statement.objects.get()
    statement.slug = "present"
    statement.save()
    load("statements", {"slug": "example-letter", "venue": "A blog"})
    assert Statement.objects.get().slug == "present"
    assert Statement.objects.get().venue == "A blog"


def test_what_refers_further_down_is_loaded_all_the_same(known: Stakeholder) -> None:
    report = load(
        "statements",
        a_letter(in_answer_to="later", answer_kind="clarifies"),
        a_letter(slug="later", title="Later", in_answer_to="example-letter"),
    )
    assert report.refused == {}
    assert {str(each) for each in Reply.objects.all()} == {
        "Example letter clarifies Later",
        "Later answers Example letter",
    }


def test_ties_and_other_names_are_rows_of_an_organisation() -> None:
    load(
        "organisations",
        {
            "slug": "part",
            "name": "Example Part",
            "kind": "division",
            "alias": "The Part",
            "affiliation": "whole",
            "affiliation_kind": "division_of",
            "affiliation_from": "2018-05",
        },
        {"slug": "part", "alias": "Old Part", "alias_kind": "Former name"},
        {"slug": "whole", "name": "Example Whole", "kind": "company"},
    )
    tie = Affiliation.objects.get()
    assert (tie.group.slug, tie.from_edtf, str(tie.from_latest)) == (
        "whole",
        "2018-05",
        "2018-05-31",
    )
    assert set(Alias.objects.values_list("name", "kind")) == {
        ("The Part", "variant"),
        ("Old Part", "former"),
    }


def test_people_and_organisations_keep_to_their_sheets(known: Stakeholder) -> None:
    load("people", {"name": "Jane Example"})
    assert Stakeholder.objects.get(name="Jane Example").is_person
    (told,) = refusals(load("people", {"slug": "example-works", "description": "No person."}))
    assert "“company” does not belong into people." in told


def test_a_kind_that_changes_is_derived_anew(known: Stakeholder) -> None:
    load("statements", a_letter())
    load("organisations", {"slug": "example-works", "kind": "coalition"})
    assert set(Statement.objects.values_list("index_entries__voice_kind", flat=True)) == {
        "coalition"
    }


def test_silence_takes_no_side(known: Stakeholder) -> None:
    PropositionFactory.create(slug="p")
    silent = a_letter(kind=StatementKind.NO_REPLY.value)
    judged = {"proposition": "p", "stance": "opposes", "directness": "implied", "reason": "R."}
    (told,) = refusals(load("statements", {**silent, **judged}))
    assert "write the proposition under asked_about instead" in told
    load("statements", {**silent, "asked_about": "p"})
    assert Proposition.objects.get().silences.get() == Statement.objects.get()


def test_words_are_held_against_the_text_that_is_kept(known: Stakeholder) -> None:
    CaptureFactory.create(source=Source.objects.get(), text="They said: “Example words.”")
    load("statements", a_letter(words_before="of another copy", words_check="not_checked"))
    words = Quotation.objects.get()
    assert (words.check_result, words.start, words.prefix) == (
        QuotationCheck.EXACT,
        12,
        "They said: “",
    )
    assert load("statements", a_letter(words_check="not_checked")).changes_nothing


def test_an_old_check_does_not_stay_with_changed_words(known: Stakeholder) -> None:
    checked = {
        "words_order": "1",
        "words_check": "exact",
        "words_checked_at": "2026-11-21T00:00:00+00:00",
        "words_start": "5",
        "words_end": "19",
    }
    load("statements", a_letter(**checked))
    assert Quotation.objects.get().check_result == QuotationCheck.EXACT
    load("statements", a_letter(**checked, words="Other words, longer."))
    words = Quotation.objects.get()
    assert (words.exact, words.check_result) == ("Other words, longer.", "not_checked")
    assert (words.checked_at, words.start, words.end) == (None, None, None)


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


def test_a_lower_row_of_another_batch_reaches_the_same_noun(known: Stakeholder) -> None:
    rows = [
        a_letter(),
        a_letter(slug="other", title="Other"),
        {"slug": "example-letter", "venue": "A blog"},
    ]
    assert load("statements", *rows).changed == {Statement: 1}


def test_queries_do_not_grow_with_the_rows(known: Stakeholder) -> None:
    TopicFactory.create(slug="example-topic")

    def queries(first: int, count: int) -> int:
        rows = [
            Line(number, a_letter(slug=f"letter-{number}", topic="example-topic"))
            for number in range(first, first + count)
        ]
        with CaptureQueriesContext(connection) as captured:
            Loader(SHEETS["statements"]).load(lambda: rows)
        return len(captured)

    few, many = queries(100, 10), queries(200, 40)
    assert many - few == 30  # one each: whether the slug was another's before


def test_stances_are_kept_to_the_value_of_the_vocabulary(known: Stakeholder) -> None:
    for stance in Stance:
        PropositionFactory.create(slug=stance.value.replace("_", "-"))
    rows: Sequence[dict[str, str]] = [
        {
            **(a_letter() if not place else {"slug": "example-letter"}),
            "proposition": stance.value.replace("_", "-"),
            "stance": str(stance.label),
            "condition": "in part",
            "directness": "explicit",
            "reason": "The words say so.",
        }
        for place, stance in enumerate(Stance)
    ]
    assert load("statements", *rows).refused == {}
    stances = Statement.objects.get().assessments.values_list("stance", flat=True)
    assert set(stances) == {stance.value for stance in Stance}
