"""What readers have seen is withdrawn, never deleted; what is deleted can be found again."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from positions.choices import Stance, WorkflowState
from positions.merging import merge
from positions.models import Correction, Statement
from positions.recording import Recording, SeenByReaders
from tests.admin.editing.test_reverting import ways_back
from tests.admin.forms import messages_of
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.queries import counted

pytestmark = pytest.mark.django_db
HERE = "/admin/housekeeping/"
SEEN = [WorkflowState.PUBLISHED, WorkflowState.WITHDRAWN]
UNSEEN = [WorkflowState.DRAFT, WorkflowState.IN_REVIEW]
INNER = ("Index entr", "Statement text", "index entr", "statement text", "relationship")


def pages(thing: Any, noun: str) -> str:
    return f"/admin/positions/{noun}/{thing.pk}"


def text(page: Any) -> str:
    assert page.status_code == 200, page.status_code
    return " ".join(unescape(page.content.decode()).split())


def asked(client: Client, thing: Any, noun: str) -> list[str]:
    """The pages that ask before one is deleted: its own, and that of the list's action."""
    chosen = {"action": "delete_selected", "_selected_action": [thing.pk]}
    return [
        text(client.get(f"{pages(thing, noun)}/delete/")),
        text(client.post(f"/admin/positions/{noun}/", chosen)),
    ]


def confirmed(client: Client, thing: Any, noun: str) -> list[Any]:
    """The answers to both pages, confirmed, of one that is there after the first."""
    chosen = {"action": "delete_selected", "_selected_action": [thing.pk], "post": "yes"}
    return [
        client.post(f"{pages(thing, noun)}/delete/", {"post": "yes"}),
        client.post(f"/admin/positions/{noun}/", chosen),
    ]


@pytest.mark.parametrize("state", SEEN)
def test_what_readers_have_seen_is_never_deleted_and_the_page_says_why(
    administrator: Client, state: WorkflowState
) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES}, state=state)
    for page in asked(administrator, statement, "statement"):
        assert "never deleted" in page
        assert f'href="{pages(statement, "statement")}/change/"' in page
        assert not any(each in page for each in INNER)
        assert ("Withdraw instead…" in page) is (state == WorkflowState.PUBLISHED)
        assert 'name="post"' not in page
    confirmed(administrator, statement, "statement")
    assert Statement.objects.filter(pk=statement.pk).exists()


@pytest.mark.parametrize("state", SEEN)
def test_no_door_deletes_what_readers_have_seen(state: WorkflowState) -> None:
    statement = StatementFactory.create(state=state)
    opened_before = Statement(pk=statement.pk, state=WorkflowState.DRAFT)  # published meanwhile
    for row in (statement, opened_before):
        with pytest.raises(SeenByReaders, match="withdrawn, never deleted"), Recording() as record:
            record.remove(row)
    assert Statement.objects.filter(pk=statement.pk).exists()


