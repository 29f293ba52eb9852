"""Whatever readers see of a published statement, a change of it needs a note to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.choices import Stance, WorkflowState
from positions.correcting import CorrectionNote, Ledger, NoteNeeded, due
from positions.models import Correction, Statement
from tests.factories import (
    AssessmentFactory,
    AttributionFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
    said,
)

pytestmark = pytest.mark.django_db
Change = Callable[[Statement], Any]


def own(**fields: Any) -> Change:
    """Change fields of the statement itself; a function makes its value when it is needed."""

    def change(statement: Statement) -> None:
        for name, value in fields.items():
            setattr(statement, name, value() if callable(value) else value)
        statement.save()

    return change


def part(parts: str, **fields: Any) -> Change:
    """Change fields of its first row of a part."""
    return lambda statement: getattr(statement, parts).update(
        **{name: value() if callable(value) else value for name, value in fields.items()}
    )


# What may be no more than spelling or layout, and what never is.
LAST = 32_000  # which none of the rows has that were made before
WORDING: dict[str, Change] = {
    "the title": own(title="Another title"),
    "the summary": own(summary="Another summary."),
    "the venue": own(venue="An example hall"),
    "the topic": own(topic=TopicFactory.create),
    "the date, how it is known": own(date_note="Another note."),
    "who makes it, as printed": part("attributions", name_printed="an example voice"),
    "who makes it, the order": part("attributions", order=LAST),
    "the words, their order": part("quotations", order=LAST),
    "the stances, the reason": part("assessments", reason="Other words say so."),
}
SUBSTANCE: dict[str, Change] = {
    "the form in which it was said": own(kind="speech"),
    "the date": own(date_edtf="2099"),
    "the words": part("quotations", exact="Other words."),
    "the words, their source": part("quotations", source=SourceFactory.create),
    "the words, how closely kept": part("quotations", kind="fragment"),
    "the words, the date of their source": part(
        "quotations", date_edtf="2017", date_basis="printed", earliest="2017-01-01"
    ),
    "the words, one more": lambda it: QuotationFactory.create(statement=it),
    "the words, all gone": lambda it: it.quotations.all().delete(),
    "who makes it": part("attributions", stakeholder=StakeholderFactory.create),
    "who makes it, one more": lambda it: AttributionFactory.create(statement=it),
    "who makes it, in what capacity": part("attributions", capacity="personal"),
    "who makes it, for whom": part("attributions", on_behalf_of=StakeholderFactory.create),
    "who makes it, taken back": part("attributions", withdrawn_on="2018-07-01"),
    "the stances": part("assessments", stance=Stance.SUPPORTS),
    "the stances, implied": part("assessments", directness="implied"),
    "the stances, the proposition": part("assessments", proposition=PropositionFactory.create),
    "the stances, the condition": part("assessments", condition="Only in examples."),
    "the stances, one more": lambda it: AssessmentFactory.create(statement=it),
    "the stances, one gone": lambda it: it.assessments.all().delete(),
    "what it answers": lambda it: ReplyFactory.create(from_statement=it),
    "the addressees": lambda it: it.addressees.add(StakeholderFactory.create()),
    "what was asked": lambda it: it.asked_about.add(PropositionFactory.create()),
}
SEEN = {**WORDING, **SUBSTANCE}
UNSEEN: dict[str, Change] = {
    "nothing": lambda it: it.save(),
    "the address": own(slug="another-address"),
    "the check": part("quotations", prefix="before "),
    "an answer by another": lambda it: ReplyFactory.create(to_statement=it),
}


def opened(*statements: Statement) -> Ledger:
    """A ledger that remembers how these are now."""
    ledger = Ledger()
    ledger.open([each.pk for each in statements])
    return ledger


def told(ledger: Ledger, note: CorrectionNote) -> list[Correction]:
    """What readers are told of what became of them."""
    return due(ledger.differences(), note)


@pytest.fixture
def statement() -> Statement:
    return said(on={PropositionFactory.create(): Stance.OPPOSES})


@pytest.mark.parametrize("changed", SEEN)
def test_a_change_that_readers_see_needs_a_note(statement: Statement, changed: str) -> None:
    ledger = opened(statement)
    SEEN[changed](statement)
    with pytest.raises(NoteNeeded) as needed:
        told(ledger, CorrectionNote())
    assert needed.value.changed == [changed.partition(",")[0]]
    assert changed.partition(",")[0] in str(needed.value)
    [made] = told(ledger, CorrectionNote("The example was put right."))
    assert (made.statement_id, made.kind) == (statement.pk, "corrected")


@pytest.mark.parametrize("changed", WORDING)
def test_a_change_of_wording_may_be_called_none_in_substance(
    statement: Statement, changed: str
) -> None:
    ledger = opened(statement)
    WORDING[changed](statement)
    assert told(ledger, CorrectionNote(no_substance=True)) == []


@pytest.mark.parametrize("changed", SUBSTANCE)
def test_a_change_in_substance_is_told_whatever_the_editor_calls_it(
    statement: Statement, changed: str
) -> None:
    ledger = opened(statement)
    SUBSTANCE[changed](statement)
    with pytest.raises(NoteNeeded, match="is always one in substance") as needed:
        told(ledger, CorrectionNote(no_substance=True))
    assert needed.value.substance == [changed.partition(",")[0]]


@pytest.mark.parametrize("changed", UNSEEN)
def test_what_readers_do_not_see_needs_none(statement: Statement, changed: str) -> None:
    ledger = opened(statement)
    UNSEEN[changed](statement)
    assert told(ledger, CorrectionNote()) == []
    assert told(ledger, CorrectionNote("For those that changed.")) == []
    assert not Correction.objects.exists()


def test_a_note_may_be_given_of_what_changed_elsewhere(statement: Statement) -> None:
    made = told(opened(statement), CorrectionNote("Its source had a wrong title.", regardless=True))
    assert [each.note for each in made] == ["Its source had a wrong title."]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [("published", "withdrawn", "withdrawn"), ("withdrawn", "published", "restored")],
)
def test_withdrawing_and_publishing_again_are_told_whatever_the_substance(
    before: str, after: str, kind: str
) -> None:
    statement = said(state=before)
    ledger = opened(statement)
    own(state=after)(statement)
    with pytest.raises(NoteNeeded):
        told(ledger, CorrectionNote(no_substance=True))
    [made] = told(ledger, CorrectionNote("It has to be."))
    assert made.kind == kind


@pytest.mark.parametrize("state", [WorkflowState.DRAFT, WorkflowState.IN_REVIEW])
def test_what_readers_never_saw_needs_no_note(state: WorkflowState) -> None:
    statement = said(state=state)
    ledger = opened(statement)
    own(title="Another", state=WorkflowState.PUBLISHED)(statement)
    assert told(ledger, CorrectionNote()) == []


def test_a_withdrawn_statement_may_be_mended_in_silence() -> None:
    statement = said(state=WorkflowState.WITHDRAWN)
    ledger = opened(statement)
    own(title="Another")(statement)
    assert told(ledger, CorrectionNote()) == []


def test_many_statements_cost_no_more_queries_than_one() -> None:
    costs = []
    for number in (1, 5):
        made = [said().pk for _ in range(number)]
        with CaptureQueriesContext(connection) as queries:
            ledger = Ledger()
            ledger.open(made)
            told(ledger, CorrectionNote())
        costs.append(len(queries))
    assert costs[0] == costs[1] == 14


def test_each_statement_is_remembered_as_it_was_first(statement: Statement) -> None:
    ledger = opened(statement)
    own(title="Another")(statement)
    ledger.open([statement.pk])
    with pytest.raises(NoteNeeded):
        told(ledger, CorrectionNote())


def test_a_statement_that_was_deleted_is_none_to_tell_of(statement: Statement) -> None:
    ledger = opened(statement, StatementFactory.create())
    statement.delete()
    assert told(ledger, CorrectionNote()) == []
