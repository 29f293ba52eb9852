"""The list of statements: its columns, its filters, and what it costs."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from positions.choices import QuotationCheck, QuotationKind, Stance
from tests.admin.statement.typed import (
    LIST,
)
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    QuotationFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)


def test_list_finds_by_alias(editor: Client) -> None:
    holder = StakeholderFactory.create()
    AliasFactory.create(stakeholder=holder, name="Exemplary Alias")
    said(holder, on={PropositionFactory.create(): Stance.OPPOSES}, title="Found by its alias")
    said(title="Another matter")
    page = editor.get(LIST, {"q": "Exemplary"}).content.decode()
    assert "Found by its alias" in page
    assert "Another matter" not in page


def test_list_costs_the_same_for_more_rows(editor: Client) -> None:
    holder = StakeholderFactory.create()
    said(holder, on={PropositionFactory.create(): Stance.OPPOSES})
    editor.get(LIST)
    with CaptureQueriesContext(connection) as one:
        editor.get(LIST)
    for _ in range(5):
        said(holder, on={PropositionFactory.create(): Stance.OPPOSES})
    with CaptureQueriesContext(connection) as six:
        editor.get(LIST)
    assert len(six) == len(one)


def test_filter_by_check_leaves_other_words_out(editor: Client) -> None:
    statement = StatementFactory.create(title="Unverified words here")
    QuotationFactory.create(statement=statement)
    StatementFactory.create(title="No words here")
    page = editor.get(LIST, {"check": "not_checked"}).content.decode()
    assert "Unverified words here" in page
    assert "No words here" not in page


def test_list_counts_stances_by_side_and_names_words_not_checked(editor: Client) -> None:
    taken = (Stance.OPPOSES, Stance.SUPPORTS, Stance.STRONGLY_SUPPORTS, Stance.UNCLEAR)
    said(on={PropositionFactory.create(): stance for stance in taken})
    page = editor.get(LIST).content.decode()
    assert ">2 for · 1 against · 1 unclear<" in page
    assert ">1 not checked<" in page


def test_words_that_were_found_and_paraphrases_are_told_apart_in_the_list(editor: Client) -> None:
    verified, paraphrased = said().quotations.get(), said().quotations.get()
    verified.check_result, verified.checked_at = QuotationCheck.EXACT, timezone.now()
    verified.save()
    paraphrased.kind = QuotationKind.PARAPHRASE
    paraphrased.save()
    page = editor.get(LIST).content.decode()
    assert '<td class="field-words">found</td>' in page
    assert '<td class="field-words">—</td>' in page
