"""The queue shows what waits and what is missing, and decisions are made there."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from positions.choices import QuotationCheck, Stance, StatementKind, WorkflowState
from positions.models import Position, Statement
from positions.publishing.lacks import CHOICES, LACKS
from tests.admin.forms import fields_of, messages_of, opened
from tests.factories import (
    AssessmentFactory,
    AttributionFactory,
    CaptureFactory,
    ChallengeFactory,
    PropositionFactory,
    QuotationFactory,
    StatementFactory,
    TopicFactory,
    said,
)

QUEUE = "/admin/review/"
STATEMENTS = "/admin/positions/statement/"
REVIEW = WorkflowState.IN_REVIEW


def checked(result: QuotationCheck, *, kept: bool = True) -> Statement:
    """A statement in review whose one quotation has this check; its source's text is kept."""
    statement = StatementFactory.create(state=REVIEW)
    AttributionFactory.create(statement=statement)
    AssessmentFactory.create(statement=statement)
    when = None if result == QuotationCheck.NOT_CHECKED else timezone.now()
    made = QuotationFactory.create(statement=statement, check_result=result, checked_at=when)
    if kept:
        words = "Other words." if result == QuotationCheck.NOT_FOUND else made.exact
        CaptureFactory.create(source=made.source, text=f"They said: “{words}”")
    return statement


def proposed() -> Statement:
    """A statement whose words are found in a text that a contributor brought, and in no other."""
    statement = checked(QuotationCheck.EXACT, kept=False)
    quotation = statement.quotations.get()
    CaptureFactory.create(source=quotation.source, text=quotation.exact, taken_at=None)
    return statement


def unknown_party() -> Statement:
    statement = whole()
    AttributionFactory.create(statement=statement, stakeholder__released=False)
    return statement


def silence() -> Statement:
    statement = said(state=REVIEW, kind=StatementKind.NO_REPLY)
    statement.quotations.update(kind="paraphrase")
    return statement


def whole() -> Statement:
    return checked(QuotationCheck.EXACT)


# A statement of each lack, that has no other.
LACKING: dict[str, Callable[[], Statement]] = {
    "date": lambda: _changed(whole(), date_edtf="", date_basis="", earliest=None, latest=None),
    "voice": lambda: _without(whole(), "attributions"),
    "words": lambda: _without(whole(), "quotations"),
    "not_found": lambda: checked(QuotationCheck.NOT_FOUND),
    "text": lambda: checked(QuotationCheck.NOT_CHECKED, kept=False),
    "proposed": proposed,
    "party": unknown_party,
    "unchecked": lambda: checked(QuotationCheck.NOT_CHECKED),
    "typography": lambda: checked(QuotationCheck.TYPOGRAPHY),
    "stance": lambda: _without(whole(), "assessments"),
    "asked": silence,
    "note": lambda: _noted(whole()),
}


def _changed(statement: Statement, **fields: Any) -> Statement:
    Statement.objects.filter(pk=statement.pk).update(**fields)
    return statement


def _noted(statement: Statement) -> Statement:
    statement.review_note = "Mend it."
    statement.save()
    return statement


def _without(statement: Statement, parts: str) -> Statement:
    getattr(statement, parts).all().delete()
    return statement


def shown(page: Any) -> list[int]:
    return [row.waiting.statement.pk for row in page.context["listed"].rows]


@pytest.mark.parametrize("key", LACKING)
def test_what_is_missing_is_shown_with_the_way_there_and_found_by_it(
    editor: Client, key: str
) -> None:
    whole()
    lacking = LACKING[key]()
    page = editor.get(QUEUE, {"missing": key})
    assert shown(page) == [lacking.pk]
    [row] = page.context["listed"].rows
    if key == "note":
        assert row.waiting.lacks == []
        assert "Mend it." in page.content.decode()
        return
    [(lack, address)] = row.links
    assert lack.key == key
    assert lack.words in unescape(page.content.decode())
    place, _, anchor = address.partition("#")
    assert f'id="{anchor}"' in editor.get(place).content.decode()


def test_every_lack_has_a_case() -> None:
    assert set(LACKING) == {key for key, _ in CHOICES}


@pytest.mark.parametrize("lack", LACKS, ids=lambda lack: lack.key)
def test_what_is_said_to_block_keeps_it_from_readers_and_the_rest_does_not(
    editor: Client, lack: Any
) -> None:
    statement = LACKING[lack.key]()
    page = editor.post(QUEUE, {"publish": statement.pk}, follow=True)
    statement.refresh_from_db()
    assert statement.is_published is not lack.blocks
    assert ("It stays as it was" in page.content.decode()) is lack.blocks


def test_those_longest_in_review_come_first_with_who_handed_them_in(
    contributor: Client, editor: Client
) -> None:
    later, sooner = (said(state=WorkflowState.DRAFT) for _ in range(2))
    for statement in (sooner, later):
        address = f"{STATEMENTS}{statement.pk}/change/"
        contributor.post(address, {**opened(contributor, address), "state": "in_review"})
    fields = opened(editor, f"{STATEMENTS}{sooner.pk}/change/")
    editor.post(f"{STATEMENTS}{sooner.pk}/change/", {**fields, "title": "Mended by the editor"})
    page = editor.get(QUEUE)
    assert shown(page) == [sooner.pk, later.pk]
    assert {row.waiting.trail.by.name for row in page.context["listed"].rows} == {"an-contributor"}
    assert "Handed in by an-contributor" in re.sub(r"\s+", " ", page.content.decode())


