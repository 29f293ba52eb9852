"""Contributors prepare, editors publish, administrators also delete and keep the accounts."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client

from positions.choices import WorkflowState
from positions.migrations import _roles
from positions.models import Source, Stakeholder, Statement
from tests.admin.forms import errors_of, opened, row
from tests.factories import CaptureFactory, StatementFactory, TopicFactory, said

LIST = "/admin/positions/statement/"


def permissions(role: str) -> set[str]:
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def test_migration_gives_each_role_more_than_the_one_before(db: None) -> None:
    contributor, editor, administrator = map(
        permissions, ("contributor", "editor", "administrator")
    )
    assert contributor < editor < administrator
    assert {"add_statement", "change_statement", "add_source", "add_organisation"} <= contributor
    assert {"publish_statement", "change_source", "delete_attribution", "add_topic"} <= editor
    assert {"delete_statement", "add_user", "change_group"} <= administrator
    assert "publish_statement" not in contributor
    assert not {"delete_statement", "add_user", "change_user"} & editor


def test_no_role_may_what_no_role_needs(db: None) -> None:
    for role in ("contributor", "editor", "administrator"):
        nouns = {codename.partition("_")[2] for codename in permissions(role)}
        assert not nouns & {"position", "indexentry", "session", "logentry", "accessattempt"}


def test_roles_are_made_once_however_often_and_removed_again(db: None) -> None:
    before = permissions("editor")
    schema_editor = connection.schema_editor()
    _roles.make(apps, schema_editor)
    assert permissions("editor") == before
    assert Group.objects.count() == 3
    _roles.remove(apps, schema_editor)
    assert not Group.objects.exists()


def test_contributor_is_offered_no_state_that_readers_see(contributor: Client) -> None:
    page = contributor.get(f"{LIST}add/").content.decode()
    assert '<option value="in_review">' in page
    assert '<option value="published">' not in page


def test_contributor_cannot_publish_by_a_made_up_form(contributor: Client) -> None:
    statement = StatementFactory.create(state=WorkflowState.DRAFT)
    address = f"{LIST}{statement.pk}/change/"
    page = contributor.post(address, {**opened(contributor, address), "state": "published"})
    assert "a contributor may leave it draft or in review, not published" in errors_of(page)
    contributor.post(LIST, {"action": "publish", "_selected_action": [statement.pk]})
    statement.refresh_from_db()
    assert statement.state == WorkflowState.DRAFT


def test_contributor_saves_a_draft_with_a_new_source(contributor: Client) -> None:
    fields = {
        **opened(contributor, f"{LIST}add/"),
        "kind": "letter",
        "title": "A draft",
        "state": "in_review",
        "source_title": "Example letter",
        "source_kind": "letter",
        **row("quotations", 0, kind="verbatim", exact="Example words."),
    }
    page = contributor.post(f"{LIST}add/", fields)
    assert page.status_code == 302, errors_of(page)
    assert Source.objects.get().quotations.get().statement.state == WorkflowState.IN_REVIEW


@pytest.mark.parametrize("state", [WorkflowState.PUBLISHED, WorkflowState.WITHDRAWN])
def test_contributor_reads_but_cannot_change_what_editors_decided(
    contributor: Client, state: WorkflowState
) -> None:
    statement = said(title="As published", state=state)
    address = f"{LIST}{statement.pk}/change/"
    page = contributor.get(address)
    assert page.status_code == 200
    assert "As published" in page.content.decode()
    assert contributor.post(address, {"title": "Changed"}).status_code == 403
    assert Statement.objects.get().title == "As published"


def test_contributor_adds_but_does_not_change_organisations(contributor: Client) -> None:
    add = "/admin/positions/organisation/add/"
    contributor.post(
        add, {**opened(contributor, add), "kind": "company", "name": "Example by Contributor"}
    )
    made = Stakeholder.objects.get(name="Example by Contributor")
    address = f"/admin/positions/organisation/{made.pk}/change/"
    assert contributor.post(address, {"name": "Other"}).status_code == 403


def test_editor_cannot_delete_a_draft_and_administrator_can(
    editor: Client, administrator: Client
) -> None:
    statement = said(state=WorkflowState.DRAFT)
    address = f"{LIST}{statement.pk}/delete/"
    assert editor.post(address, {"post": "yes"}).status_code == 403
    administrator.post(address, {"post": "yes"})
    assert not Statement.objects.exists()


def test_private_text_is_shown_to_roles_only(
    contributor: Client, client: Client, django_user_model: type
) -> None:
    capture = CaptureFactory.create(text="A private text.")
    address = f"/admin/positions/source/{capture.source_id}/change/"
    assert "A private text." in contributor.get(address).content.decode()
    plain = django_user_model.objects.create_user("no-role", is_staff=True)  # type: ignore[attr-defined]
    client.force_login(plain)
    assert client.get(address).status_code == 403
    assert client.get("/admin/positions/capture/").status_code == 404


def test_topics_are_the_editors_to_name(contributor: Client, editor: Client) -> None:
    topic = TopicFactory.create()
    assert contributor.get("/admin/positions/topic/add/").status_code == 403
    assert editor.get(f"/admin/positions/topic/{topic.pk}/change/").status_code == 200


def test_administrator_keeps_the_accounts_and_editor_does_not(
    administrator: Client, editor: Client
) -> None:
    assert administrator.get("/admin/auth/user/add/").status_code == 200
    assert editor.get("/admin/auth/user/").status_code == 403
