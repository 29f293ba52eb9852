"""The exchange that a statement belongs to: each statement once, under what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.choices import QuotationKind, ReplyKind, Stance, StatementKind, WorkflowState
from positions.models import Reply, Statement
from positions.records import fetch_statements
from positions.views.details.exchange import Turn, turns_of, web_of
from tests.factories import (
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.views.pages import FOUND, Page, opened

PAGE = import_module("positions.views.details.exchange")  # of which the package has the view
pytestmark = pytest.mark.django_db


def shown_from(statement: Statement) -> list[Turn]:
    [record] = fetch_statements([statement.pk])
    return turns_of(web_of(statement.pk, record.date), statement.pk)


def walked(turns: list[Turn], depth: int = 0) -> Iterator[tuple[int, Turn]]:
    """Each turn with its depth, as a reader comes to it."""
    for turn in turns:
        yield depth, turn
        yield from walked(turn.answers, depth + 1)


def outline(statement: Statement) -> list[tuple[int, str, str]]:
    return [
        (depth, turn.tie, turn.statement.title) for depth, turn in walked(shown_from(statement))
    ]


def chain(number: int) -> list[Statement]:
    """Statements of which each answers the one before, a year later."""
    acts = [
        StatementFactory.create(title=f"Act {n}", date_edtf=str(2000 + n)) for n in range(number)
    ]
    for before, after in pairwise(acts):
        ReplyFactory.create(from_statement=after, to_statement=before)
    return acts


def page_of(statement: Statement) -> Page:
    return opened(f"{statement.get_absolute_url()}exchange/")


def test_it_runs_from_the_first_statement_to_the_last_answer() -> None:
    acts = chain(4)
    expected = [
        (0, "", "Act 0"),
        (1, "answers", "Act 1"),
        (2, "answers", "Act 2"),
        (3, "answers", "Act 3"),
    ]
    for act in acts:
        assert outline(act) == expected


def test_answers_to_the_same_stand_in_order_of_time() -> None:
    root = StatementFactory.create(title="Root", date_edtf="2017")
    for title, edtf in (("Late", "2019"), ("Early", "2018")):
        answer = StatementFactory.create(title=title, date_edtf=edtf)
        ReplyFactory.create(from_statement=answer, to_statement=root)
    assert [title for _, _, title in outline(root)] == ["Root", "Early", "Late"]


def test_an_answer_to_two_is_there_once_and_names_the_other() -> None:
    first, second, third = chain(3)
    ReplyFactory.create(from_statement=third, to_statement=first, kind=ReplyKind.SUPERSEDES)
    assert outline(first) == [(0, "", "Act 0"), (1, "answers", "Act 1"), (2, "answers", "Act 2")]
    page = page_of(second)
    assert "It also supersedes Act 0" in page.text
    assert f"#{first.slug}" in page.links
    assert len(page.ids) == len(set(page.ids))


def test_a_circle_ends_where_it_began() -> None:
    first, second, third = chain(3)
    ReplyFactory.create(from_statement=first, to_statement=third)
    for act in (first, second, third):
        titles = [title for _, _, title in outline(act)]
        assert sorted(titles) == ["Act 0", "Act 1", "Act 2"]
    assert page_of(second).status == 200


def test_the_current_one_is_marked() -> None:
    first, second, _ = chain(3)
    page = page_of(second)
    assert page.html.count('aria-current="true"') == 2  # the room of statements, and this one
    assert f'id="{second.slug}" aria-current="true"' in page.html
    assert f'id="{first.slug}" aria-current' not in page.html


def test_words_are_in_full_and_paraphrases_are_called_so() -> None:
    union = StakeholderFactory.create(name="Example Union")
    words = "A sentence of many words. " * 30
    first = said(
        union,
        words=words.strip(),
        date_edtf="2017",
        on={PropositionFactory.create(): Stance.OPPOSES},
    )
    answer = StatementFactory.create(date_edtf="2018-05", kind=StatementKind.REPORT)
    QuotationFactory.create(statement=answer, kind=QuotationKind.PARAPHRASE, exact="It would not.")
    ReplyFactory.create(from_statement=answer, to_statement=first, kind=ReplyKind.CLARIFIES)
    text = page_of(first).text
    assert f"“{words.strip()}”" in text
    assert "Example Union · 2017" in text or "Example Union 2017" in text
    assert f"May 2018 clarifies: {answer.title} It would not. Paraphrase, in our words" in text
    assert "opposes:" in text


def test_of_several_sources_the_checked_and_fullest_gives_the_words() -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, exact="Unchecked words, which are many more.")
    QuotationFactory.create(statement=statement, exact="Checked words.", **FOUND)
    text = page_of(statement).text
    assert "“Checked words.”" in text
    assert "Unchecked" not in text


def test_a_statement_alone_says_so() -> None:
    page = page_of(StatementFactory.create())
    assert page.status == 200
    assert "Nothing on record answers it" in page.text


def test_drafts_are_neither_shown_nor_passed_through() -> None:
    first, hidden, third = chain(3)
    Statement.objects.filter(pk=hidden.pk).update(state=WorkflowState.DRAFT)
    assert outline(first) == [(0, "", "Act 0")]
    assert outline(third) == [(0, "", "Act 2")]
    assert page_of(hidden).status == 404


def test_beyond_six_steps_it_says_that_there_is_more() -> None:
    acts = chain(13)
    page = page_of(acts[0])
    assert "Act 6" in page.text
    assert "Act 7" not in page.text
    assert "The exchange goes on" in page.text
    assert "The exchange goes on" not in page_of(acts[6]).text


def test_beyond_sixty_statements_it_says_that_there_is_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PAGE, "MOST", 3)
    root = StatementFactory.create(title="Root", date_edtf="2017")
    for number in range(4):
        answer = StatementFactory.create(title=f"Answer {number}", date_edtf=f"201{8 - number % 2}")
        ReplyFactory.create(from_statement=answer, to_statement=root)
    page = page_of(root)
    assert page.text.count("answers: Answer") == 2
    assert "The exchange goes on" in page.text
    monkeypatch.setattr(PAGE, "MOST", 5)
    assert "The exchange goes on" not in page_of(root).text


def test_the_statement_leads_to_it_with_the_nearest_words() -> None:
    first = said(words="We begin.", date_edtf="2017")
    answer = said(words="We answer.", date_edtf="2018")
    ReplyFactory.create(from_statement=answer, to_statement=first)
    page = opened(first.get_absolute_url())
    assert "“We answer.”" in page.text
    assert f"{first.get_absolute_url()}exchange/" in page.links


def test_a_statement_with_many_answers_shows_the_oldest_and_says_that_there_are_more() -> None:
    root = StatementFactory.create(date_edtf="2017")
    for number in range(13):
        answer = StatementFactory.create(title=f"Answer {number:02}", date_edtf=f"20{30 - number}")
        ReplyFactory.create(from_statement=answer, to_statement=root)
    text = opened(root.get_absolute_url()).text
    assert text.count("is answered by") == 12
    assert "Answer 00" not in text
    assert "in full; more statements are tied to this one" in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_whatever_answers_whatever_each_is_there_once(
    db: None, pairs: set[tuple[int, int]]
) -> None:
    Statement.objects.all().delete()
    acts = [StatementFactory.create(date_edtf=f"20{10 + n}") for n in range(7)]
    Reply.objects.bulk_create(
        Reply(from_statement=acts[one], to_statement=acts[other])
        for one, other in pairs
        if one != other
    )
    together = {0}
    for _ in acts:
        together |= {b for a, b in pairs if a in together} | {a for a, b in pairs if b in together}
    turns = list(walked(shown_from(acts[0])))
    assert sorted(turn.statement.slug for _, turn in turns) == sorted(
        acts[number].slug for number in together
    )
    ties = sum(bool(turn.tie) + len(turn.further) for _, turn in turns)
    assert ties == sum(one != other and one in together for one, other in pairs)