def test_tabs_show_drafts_and_open_challenges(editor: Client) -> None:
    draft = said(state=WorkflowState.DRAFT)
    assert shown(editor.get(QUEUE, {"tab": "draft"})) == [draft.pk]
    ChallengeFactory.create(disputed="That it was said at all.")
    page = editor.get(QUEUE, {"tab": "challenges"}).content.decode()
    assert "That it was said at all." in page
    assert "An Example Challenger (not to be named)" in page


def test_it_is_narrowed_by_subject_and_by_who_entered_it(
    contributor: Client, editor: Client
) -> None:
    topic, proposition = TopicFactory.create(), PropositionFactory.create()
    on_topic = said(state=REVIEW, topic=topic)
    judged = said(state=REVIEW, on={proposition: Stance.OPPOSES})
    asked = said(state=REVIEW, kind=StatementKind.NO_REPLY)
    asked.asked_about.add(proposition)
    entered = said(state=REVIEW)
    account = User.objects.get(username="an-contributor")
    Statement.history.filter(id=entered.pk).update(history_user=account)
    cases: list[tuple[dict[str, Any], list[Statement]]] = [
        ({"topic": topic.slug}, [on_topic]),
        ({"topic": proposition.topic.slug}, [judged, asked]),
        ({"proposition": proposition.slug}, [judged, asked]),
        ({"by": account.pk}, [entered]),
        ({"by": account.pk, "proposition": proposition.slug}, []),
    ]
    for query, expected in cases:
        assert shown(editor.get(QUEUE, query)) == [each.pk for each in expected]


@pytest.mark.parametrize(
    "query", ["missing=colour", "tab=published", "topic=none", "by=nobody", "page=0", "page=x"]
)
def test_what_is_not_understood_is_refused_and_nothing_listed(editor: Client, query: str) -> None:
    said(state=REVIEW)
    page = editor.get(f"{QUEUE}?{query}")
    assert page.status_code == 400
    assert page.context["listed"].rows == ()
    assert 'class="errornote"' in page.content.decode()


def test_those_chosen_are_published_and_the_rest_stay_with_the_reason_beside_them(
    editor: Client,
) -> None:
    ready = said(state=REVIEW, on={PropositionFactory.create(): Stance.OPPOSES})
    bare = StatementFactory.create(state=REVIEW, title="Bare")
    left = said(state=REVIEW)
    page = editor.post(QUEUE, {"chosen": [ready.pk, bare.pk], "publish_chosen": "1"})
    assert "1 statement is now public" in messages_of(page)
    assert Position.objects.count() == 1
    refused = {row.waiting.statement.pk: row.refused for row in page.context["listed"].rows}
    assert list(refused) == [bare.pk, left.pk]
    assert any("somebody who makes it" in why for why in refused[bare.pk])
    assert not refused[left.pk]


def test_sending_back_needs_a_note_which_the_contributor_reads(
    editor: Client, contributor: Client
) -> None:
    statement = said(state=REVIEW)
    page = editor.post(QUEUE, {"send_back": statement.pk, f"note-{statement.pk}": "  "})
    assert "say to the contributor what is to be mended" in page.content.decode()
    assert "<details open>" in page.content.decode()  # the box for it
    sent = {"send_back": statement.pk, f"note-{statement.pk}": "Who says that?"}
    assert editor.post(QUEUE, sent).status_code == 302
    statement.refresh_from_db()
    assert (statement.state, statement.review_note) == ("draft", "Who says that?")
    form = contributor.get(f"{STATEMENTS}{statement.pk}/change/").content.decode()
    assert "Who says that?" in form
    assert 'name="new_note"' in form  # to answer
    editor.post(QUEUE, {"publish": statement.pk})
    statement.refresh_from_db()
    assert (statement.state, statement.review_note) == ("published", "")


def test_contributor_reads_the_queue_and_decides_nothing(contributor: Client) -> None:
    statement = said(state=REVIEW)
    page = contributor.get(QUEUE)
    assert shown(page) == [statement.pk]
    assert not {"chosen", "publish"} & set(fields_of(page))
    assert (
        "<button" not in page.content.decode().partition('class="queue"')[2].partition("</ol>")[0]
    )
    assert contributor.post(QUEUE, {"publish": statement.pk}).status_code == 403
    statement.refresh_from_db()
    assert statement.state == REVIEW


def test_it_is_for_those_who_have_a_role(client: Client, django_user_model: Any) -> None:
    assert client.get(QUEUE).status_code == 302
    client.force_login(django_user_model.objects.create_user("no-role", is_staff=True))
    assert client.get(QUEUE).status_code == 403


def test_nothing_chosen_is_said(editor: Client) -> None:
    page = editor.post(QUEUE, {"publish_chosen": "1", "chosen": ["999", "x"]}, follow=True)
    assert "Nothing was chosen" in messages_of(page)


def test_fifty_cost_no_more_queries_than_two_and_the_rest_stand_on_the_next_page(
    editor: Client,
) -> None:
    costs = []
    for number in (2, 49):
        for _ in range(number):
            LACKING["text"]()
        with CaptureQueriesContext(connection) as queries:
            page = editor.get(QUEUE)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 17
    assert len(shown(page)) == 50
    assert "51 in review" in page.content.decode()
    assert len(shown(editor.get(f"{QUEUE}{page.context['next']}"))) == 1


def test_the_masthead_says_how_many_wait(contributor: Client, client: Client) -> None:
    for _ in range(3):
        said(state=REVIEW)
    page = contributor.get("/admin/").content.decode()
    assert 'href="/admin/review/"' in page
    assert '<span class="waiting">3<' in page
    assert "/admin/review/" not in client.get("/admin/login/").content.decode()
