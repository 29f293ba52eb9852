"""Which words lead a row, and that a stance never stands under words that do not carry it."""

from __future__ import annotations

import pytest

from positions.choices import QuotationKind, Stance, StatementKind
from positions.models import Quotation, Statement
from positions.records import fetch_statements
from positions.records.lead import Lead, lead_of
from tests.factories import PropositionFactory, QuotationFactory, StatementFactory, said

pytestmark = pytest.mark.django_db

FIRST, OTHER = "The first words.", "The other words."


def led(statement: Statement) -> Lead:
    [record] = fetch_statements([statement.pk])
    return lead_of(record)


def words(statement: Statement) -> str:
    """Those of the speaker that lead, to the letter."""
    lead = led(statement)
    return lead.theirs.exact if lead.theirs else ""


def two_sentences() -> tuple[Statement, Quotation]:
    """Two sentences, of which the second carries a judgement and the first none."""
    statement = said(words=FIRST, on={PropositionFactory.create(): Stance.OPPOSES})
    other = QuotationFactory.create(statement=statement, exact=OTHER, order=5)
    statement.assessments.update(quotation=other)
    return statement, other


def test_words_that_carry_the_stance_lead() -> None:
    lead = led(two_sentences()[0])
    assert lead.theirs
    assert lead.theirs.words == OTHER
    assert len(lead.carried) == 1
    assert not lead.others


def test_what_other_words_carry_stands_under_those() -> None:
    statement = said(
        words=FIRST,
        on={PropositionFactory.create(): Stance.OPPOSES, PropositionFactory.create(): Stance.MIXED},
    )
    one, two = statement.assessments.all()
    statement.quotations.update(order=0)
    other = QuotationFactory.create(statement=statement, exact=OTHER, order=5)
    statement.assessments.filter(pk=one.pk).update(quotation=statement.quotations.first())
    statement.assessments.filter(pk=two.pk).update(quotation=other)
    lead = led(statement)
    assert lead.theirs
    assert lead.theirs.words == FIRST
    assert [each.judgement.stance for each in lead.carried] == [one.stance]
    assert [(each.judgement.stance, each.theirs) for each in lead.others] == [(two.stance, OTHER)]


def test_a_judgement_without_words_leads_with_its_reason() -> None:
    lead = led(said(words=FIRST, on={PropositionFactory.create(): Stance.OPPOSES}))
    assert lead.theirs is None
    assert lead.ours == lead.carried[0].judgement.reason


def test_judgements_that_rest_on_the_same_stand_under_it_together() -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES for _ in range(3)})
    ours = QuotationFactory.create(
        statement=statement, kind=QuotationKind.PARAPHRASE, exact="It asked for a ban.", order=5
    )
    statement.assessments.update(quotation=ours)
    lead = led(statement)
    assert (lead.ours, len(lead.carried), lead.further) == ("It asked for a ban.", 3, [])
    words = statement.quotations.exclude(pk=ours.pk).get()
    first = statement.assessments.first()
    assert first
    statement.assessments.exclude(pk=first.pk).update(quotation=words)
    lead = led(statement)
    assert lead.theirs
    assert (lead.theirs.exact, len(lead.carried)) == (words.exact, 2)
    [(theirs, beside, judged)] = lead.further
    assert (theirs, beside, len(judged)) == ("", "It asked for a ban.", 1)


def test_words_of_which_nothing_was_judged_lead() -> None:
    lead = led(said(words=FIRST))
    assert lead.theirs
    assert lead.theirs.words == FIRST
    assert (lead.carried, lead.others) == ([], [])


def test_whole_sentence_leads_before_a_clause() -> None:
    statement = said(words="which should end.")
    QuotationFactory.create(statement=statement, exact="It should end.", order=5)
    assert words(statement) == "It should end."


def test_clause_leads_where_there_is_no_sentence() -> None:
    assert words(said(words="which should end.")) == "which should end."


def test_sentence_may_begin_with_a_mark() -> None:
    statement = said(words="(we) say so.")
    QuotationFactory.create(statement=statement, exact="[W]e say so.", order=5)
    assert words(statement) == "[W]e say so."


@pytest.mark.parametrize("kind", [QuotationKind.FRAGMENT, QuotationKind.PARAPHRASE])
def test_no_fragment_and_no_words_of_ours_lead(kind: QuotationKind) -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, kind=kind)
    assert words(statement) == ""


def test_words_about_silence_never_lead() -> None:
    statement = said(words="It did not reply.", kind=StatementKind.NO_REPLY)
    assert (led(statement).theirs, led(statement).ours) == (None, "")
    QuotationFactory.create(
        statement=statement, kind=QuotationKind.PARAPHRASE, exact="It was asked.", order=5
    )
    assert led(statement).ours == "It was asked."
