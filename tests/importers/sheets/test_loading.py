"""What is new is added, what differs changed, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.choices import QuotationCheck, Stance
from positions.correcting import CorrectionNote
from positions.importers.sheets import SHEETS, Line, Loader
from positions.models import (
    Affiliation,
    Alias,
    Attribution,
    FormerAddress,
    Position,
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
from tests.importers.sheets.letters import a_letter, load, refusals

pytestmark = pytest.mark.django_db


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


def test_a_source_is_known_by_another_address_and_keeps_its_own(known: Stakeholder) -> None:
    source = SourceFactory.create(slug="example-report", url="https://report.example/", title="Old")
    load("sources", {"slug": "example-report", "other_address": "https://mirror.example/report"})
    again = {"address": "http://www.mirror.example/report/", "title": "New"}
    assert refusals(load("sources", again)) == []
    source.refresh_from_db()
    assert (source.title, source.url) == ("New", "https://report.example/")
    assert refusals(load("statements", a_letter(source="https://mirror.example/report"))) == []
    assert source.quotations.count() == 1


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


def test_a_kind_that_changes_is_derived_anew(known: Stakeholder) -> None:
    load("statements", a_letter())
    load("organisations", {"slug": "example-works", "kind": "coalition"})
    assert set(Statement.objects.values_list("index_entries__voice_kind", flat=True)) == {
        "coalition"
    }


def test_a_statement_that_is_withdrawn_has_no_positions_any_more(known: Stakeholder) -> None:
    PropositionFactory.create(slug="p")
    judged = {"proposition": "p", "stance": "opposes", "directness": "explicit", "reason": "R."}
    load("statements", a_letter(**judged))
    assert Position.objects.count() == 1
    load("statements", {"slug": "example-letter", "state": "withdrawn"})
    assert not Position.objects.exists()


def test_two_of_one_name_each_get_a_slug() -> None:
    rows = [{"title": "Same", "kind": "letter", "address": f"https://a.example/{n}"} for n in "ab"]
    load("sources", *rows)
    assert set(Source.objects.values_list("slug", flat=True)) == {"same", "same-2"}
    assert load("sources", *rows).changes_nothing


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


def test_readers_are_told_what_a_file_changed_of_what_they_had_seen(known: Stakeholder) -> None:
    load("statements", a_letter())
    report = load("statements", a_letter(title="Put right"), correction_note=CorrectionNote())
    (refusal,) = refusals(report)
    assert "Readers have seen this statement, and the title changed" in refusal
    statement = Statement.objects.get()
    assert (statement.title, statement.corrections.count()) == ("Example letter", 0)

    load(
        "statements",
        a_letter(title="Put right"),
        correction_note=CorrectionNote("The title was wrong."),
    )
    told = statement.corrections.get()
    assert (told.kind, told.note) == ("corrected", "The title was wrong.")

    load(
        "statements",
        a_letter(title="Put  right"),
        correction_note=CorrectionNote(no_substance=True),
    )
    statement.refresh_from_db()
    assert (statement.title, statement.corrections.count()) == ("Put  right", 1)


def test_what_readers_have_seen_is_no_draft_again(known: Stakeholder) -> None:
    load("statements", a_letter())
    (refusal,) = refusals(load("statements", {"slug": "example-letter", "state": "draft"}))
    assert "readers have seen it, so correct it or withdraw it" in refusal


def test_of_rows_that_follow_in_the_same_file_readers_are_told_nothing(known: Stakeholder) -> None:
    StakeholderFactory.create(slug="example-watch")
    other = {"slug": "example-letter", "voice": "example-watch"}
    between = a_letter(slug="another-letter", title="Another")
    report = load("statements", a_letter(), between, other, correction_note=CorrectionNote())
    assert not report.refused
    statement = Statement.objects.get(slug="example-letter")
    assert (statement.attributions.count(), statement.corrections.count()) == (2, 0)
