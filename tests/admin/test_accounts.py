"""Administrators keep the accounts, and neither become nor make more than they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone

from tests.admin.forms import messages_of, opened

USERS = "/admin/auth/user/"
GROUPS = "/admin/auth/group/"
LOCKS = "/admin/axes/accessattempt/"


def page_of(account: User) -> str:
    return f"{USERS}{account.pk}/change/"


def own(role: str) -> User:
    return User.objects.get(username=f"an-{role}")


def beyond() -> Permission:
    """A permission that superusers alone have."""
    return Permission.objects.get(content_type__app_label="sessions", codename="change_session")


def a_group_beyond() -> Group:
    group = Group.objects.create(name="beyond")
    group.permissions.add(beyond())
    return group


def a_superuser() -> User:
    return User.objects.create_superuser("sophia", "sophia@example.org", "an example pass phrase")


def with_a_permission_beyond() -> User:
    account = User.objects.create_user("theo", "theo@example.org", is_staff=True)
    account.user_permissions.add(beyond())
    return account


def with_a_group_beyond_and_inactive() -> User:
    account = User.objects.create_user("ina", "ina@example.org", is_staff=True, is_active=False)
    account.groups.add(a_group_beyond())
    return account


GREATER = [a_superuser, with_a_permission_beyond, with_a_group_beyond_and_inactive]


def test_administrator_cannot_make_itself_superuser(administrator: Client) -> None:
    account = own("administrator")
    form = opened(administrator, page_of(account))
    assert not {"is_superuser", "user_permissions"} & set(form)
    sent = {**form, "is_superuser": "on", "user_permissions": [beyond().pk], "first_name": "Ada"}
    assert administrator.post(page_of(account), sent).status_code == 302
    account.refresh_from_db()
    assert (account.first_name, account.is_superuser) == ("Ada", False)
    assert not account.user_permissions.exists()


def test_administrator_cannot_make_another_superuser(administrator: Client) -> None:
    new = {"username": "nora", "usable_password": "false", "is_superuser": "on"}
    administrator.post(f"{USERS}add/", new)
    account = User.objects.get(username="nora")
    sent = {**opened(administrator, page_of(account)), "is_superuser": "on"}
    administrator.post(page_of(account), sent)
    account.refresh_from_db()
    assert not account.is_superuser


def test_administrator_gives_roles_and_no_group_beyond_its_own(administrator: Client) -> None:
    account, group = User.objects.create_user("nora"), a_group_beyond()
    form = opened(administrator, page_of(account))
    editor = Group.objects.get(name="editor")
    administrator.post(page_of(account), {**form, "groups": [editor.pk]})
    assert list(account.groups.all()) == [editor]
    refused = administrator.post(page_of(account), {**form, "groups": [group.pk]})
    assert refused.status_code == 200
    assert list(account.groups.all()) == [editor]


@pytest.mark.parametrize("greater", GREATER)
def test_administrator_reads_and_leaves_alone_who_may_do_more(
    administrator: Client, greater: Callable[[], User]
) -> None:
    account = greater()
    before = User.objects.values().get(pk=account.pk)
    assert administrator.get(page_of(account)).status_code == 200
    changed = {"username": "mine", "email": "mine@example.org", "is_active": ""}
    assert administrator.post(page_of(account), changed).status_code == 403
    password = {"password1": "a phrase of mine", "password2": "a phrase of mine"}
    assert administrator.post(f"{USERS}{account.pk}/password/", password).status_code == 403
    assert administrator.post(f"{USERS}{account.pk}/delete/", {"post": "yes"}).status_code == 403
    many = {"action": "delete_selected", "_selected_action": [account.pk], "post": "yes"}
    administrator.post(USERS, many)
    assert User.objects.values().get(pk=account.pk) == before


def test_administrator_changes_the_password_of_an_editor(administrator: Client) -> None:
    account = User.objects.create_user("eda")
    account.groups.add(Group.objects.get(name="editor"))
    sent = {
        "password1": "an example pass phrase",
        "password2": "an example pass phrase",
        "usable_password": "true",
    }
    assert administrator.post(f"{USERS}{account.pk}/password/", sent).status_code == 302
    account.refresh_from_db()
    assert account.check_password("an example pass phrase")


def test_administrator_cannot_give_a_group_what_it_has_not(administrator: Client) -> None:
    role = Group.objects.get(name="administrator")
    page = f"{GROUPS}{role.pk}/change/"
    before = set(role.permissions.values_list("pk", flat=True))
    form = {"name": role.name, "permissions": [*before, beyond().pk]}
    assert administrator.post(page, form).status_code == 200
    assert set(role.permissions.values_list("pk", flat=True)) == before
    new = {"name": "new", "permissions": [beyond().pk]}
    assert administrator.post(f"{GROUPS}add/", new).status_code == 200
    assert not Group.objects.filter(name="new").exists()


def test_administrator_leaves_groups_alone_that_may_do_more(administrator: Client) -> None:
    group = a_group_beyond()
    form = {"name": "mine", "permissions": []}
    assert administrator.post(f"{GROUPS}{group.pk}/change/", form).status_code == 403
    assert administrator.post(f"{GROUPS}{group.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Group.objects.get(pk=group.pk).permissions.get() == beyond()


def test_superuser_sees_and_sets_everything(admin_client: Client) -> None:
    account, group = User.objects.create_user("nora"), a_group_beyond()
    sent = {
        **opened(admin_client, page_of(account)),
        "is_superuser": "on",
        "groups": [group.pk],
        "user_permissions": [beyond().pk],
    }
    assert admin_client.post(page_of(account), sent).status_code == 302
    account.refresh_from_db()
    assert account.is_superuser
    assert (account.groups.get(), account.user_permissions.get()) == (group, beyond())


def attempt(name: str, failures: int, agent: str = "a browser", **given: object) -> AccessAttempt:
    made = AccessAttempt.objects.create(
        username=name, ip_address="192.0.2.1", user_agent=agent, failures_since_start=failures
    )
    AccessAttempt.objects.filter(pk=made.pk).update(**given)
    return made


def test_administrator_sees_who_is_locked_out_and_until_when(administrator: Client) -> None:
    attempt("edith", settings.AXES_FAILURE_LIMIT - 1)
    attempt("edith", 1, "another browser")
    attempt("nora", 1)
    long_ago = timezone.now() - settings.AXES_COOLOFF_TIME - timedelta(minutes=1)
    attempt("theo", settings.AXES_FAILURE_LIMIT, attempt_time=long_ago)
    assert LOCKS in administrator.get("/admin/").content.decode()
    page = administrator.get(LOCKS)
    locked = {
        row.username: page.context["cl"].model_admin.locked_until(row) is not None
        for row in page.context["cl"].result_list
    }
    assert locked == {"edith": True, "nora": False, "theo": False}
    assert "not locked" in page.content.decode()


@pytest.mark.parametrize("door", ["the list", "the page"])
def test_administrator_lifts_a_lock_of_all_browsers_of_the_name_there(
    administrator: Client, door: str
) -> None:
    row = attempt("edith", 4)
    attempt("edith", 1, "another browser")
    other = attempt("nora", 5)
    if door == "the list":
        page = administrator.post(LOCKS, {"action": "lift", "_selected_action": [row.pk]})
        assert "Lifted: 1" in messages_of(administrator.get(page["Location"]))
    else:
        administrator.post(f"{LOCKS}{row.pk}/delete/", {"post": "yes"})
    assert AccessAttempt.objects.get() == other


def test_locks_are_no_editors_business(editor: Client) -> None:
    row = attempt("edith", 5)
    assert editor.get(LOCKS).status_code == 403
    assert editor.get(f"{LOCKS}{row.pk}/change/").status_code == 403
    assert editor.post(f"{LOCKS}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert AccessAttempt.objects.exists()


def test_refused_log_ins_are_read_and_not_rewritten(administrator: Client) -> None:
    row = attempt("edith", 5)
    assert administrator.get(f"{LOCKS}{row.pk}/change/").status_code == 200
    changed = {"username": "nora", "failures_since_start": 0}
    assert administrator.post(f"{LOCKS}{row.pk}/change/", changed).status_code == 403
    assert administrator.get(f"{LOCKS}add/").status_code == 403
