"""The admin's addresses, made from its own table, and rows of every noun to open there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls.resolvers import URLResolver

from positions.choices import WorkflowState
from positions.models import Intake, Stakeholder, Statement
from tests.cast import assembled
from tests.factories import CaptureFactory, IntakeFactory, StakeholderFactory

PART = re.compile(r"\^?(?:<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\))\$?")
# What stands for the parts that are no key of a row.
WORDS = {
    "noun": "stakeholder",
    "what": "words",
    "moment": "2019-05-03T10:00:00+00:00",
    "app_label": "positions",
    "url": "nothing",
}
KEYS = {"pk", "object_id", "id", "merged", "kept", "content_type_id"}


def put_rows() -> User:
    """The cast, an article on the desk, a draft in review and a superuser, who is given."""
    made = assembled()
    CaptureFactory.create(source=made.article)
    IntakeFactory.create(text="“These are example words,” said the Example Union. " * 3)
    Statement.objects.filter(slug="remark").update(state=WorkflowState.IN_REVIEW)
    StakeholderFactory.create(name="Amazon.", slug="amazon-again")
    user: User = User.objects.create_superuser("a-superuser")
    user.groups.add(Group.objects.get(name="administrator"))
    return user


def routes(patterns: Any = None, before: str = "/admin/") -> Iterator[str]:
    """Every route of the admin, as its table writes it, with “{part}” for each of its parts."""
    for each in admin.site.get_urls() if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        else:
            yield PART.sub(lambda found: f"{{{found[1] or found[2]}}}", route).replace("$", "")


def parts(route: str) -> list[str]:
    """The names of the parts of a route; one that is not known here stops the tests."""
    found = re.findall(r"\{(\w+)\}", route)
    unknown = set(found) - KEYS - set(WORDS)
    assert not unknown, f"{route}: give what may stand for {unknown} in {__name__}."
    return found


def filled(route: str, **given: str) -> str:
    """The address of a row of the noun that the route is of, or with the parts that are given."""
    found = re.match(r"/admin/(\w+)/(\w+)/", route)
    values = {name: str(_key(found[1], found[2]) if found else 1) for name in parts(route)}
    if "merge/" in route:
        values |= {
            "merged": str(Stakeholder.objects.get(slug="amazon-again").pk),
            "kept": str(Stakeholder.objects.get(slug="amazon").pk),
        }
    return route.format(**{**values, **WORDS, **given})


def _key(app: str, noun: str) -> int:
    """The key of the first row of a noun; 1 where there is none."""
    models = {m._meta.model_name: m for m in admin.site._registry if m._meta.app_label == app}
    model: Any = Intake if app == "desk" else models.get(noun)
    row = None if model is None else model._default_manager.order_by("pk").first()
    return row.pk if row else 1
