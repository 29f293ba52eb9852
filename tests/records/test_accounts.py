"""How sources' accounts of one statement are ordered and compared."""

from __future__ import annotations

import pytest

from positions.choices import QuotationKind
from positions.models import Statement
from positions.records.accounts import Account
from positions.views.details.published import published
from tests.factories import QuotationFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db

FULL = (
    "We are concerned the technology would be used to target people … "
    "We are concerned sales may be expanded to foreign governments."
)


def accounts_of(statement: Statement) -> list[Account]:
    return published(statement.slug, {}).accounts


def accounts(
    *given: tuple[str, str], kind: QuotationKind = QuotationKind.VERBATIM
) -> list[Account]:
    """The accounts of a statement that these (source, words) give."""
    statement = StatementFactory.create()
    sources = {title: SourceFactory.create(title=title) for title, _ in given}
    for title, words in given:
        QuotationFactory.create(statement=statement, source=sources[title], exact=words, kind=kind)
    return accounts_of(statement)


def difference(account: Account) -> list[tuple[str, str]]:
    return [(part.kind, part.text.strip()) for part in account.given[0].differs]


def test_fullest_account_comes_first() -> None:
    found = accounts(("Short", "We are concerned."), ("Full", FULL))
    assert [account.source.title for account in found] == ["Full", "Short"]


def test_own_words_count_for_more_than_a_long_paraphrase() -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, exact="They worry. " * 20, kind="paraphrase")
    QuotationFactory.create(statement=statement, exact="We worry.")
    assert accounts_of(statement)[0].given[0].quotation.exact == "We worry."


def test_primary_document_wins_among_equals() -> None:
    statement = StatementFactory.create()
    for primary in (False, True):
        source = SourceFactory.create(is_primary=primary)
        QuotationFactory.create(statement=statement, source=source, exact="We worry.")
    assert [account.source.primary for account in accounts_of(statement)] == [True, False]


def test_same_words_agree_whatever_their_marks() -> None:
    _, other = accounts(("Full", "We’re concerned. Sales end."), ("Other", "We're concerned."))
    assert other.given[0].agrees
    assert difference(other) == []


def test_words_put_in_are_marked_beside_the_passage_they_belong_to() -> None:
    _, other = accounts(
        ("Full", FULL), ("Reprint", "[W]e are also concerned sales may be expanded")
    )
    assert difference(other) == [
        ("only_a", "We"),
        ("only_b", "[W]e"),
        ("same", "are"),
        ("only_b", "also"),
        ("same", "concerned sales may be expanded"),
    ]


def test_single_word_in_another_spelling_is_marked() -> None:
    _, other = accounts(("Full", "It hurts immigrants, and protesters."), ("Letter", "protestors"))
    assert difference(other) == [("only_a", "protesters"), ("only_b", "protestors")]


def test_other_words_are_not_compared() -> None:
    _, other = accounts(("Full", FULL), ("Other", "weak and hollow"))
    assert difference(other) == []
    assert not other.given[0].agrees


def test_account_that_says_more_in_the_same_words_agrees() -> None:
    statement = StatementFactory.create()
    fullest, other = SourceFactory.create(), SourceFactory.create()
    for words in ("is hollow, all of it", FULL):
        QuotationFactory.create(statement=statement, source=fullest, exact=words)
    QuotationFactory.create(
        statement=statement, source=other, exact="The plan is hollow, all of it, as we see it."
    )
    [given] = accounts_of(statement)[1].given
    assert given.agrees


def test_account_carries_the_date_that_its_source_gives() -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, date_edtf="2019-01", date_basis="reported")
    [account] = accounts_of(statement)
    assert account.dated is not None
    assert account.dated.text == "January 2019"


def test_account_without_a_date_has_none() -> None:
    [account] = accounts(("Full", FULL))
    assert account.dated is None


def test_statement_without_quotations_has_no_account() -> None:
    assert accounts_of(StatementFactory.create()) == []
