"""What leads: words that can stand alone, under the names of those who said them."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import get_template

from positions.choices import AttributionRole, QuotationKind, StatementKind
from positions.models import Statement
from positions.records import fetch_statements
from positions.views.details.published import published
from positions.views.sharing.lead import NAMED, card_lead_of
from tests.cast import Cast
from tests.factories import (
    AttributionFactory,
    QuotationFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)

pytestmark = pytest.mark.usefixtures("cast")


def led(statement: Statement) -> str:
    lead = card_lead_of(published(statement.slug, NAMED))
    return lead.given.quotation.exact if lead.given else ""


def who(statement: Statement) -> str:
    return published(statement.slug, NAMED).who


def test_whole_sentence_leads_before_a_clause() -> None:
    statement = said(words="which should end.")
    QuotationFactory.create(statement=statement, exact="It should end.", order=5)
    assert led(statement) == "It should end."


def test_clause_leads_where_there_is_no_sentence() -> None:
    assert led(said(words="which should end.")) == "which should end."


def test_sentence_may_begin_with_a_mark() -> None:
    statement = said(words="(we) say so.")
    QuotationFactory.create(statement=statement, exact="[W]e say so.", order=5)
    assert led(statement) == "[W]e say so."


@pytest.mark.parametrize("kind", [QuotationKind.FRAGMENT, QuotationKind.PARAPHRASE])
def test_no_fragment_and_no_words_of_ours_lead(kind: QuotationKind) -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, kind=kind)
    assert led(statement) == ""


def test_words_about_silence_never_lead() -> None:
    assert led(said(words="It did not reply.", kind=StatementKind.NO_REPLY)) == ""


def test_byline_is_that_of_the_page(cast: Cast) -> None:
    names = get_template("components/voices.html").template.module.names  # type: ignore[attr-defined]
    spoken = said(cast.paper)
    AttributionFactory.create(
        statement=spoken,
        stakeholder=StakeholderFactory.create(name="Example Division"),
        on_behalf_of=cast.amazon,
        role=AttributionRole.SPOKESPERSON,
    )
    many = said(*(StakeholderFactory.create() for _ in range(9)))
    published_ones = [each for each in cast.statements.values() if each.is_published]
    statements = [*published_ones, spoken, many]
    for statement in statements:
        [record] = fetch_statements([statement.pk])
        assert who(statement) == names(record), statement


def test_unnamed_spokesperson_is_called_as_printed(cast: Cast) -> None:
    statement = StatementFactory.create()
    AttributionFactory.create(
        statement=statement,
        stakeholder=StakeholderFactory.create(name="Example Division"),
        on_behalf_of=cast.amazon,
        role=AttributionRole.SPOKESPERSON,
        name_printed="an Example spokesperson",
    )
    assert who(statement) == "An Example spokesperson for Amazon"


def test_who_withdrew_is_not_named(cast: Cast) -> None:
    statement = said(cast.aclu, cast.caucus)
    first = statement.attributions.get(stakeholder=cast.aclu)
    first.withdrawn_on = date(2018, 7, 1)
    first.save()
    assert who(statement) == "CBC"
