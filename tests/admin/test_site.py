"""The first page, and the lists behind it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from positions.admin.site import EditorsSite, editors_site
from positions.choices import QuotationCheck, Stance, WorkflowState
from positions.models import Quotation, Statement
from tests.factories import (
    CaptureFactory,
    PersonFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)


def test_the_site_is_ours_by_django_s_hook_and_no_method_of_it_is_replaced() -> None:
    assert isinstance(admin.site, EditorsSite)
    assert admin.site.is_registered(Statement)
    assert editors_site().is_registered(Statement)
    replaced = {name for name in vars(editors_site()) if callable(getattr(EditorsSite, name, None))}
    assert replaced == set()


def test_index_offers_organisations_and_people_but_not_the_table_behind_them(
    editor: Client,
) -> None:
    page = editor.get("/admin/").content.decode()
    assert "/admin/positions/organisation/" in page
    assert "/admin/positions/person/" in page
    assert "/admin/positions/stakeholder/" not in page


@pytest.mark.parametrize(
    "noun", ["organisation", "person", "source", "topic", "proposition", "stakeholder"]
)
def test_lists_cost_the_same_for_more_rows(editor: Client, noun: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as run:
            assert editor.get(f"/admin/positions/{noun}/").status_code == 200
        return len(run)

    def more() -> None:
        said(StakeholderFactory.create(), on={PropositionFactory.create(): Stance.OPPOSES})
        said(PersonFactory.create())
        SourceFactory.create(publisher=StakeholderFactory.create())

    more()
    cost()
    first = cost()
    for _ in range(3):
        more()
    assert cost() == first


def test_desk_leads_with_statements_and_ends_with_the_machinery(admin_client: Client) -> None:
    listed = admin_client.get("/admin/").context["app_list"]
    assert [app["name"] for app in listed] == ["The record", "Accounts", "Refused log-ins"]
    nouns = [model["object_name"] for app in listed[:2] for model in app["models"]]
    assert nouns[0] == "Statement"
    assert nouns[-2:] == ["User", "Group"]


def test_every_page_leads_to_what_the_account_may_open(editor: Client) -> None:
    page = editor.get("/admin/positions/source/").content.decode()
    masthead = page[: page.index("</header>")]
    assert '<a href="/admin/positions/statement/"' in masthead
    assert "/admin/auth/user/" not in masthead


def test_the_first_page_is_a_place_to_work_from(
    contributor: Client, editor: Client, django_user_model: Any
) -> None:
    cache.clear()
    mine = django_user_model.objects.get(pk=contributor.session["_auth_user_id"])
    back = said(state=WorkflowState.DRAFT, review_note="Mend it.", words="Example words are here.")
    said(state=WorkflowState.DRAFT)
    back.history.update(history_user=mine)
    unfound = said(state=WorkflowState.IN_REVIEW).quotations.get()
    CaptureFactory.create(source=unfound.source, text="Other words.")
    Quotation.objects.filter(pk=unfound.pk).update(
        check_result=QuotationCheck.NOT_FOUND, checked_at=timezone.now()
    )
    twice = [
        SourceFactory.create(title="One title of an example", url=f"https://e.example/{n}")
        for n in (1, 2)
    ]
    numbers = {each.name: each for group in front(contributor) for each in group.rows}
    for name, number in (
        ("My drafts", "1"),
        ("Sent back to me", "1"),
        ("Statements in review", "1"),
        ("Words that are not found", "1"),
        ("Sources that may be one", "1"),
    ):
        assert numbers[name].number == number, name
        assert contributor.get(numbers[name].address).status_code == 200
    listed = contributor.get(numbers["Sent back to me"].address).context["listed"].rows
    assert [each.waiting.statement for each in listed] == [back]
    assert {e.name: e.number for group in front(editor) for e in group.rows}["My drafts"] == "0"
    assert (
        twice[0].title
        in contributor.get(numbers["Sources that may be one"].address).content.decode()
    )


def front(client: Client) -> Any:
    page = client.get("/admin/")
    assert page.status_code == 200
    return page.context["work_groups"]
