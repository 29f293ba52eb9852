"""The editors' desk in a browser: nothing blocked by the policy, nothing broken, no overflow."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from positions.models import Source, Stakeholder, Statement
from tests.factories import CaptureFactory

PASSWORD = "an example pass phrase"


@pytest.fixture
def desk(site: str, watched: Page) -> Page:
    """The watched page, logged in as somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("chief", password=PASSWORD))
    cookie = client.cookies["sessionid"].value
    watched.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    return watched


@pytest.mark.drawn
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (375, "dark")])
def test_every_page_of_the_desk_keeps_the_policy_and_fits(
    site: str, desk: Page, width: int, scheme: Any
) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 800})
    statement = Statement.objects.latest("pk").pk
    source = CaptureFactory.create(source=Source.objects.latest("pk")).source_id
    pages = [
        "",
        "statement/",
        "statement/add/",
        f"statement/{statement}/change/",
        f"statement/{statement}/history/",
        f"statement/{statement}/delete/",
        "organisation/",
        f"organisation/{Stakeholder.objects.all().organisations()[0].pk}/change/",
        "person/add/",
        f"source/{source}/change/",
        "proposition/add/",
        "topic/",
    ]
    found = {}
    for address in pages:
        desk.goto(f"{site}/admin/{f'positions/{address}' if address else ''}")
        blocked = desk.evaluate("window.policyViolations")
        overflow = desk.evaluate("document.documentElement.scrollWidth") - width
        if blocked or overflow > 0:
            found[address] = (blocked, overflow)
    assert found == {}


def test_names_are_completed_and_rows_added_in_the_browser(site: str, desk: Page) -> None:
    desk.goto(f"{site}/admin/positions/statement/add/")
    desk.locator("#attributions-0 .field-stakeholder .select2-selection").click()
    desk.keyboard.type("aclu")
    choice = desk.locator(".select2-results__option", has_text="(ACLU) · Advocacy group")
    choice.first.click()
    expect(desk.locator("#id_attributions-0-stakeholder")).not_to_have_value("")
    desk.get_by_text("Add another Quotation").click()
    expect(desk.locator("#quotations-1 .inline_label")).to_have_text("#2")


def test_account_gets_in_by_the_login_page(site: str, watched: Page) -> None:
    User.objects.create_superuser("chief", password=PASSWORD)
    watched.goto(f"{site}/admin/")
    watched.fill("#id_username", "chief")
    watched.fill("#id_password", PASSWORD)
    watched.click("[type=submit]")
    expect(watched.locator("h1").last).to_have_text("The editors' desk")