def test_a_statement_that_comes_out_while_it_is_deleted_stays_and_that_is_told(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement = said(state=WorkflowState.DRAFT)
    begin = Recording.__enter__

    def published_before(record: Recording) -> Recording:
        Statement.objects.filter(pk=statement.pk).update(state=WorkflowState.PUBLISHED)
        return begin(record)

    for address, sent in (
        (f"{pages(statement, 'statement')}/delete/", {}),
        (
            "/admin/positions/statement/",
            {"action": "delete_selected", "_selected_action": [statement.pk]},
        ),
    ):
        Statement.objects.filter(pk=statement.pk).update(state=WorkflowState.DRAFT)
        with monkeypatch.context() as patched:
            patched.setattr(Recording, "__enter__", published_before)
            page = administrator.post(address, {**sent, "post": "yes"}, follow=True)
        assert "Nothing was deleted" in messages_of(page)
        assert "withdrawn, never deleted" in messages_of(page)
    assert Statement.objects.filter(pk=statement.pk).exists()


def test_the_way_that_is_offered_instead_withdraws_it(administrator: Client) -> None:
    statement = said()
    chosen = {"action": "withdraw", "_selected_action": [statement.pk]}
    assert "Note to readers" in text(administrator.post("/admin/positions/statement/", chosen))
    administrator.post("/admin/positions/statement/", {**chosen, "note": "It was another's."})
    statement.refresh_from_db()
    assert statement.state == WorkflowState.WITHDRAWN
    assert Correction.objects.get().note == "It was another's."


@pytest.mark.parametrize("state", UNSEEN)
def test_a_draft_is_deleted_and_its_inner_rows_are_not_listed(
    administrator: Client, state: WorkflowState
) -> None:
    proposition = PropositionFactory.create()
    statement = said(on={proposition: Stance.OPPOSES}, state=state, words="We say so.")
    statement.addressees.add(StakeholderFactory.create())
    for page in asked(administrator, statement, "statement"):
        assert "We say so." in page
        assert not any(each in page for each in INNER)
    confirmed(administrator, statement, "statement")
    assert not Statement.objects.exists()


def test_among_several_chosen_those_that_stay_are_named(administrator: Client) -> None:
    seen, draft = said(title="Seen by all"), said(title="Unseen", state=WorkflowState.DRAFT)
    chosen = {"action": "delete_selected", "_selected_action": [seen.pk, draft.pk]}
    page = text(administrator.post("/admin/positions/statement/", {**chosen, "post": "yes"}))
    assert "Seen by all (published)" in page
    assert "Unseen (draft)" not in page
    assert "Nothing is deleted while these are among the chosen." in page
    assert Statement.objects.count() == 2


def test_who_may_not_delete_is_offered_no_way_to(contributor: Client, editor: Client) -> None:
    statement = said(state=WorkflowState.DRAFT)
    for client in (contributor, editor):
        assert client.get(f"{pages(statement, 'statement')}/delete/").status_code == 403
        assert confirmed(client, statement, "statement")[0].status_code == 403
        assert "delete_selected" not in text(client.get("/admin/positions/statement/"))
    assert Statement.objects.exists()


def test_the_private_text_that_goes_with_a_source_is_named(administrator: Client) -> None:
    capture = CaptureFactory.create()
    for page in asked(administrator, capture.source, "source"):
        assert "Captures: 1" in page


@pytest.mark.parametrize("by_list", [False, True])
def test_what_was_deleted_is_led_back_to_from_the_message(
    administrator: Client, by_list: bool
) -> None:
    statement = said(state=WorkflowState.DRAFT, title="Gone and back")
    chosen = {"action": "delete_selected", "_selected_action": [statement.pk], "post": "yes"}
    address = (
        "/admin/positions/statement/" if by_list else f"{pages(statement, 'statement')}/delete/"
    )
    page = administrator.post(address, chosen if by_list else {"post": "yes"}, follow=True)
    way = f"{pages(statement, 'statement')}/history/"
    assert f'<a href="{way}">' in messages_of(page)
    administrator.post(ways_back(administrator, way)[0])
    assert Statement.objects.get().title == "Gone and back"


def test_housekeeping_lists_what_was_deleted_until_it_is_back(
    administrator: Client, editor: Client
) -> None:
    several = [said(state=WorkflowState.DRAFT, title=f"Gone {each}") for each in range(3)]
    topic = PropositionFactory.create().topic
    topic.propositions.all().delete()
    party = StakeholderFactory.create(name="Gone Party")
    chosen = {"_selected_action": [each.pk for each in several], "post": "yes"}
    page = administrator.post(
        "/admin/positions/statement/", {"action": "delete_selected", **chosen}, follow=True
    )
    assert f'<a href="{HERE}deleted/">' in messages_of(page)
    administrator.post(f"{pages(party, 'organisation')}/delete/", {"post": "yes"})
    administrator.post(f"{pages(topic, 'topic')}/delete/", {"post": "yes"})
    for address in (HERE, f"{HERE}deleted/"):
        shown = text(editor.get(address))
        for thing, noun in [(each, "statement") for each in several] + [
            (party, "organisation"),
            (topic, "topic"),
        ]:
            assert f'href="{pages(thing, noun)}/history/"' in shown
        assert "an-administrator" in shown
        assert "Gone Party" in shown
    administrator.post(ways_back(administrator, f"{pages(several[0], 'statement')}/history/")[0])
    shown = text(editor.get(f"{HERE}deleted/"))
    assert "Gone 0" not in shown
    assert "Gone 1" in shown


def test_what_was_deleted_twice_is_listed_once_and_what_was_merged_not_at_all(
    administrator: Client,
) -> None:
    statement = said(state=WorkflowState.DRAFT, title="Gone twice")
    for _ in range(2):
        administrator.post(f"{pages(statement, 'statement')}/delete/", {"post": "yes"})
        way = ways_back(administrator, f"{pages(statement, 'statement')}/history/")
        administrator.post(way[-1])
    administrator.post(f"{pages(statement, 'statement')}/delete/", {"post": "yes"})
    kept, merged = StakeholderFactory.create(), StakeholderFactory.create(name="Merged Party")
    merge(merged, kept)
    shown = text(administrator.get(f"{HERE}deleted/"))
    assert shown.count('aria-label="Bring back Gone twice"') == 1
    assert "Merged Party" not in shown


def test_the_list_costs_as_many_queries_for_many_as_for_few(administrator: Client) -> None:
    administrator.get(f"{HERE}deleted/")  # what is asked once is known
    costs = []
    for _ in range(2):
        for _ in range(4):
            gone = said(state=WorkflowState.DRAFT)
            administrator.post(f"{pages(gone, 'statement')}/delete/", {"post": "yes"})
        with counted() as queries:
            administrator.get(f"{HERE}deleted/")
        costs.append(queries.n)
    assert costs[0] == costs[1]
