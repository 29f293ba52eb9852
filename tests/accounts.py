"""Accounts of each role, logged in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

LogIn = Callable[..., Client]


@pytest.fixture
def log_in(db: None) -> LogIn:
    """Makes an account of a role and gives a client that is logged in with it."""

    def log_in(role: str, name: str = "") -> Client:
        user = User.objects.create_user(name or f"an-{role}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def contributor(log_in: LogIn) -> Client:
    return log_in("contributor")


@pytest.fixture
def editor(log_in: LogIn) -> Client:
    return log_in("editor")


@pytest.fixture
def administrator(log_in: LogIn) -> Client:
    return log_in("administrator")
