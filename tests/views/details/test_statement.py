"""The page of a statement."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from positions.choices import (
    AttributionRole,
    Capacity,
    DateBasis,
    QuotationCheck,
    QuotationKind,
    ReplyKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from tests.factories import (
    AssessmentFactory,
    AttributionFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.views.pages import FOUND, opened

pytestmark = pytest.mark.django_db


def test_page_sets_the_words_in_marks_with_their_seal() -> None:
    statement = StatementFactory.create()
    AttributionFactory.create(statement=statement)
    QuotationFactory.create(
        statement=statement,
        exact="does nothing to the reduce it",
        check_result=QuotationCheck.EXACT,
        checked_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
    page = opened(statement.get_absolute_url())
    assert "“does nothing to the reduce it”" in page.text
    assert "Matches exactly, 21 November 2026" in page.text


def test_page_links_to_the_words_where_they_were_found() -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(
        statement=statement,
        source=SourceFactory.create(url="https://news.example/one"),
        exact="be responsible",
        **FOUND,
    )
    page = opened(statement.get_absolute_url())
    assert "https://news.example/one#:~:text=be%20responsible" in page.links
    assert "Open at these words" in page.text


@pytest.mark.parametrize("check", [QuotationCheck.NOT_CHECKED, QuotationCheck.NOT_FOUND])
def test_page_links_to_the_source_where_words_were_not_found(check: QuotationCheck) -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(
        statement=statement,
        source=SourceFactory.create(url="https://news.example/one"),
        check_result=check,
        checked_at=FOUND["checked_at"] if check == QuotationCheck.NOT_FOUND else None,
    )
    page = opened(statement.get_absolute_url())
    assert "https://news.example/one" in page.links
    assert "Open the source" in page.text
    assert "Open at these words" not in page.text


def test_words_are_headed_by_who_gives_them_and_when() -> None:
    statement = StatementFactory.create()
    herald = StakeholderFactory.create(name="Example Herald")
    source = SourceFactory.create(title="What they said", publisher=herald, date_edtf="2018-06-18")
    QuotationFactory.create(statement=statement, source=source)
    text = opened(statement.get_absolute_url()).text
    assert "The words, as given by Example Herald, 18 June 2018: “What they said”" in text


def test_paraphrase_alone_is_headed_as_what_is_known() -> None:
    statement = StatementFactory.create()
    source = SourceFactory.create(title="Our title", title_is_ours=True, date_edtf="2018-06")
    QuotationFactory.create(statement=statement, source=source, kind=QuotationKind.PARAPHRASE)
    text = opened(statement.get_absolute_url()).text
    assert "What is known, from Our title, June 2018" in text
    assert "The words" not in text


def test_paraphrase_is_never_called_unchecked() -> None:
    statement = StatementFactory.create()
    quotation = QuotationFactory.create(statement=statement, kind=QuotationKind.PARAPHRASE)
    for address in (statement.get_absolute_url(), quotation.source.get_absolute_url()):
        page = opened(address)
        assert quotation.exact in page.text
        assert "Not checked" not in page.text


def test_byline_names_nobody_beside_those_who_speak_for_them() -> None:
    union = StakeholderFactory.create(name="Example Union")
    office = StakeholderFactory.create(name="Example Office")
    statement = said(union, title="A letter")
    AttributionFactory.create(
        statement=statement,
        stakeholder=office,
        role=AttributionRole.SPOKESPERSON,
        on_behalf_of=union,
        name_printed="an office spokesperson",
        order=2,
    )
    for address in (statement.get_absolute_url(), "/statements/"):
        text = opened(address).text
        assert "An office spokesperson for Example Union" in text
        assert "Example Union, " not in text


def test_paraphrase_has_no_marks_and_says_what_it_is() -> None:
    statement = StatementFactory.create()
    source = SourceFactory.create(url="https://news.example/one")
    QuotationFactory.create(
        statement=statement, source=source, exact="They wish it gone.", kind="paraphrase"
    )
    page = opened(statement.get_absolute_url())
    assert "They wish it gone." in page.text
    assert "“They wish it gone.”" not in page.text
    assert "Paraphrase, in our words" in page.text
    assert "https://news.example/one" in page.links


def test_other_wording_is_shown_with_its_difference() -> None:
    statement = StatementFactory.create()
    for title, words in (
        ("Herald", "We are troubled for immigrants, and protesters."),
        ("Letter", "immigrants, and protestors"),
    ):
        source = SourceFactory.create(title=title)
        QuotationFactory.create(statement=statement, source=source, exact=words)
    html = opened(statement.get_absolute_url()).html
    assert '<del><span class="unseen">[Herald:</span>protesters' in html
    assert '<ins><span class="unseen">[Letter:</span>protestors' in html


def test_voices_are_named_as_printed_and_for_whom() -> None:
    union = StakeholderFactory.create(name="Example Union")
    statement = StatementFactory.create()
    AttributionFactory.create(
        statement=statement,
        stakeholder=PersonFactory.create(name="Robin Rivera"),
        role=AttributionRole.SPOKESPERSON,
        on_behalf_of=union,
        name_printed="the union's counsel",
    )
    page = opened(statement.get_absolute_url())
    assert "Robin Rivera" in page.text
    assert "spokesperson for Example Union" in page.text
    assert "printed as “the union's counsel”" in page.text
    assert union.get_absolute_url() in page.links


def test_withdrawn_name_is_struck_with_its_day() -> None:
    statement = StatementFactory.create()
    AttributionFactory.create(
        statement=statement,
        stakeholder=StakeholderFactory.create(name="Example Guild"),
        withdrawn_on=date(2018, 7, 1),
    )
    page = opened(statement.get_absolute_url())
    assert "withdrew 1 July 2018" in page.text
    assert ">Example Guild</a></del>" in page.html


def test_personal_capacity_is_said() -> None:
    statement = StatementFactory.create()
    AttributionFactory.create(
        statement=statement, stakeholder=PersonFactory.create(), capacity=Capacity.PERSONAL
    )
    assert "author, in a personal capacity" in opened(statement.get_absolute_url()).text


def test_date_is_as_exact_as_known_with_basis_print_and_note() -> None:
    statement = StatementFactory.create(
        date_edtf="2018-05",
        date_printed="last month",
        date_basis=DateBasis.INFERRED,
        date_note="The month before the article.",
    )
    page = opened(statement.get_absolute_url())
    assert "May 2018 inferred printed as “last month” The month before the article." in page.text
    assert '<time datetime="2018-05">May 2018</time>' in page.html


def test_date_that_another_source_gives_stands_beside() -> None:
    statement = StatementFactory.create(date_edtf="2018-12-06")
    QuotationFactory.create(
        statement=statement,
        source=SourceFactory.create(title="Herald"),
        date_edtf="2019-01",
        date_printed="last month",
        date_basis=DateBasis.REPORTED,
    )
    page = opened(statement.get_absolute_url())
    assert "When, by Herald January 2019 reported printed as “last month”" in page.text


def test_stances_have_word_reason_condition_and_dispute() -> None:
    statement = StatementFactory.create()
    proposition = PropositionFactory.create(text="It should end.", slug="end")
    AssessmentFactory.create(
        statement=statement,
        proposition=proposition,
        stance=Stance.MIXED,
        condition="until a law is made",
        reason="They say “until”.",
        disputed=True,
        dispute_note="The union reads it otherwise.",
    )
    page = opened(statement.get_absolute_url())
    assert "mixed or conditional" in page.text
    for said_so in (
        "Condition: until a law is made",
        "They say “until”.",
        "Disputed: The union reads it otherwise.",
    ):
        assert said_so in page.text
    assert "stance-end" in page.ids


def test_silence_is_shown_as_asked_without_reply() -> None:
    proposition = PropositionFactory.create(text="It should end.")
    statement = said(kind=StatementKind.NO_REPLY)
    statement.asked_about.add(proposition)
    page = opened(statement.get_absolute_url())
    assert "asked, no reply" in page.text
    assert "Who was asked" in page.text
    assert "What happened" in page.text
    assert "Asked in connection with" in page.text
    assert "author" not in page.text
    assert proposition.get_absolute_url() in page.links


def test_thread_goes_two_steps_either_way_and_hides_drafts() -> None:
    acts = [StatementFactory.create(title=f"Act {n}") for n in range(5)]
    for before, after in pairwise(acts):
        ReplyFactory.create(from_statement=after, to_statement=before)
    draft = StatementFactory.create(title="Secret", state=WorkflowState.DRAFT)
    ReplyFactory.create(from_statement=draft, to_statement=acts[2])
    text = opened(acts[2].get_absolute_url()).text
    assert "answers Act 1" in text
    assert "answers Act 0" in text
    assert "is answered by Act 3" in text
    assert "is answered by Act 4" in text
    assert "Secret" not in text
    assert "Act 0" not in opened(acts[3].get_absolute_url()).text


def test_reply_reads_from_both_sides() -> None:
    first, second = StatementFactory.create(), StatementFactory.create()
    ReplyFactory.create(from_statement=second, to_statement=first, kind=ReplyKind.RETRACTS)
    assert "retracts" in opened(second.get_absolute_url()).text
    assert "is retracted by" in opened(first.get_absolute_url()).text


@pytest.mark.parametrize("state", [WorkflowState.DRAFT, WorkflowState.IN_REVIEW, "withdrawn"])
def test_unpublished_statement_is_not_found(state: str) -> None:
    statement = StatementFactory.create(state=state, title="Secret")
    for address in (statement.get_absolute_url(), f"{statement.get_absolute_url()}cite.bib"):
        page = opened(address)
        assert page.status == 404
        assert "Secret" not in page.html


def test_draft_under_a_former_slug_is_not_betrayed() -> None:
    statement = StatementFactory.create(slug="before", state=WorkflowState.DRAFT)
    statement.slug = "after"
    statement.save()
    assert opened("/statements/before/").status == 404


def test_page_says_near_its_head_who_answered_or_that_nobody_did() -> None:
    asked, rejoinder = said(title="A demand"), said(StakeholderFactory.create(name="Example Co"))
    assert "No answer on record" in opened(asked.get_absolute_url()).text
    ReplyFactory.create(from_statement=rejoinder, to_statement=asked, kind=ReplyKind.ANSWERS)
    page = opened(asked.get_absolute_url())
    assert page.text.index("Answered by Example Co") < page.text.index("The words, as given")
    assert rejoinder.get_absolute_url() in page.links
    assert "No answer" not in page.text
