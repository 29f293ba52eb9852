"""Adding a statement is one page: source, date, who, words and stance, and what follows."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from positions.choices import CaptureOrigin, QuotationCheck, Stance, WorkflowState
from positions.models import Position, Source, Statement
from tests.admin.forms import errors_of, messages_of, opened
from tests.admin.statement.typed import (
    ADD,
    add,
    change,
    filled,
    refused,
    stance,
    voice,
    words,
)
from tests.documents.samples import WORDS
from tests.documents.samples import page as page_file
from tests.factories import (
    AttributionFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)


def test_statement_with_all_its_parts_is_added_on_one_page(editor: Client) -> None:
    voices = StakeholderFactory.create(), StakeholderFactory.create()
    source, proposition = SourceFactory.create(), PropositionFactory.create()
    page = editor.post(
        ADD,
        {
            **filled(editor, source=source.pk),
            **voice(voices[0].pk),
            **words(),
            **stance(proposition.pk, quotation_number=1),
        },
        follow=True,
    )
    assert not errors_of(page)
    made = Statement.objects.get()
    assert made.is_published
    assert [each.stakeholder for each in made.attributions.all()] == [voices[0]]
    quotation = made.quotations.get()
    assert (quotation.source, quotation.exact) == (source, "These are example words.")
    assert made.assessments.get().quotation == quotation
    position = Position.objects.get()
    assert (position.holder, position.stance) == (voices[0], Stance.OPPOSES)
    assert f"{voices[0].name} opposes “{proposition.short_label}”" in messages_of(page)


def test_saved_statement_shows_the_positions_that_follow(editor: Client) -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018-01")
    later = said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2018-06")
    page = editor.get(change(later)).content.decode()
    assert "from 1 June 2018, still held" in page
    assert "a shift from “supports”" in page


def test_new_source_is_entered_in_place_with_its_text(editor: Client) -> None:
    made = add(
        editor,
        {
            **filled(editor),
            "source_title": "An example letter",
            "source_kind": "letter",
            "source_url": "https://example.org/letter",
            "source_date_edtf": "2018-06-18",
            "source_date_basis": "printed",
            "source_text": "Before. These are\r\nexample words. After.",
            **voice(StakeholderFactory.create().pk),
            **words(exact="These are\r\nexample words."),
        },
    )
    quotation = made.quotations.get()
    assert quotation.source == Source.objects.get(title="An example letter")
    assert quotation.source.captures.get().text == "Before. These are\nexample words. After."
    assert quotation.check_result == QuotationCheck.EXACT
    assert (quotation.start, quotation.end, quotation.prefix) == (8, 32, "Before. ")


def test_new_source_takes_its_text_from_a_file(editor: Client) -> None:
    fields = {
        **filled(editor),
        "source_title": "An example letter",
        "source_kind": "letter",
        "source_text_file": SimpleUploadedFile("letter.html", page_file()),
        **voice(StakeholderFactory.create().pk),
        **words(exact=WORDS),
    }
    quotation = add(editor, fields).quotations.get()
    assert quotation.check_result == QuotationCheck.EXACT
    assert quotation.source.captures.get().origin == CaptureOrigin.FILE


def test_a_file_that_gives_no_text_saves_nothing_and_is_told_once(editor: Client) -> None:
    fields = {
        **filled(editor),
        "source_title": "An example letter",
        "source_kind": "letter",
        "source_text_file": SimpleUploadedFile("letter.pdf", b"%PDF-1.7"),
        **voice(StakeholderFactory.create().pk),
        **words(),
    }
    assert errors_of(refused(editor, ADD, fields)).count("“letter.pdf” is damaged") == 1


def test_new_source_at_a_known_address_is_refused_with_a_link_to_it(editor: Client) -> None:
    known = SourceFactory.create(url="https://www.example.org/letter/?utm_source=x")
    page = refused(
        editor,
        ADD,
        {
            **filled(editor),
            "source_title": "The same letter",
            "source_kind": "letter",
            "source_url": "http://example.org/letter",
            **words(),
        },
    )
    assert f'<a href="/admin/positions/source/{known.pk}/change/"' in page.content.decode()


def test_source_chosen_and_entered_at_once_is_refused(editor: Client) -> None:
    fields = {
        **filled(editor, source=SourceFactory.create().pk),
        "source_title": "Another",
        "source_kind": "letter",
    }
    assert "not both" in errors_of(refused(editor, ADD, fields))


@pytest.mark.parametrize(
    ("left_out", "complaint"),
    [
        ("attributions", "needs somebody who makes it"),
        ("quotations", "needs words with their source"),
        ("source", "where these words stand"),
        ("date_edtf", "needs a date"),
    ],
)
def test_publishing_an_incomplete_statement_is_refused_and_names_what_lacks(
    editor: Client, left_out: str, complaint: str
) -> None:
    fields = {
        **filled(editor, source=SourceFactory.create().pk),
        **voice(StakeholderFactory.create().pk),
        **words(),
    }
    if left_out in {"source", "date_edtf"}:
        fields[left_out] = ""
    else:
        kept = {name: f"{left_out}-0-" not in name or "FORMS" in name for name in fields}
        fields = {name: value for name, value in fields.items() if kept[name]}
        fields[f"{left_out}-TOTAL_FORMS"] = 0
    assert complaint in errors_of(refused(editor, ADD, fields))


def test_draft_may_be_incomplete(editor: Client) -> None:
    made = add(editor, filled(editor, state="draft", date_edtf="", date_basis=""))
    assert made.state == WorkflowState.DRAFT


def test_printed_words_of_a_date_are_understood_as_of_the_source_and_kept(editor: Client) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    fields = filled(editor, source=source.pk, date_edtf="last month", date_basis="")
    page = editor.post(
        ADD, {**fields, **voice(StakeholderFactory.create().pk), **words()}, follow=True
    )
    made = Statement.objects.get()
    assert (made.date_edtf, made.date_printed) == ("2018-05", "last month")
    assert made.date_basis == "reported"
    assert "“last month” was understood as May 2018 (2018-05)" in messages_of(page)


def test_how_a_date_was_understood_is_said_when_the_page_is_refused_for_something_else(
    editor: Client,
) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    fields = filled(editor, source=source.pk, date_edtf="Friday", date_basis="", title="")
    page = refused(editor, ADD, fields)
    assert "“Friday” was understood as 15 June 2018 (2018-06-15)" in page.content.decode()


def test_a_date_that_is_refused_or_doubted_is_not_said_to_be_missing(editor: Client) -> None:
    source = SourceFactory.create(date_edtf="2018-06-18")
    fields = filled(editor, source=source.pk, date_edtf="2018-06-15")
    fields |= {**voice(StakeholderFactory.create().pk), **words()}
    doubted = ("03/04/2014", "2024-05-01", "when pigs fly")
    pages = [refused(editor, ADD, {**fields, "date_edtf": typed}) for typed in doubted]
    address = change(add(editor, fields))
    fields = opened(editor, address)
    pages += [refused(editor, address, {**fields, "date_edtf": typed}) for typed in doubted]
    for page in pages:
        assert len(page.context["adminform"].form.errors["date_edtf"]) == 1
        assert "needs a date" not in errors_of(page)


@pytest.mark.parametrize("typed", ["2018-02-30", "when pigs fly"])
def test_date_that_is_not_understood_is_refused_by_name(editor: Client, typed: str) -> None:
    source = SourceFactory.create()
    page = refused(editor, ADD, filled(editor, source=source.pk, date_edtf=typed))
    assert typed in errors_of(page)


def test_withdrawing_a_statement_takes_its_positions_from_the_others_span(editor: Client) -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    first = said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018-01")
    second = said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2018-06")
    chosen = {"action": "withdraw", "_selected_action": [second.pk], "note": "It was another's."}
    editor.post("/admin/positions/statement/", chosen)
    assert first.positions.get().held_until is None


def test_each_who_makes_it_is_a_line_of_a_table_and_the_later_of_many_are_folded(
    editor: Client,
) -> None:
    letter = StatementFactory.create()
    few = AttributionFactory.create_batch(12, statement=letter, role="signatory")
    page = editor.get(change(letter)).content.decode()
    assert "more-rows" not in page
    AttributionFactory.create_batch(8, statement=letter, role="signatory")
    page = editor.get(change(letter)).content.decode()
    assert '<details class="more-rows">' in page
    assert "8 more: 13–20" in page
    kind = few[0].stakeholder.get_kind_display()
    assert page.count(f'<div class="readonly">{kind}</div>') == 20
    assert page.count('name="attributions-19-role"') == page.count('id="attributions-19"') == 1
    # Never shut over what is refused, or was typed.
    typed = {**opened(editor, change(letter)), "attributions-15-withdrawn_on": "never"}
    again = editor.post(change(letter), typed).content.decode()
    assert '<details class="more-rows" open>' in again
    assert "#id_attributions-15-withdrawn_on" in again


def test_a_row_of_nobody_has_no_kind_and_a_wrong_day_is_told_how_it_is_written(
    editor: Client,
) -> None:
    statement = said(StakeholderFactory.create())
    page = editor.get(change(statement)).content.decode()
    kinds = re.findall(r'cell field-kind">.*?"readonly">(.*?)</div>', page, re.DOTALL)
    assert (len(kinds), kinds[-1]) == (3, "")  # of who speaks, a new row, and the one to copy
    fields = {**opened(editor, change(statement)), "attributions-0-withdrawn_on": "40 May"}
    assert "as 2018-06-15" in errors_of(editor.post(change(statement), fields))
