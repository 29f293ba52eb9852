"""The accounts of journeys in the admin: made, and logged in as."""

from __future__ import annotations

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import Page, expect

from positions.migrations import _roles

PASSWORD = "an example pass phrase"


def make_accounts(role: str, *names: str) -> None:
    """Accounts of a role. The roles are made anew: emptying the database took them along."""
    _roles.make(apps, connection.schema_editor())
    for name in names:
        account = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        account.groups.add(Group.objects.get(name=role))


def log_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="For editors")).to_be_visible()
