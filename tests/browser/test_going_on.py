"""What is typed outlives the session, and Enter in a box of the desk decides nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from positions.models import Intake, Statement
from tests.browser.accounts import PASSWORD, log_in, make_accounts
from tests.factories import StakeholderFactory

TEXT = (
    "“It leaks,” the Upper Example Anglers said.\n\n“It is dry,” the Example Wardens said.\n\n"
    "“It is old,” the Lower Example Anglers said."
)


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: Any, browser: Browser, site: str, transactional_db: None) -> Any:
    """The page of an editor who is logged in."""
    make_accounts("editor", "an-editor")
    StakeholderFactory.create(name="Upper Example Anglers")
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    log_in(page, site, "an-editor")
    yield page
    context.close()


def on_the_desk(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/desk/")
    page.get_by_label("The article").fill(TEXT)
    page.locator("#id_date_edtf").fill("2024-05-14")
    page.get_by_role("button", name="Find its statements").click()
    expect(page.locator(".card")).to_have_count(3)


def log_in_here(page: Page) -> None:
    expect(page.get_by_text("kept in this page")).to_be_visible()
    page.get_by_label("Username").fill("an-editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in and go on").click()
    page.get_by_role("button", name="Open the page with what I typed").click()


def test_enter_in_a_box_of_one_line_stays_in_its_card_and_decides_nothing(
    page: Page, site: str
) -> None:
    on_the_desk(page, site)
    address, last = page.url, page.locator(".card").last
    if page.locator("#desk.scripted").count():
        last.locator(".number").first.click()
    date = last.get_by_label("Date", exact=True)
    date.fill("2024-05-13")
    date.press("Enter")
    page.keyboard.type("ara")
    expect(date).to_be_focused()
    expect(date).to_have_value("2024-05-13ara")
    assert page.url.partition("#")[0] == address.partition("#")[0]
    for card in page.locator(".card").all():
        expect(card.locator("[name$='-decision'][value='']")).to_be_checked()
    if page.locator("#desk.scripted").count():
        expect(page.locator("#saved")).to_contain_text("Saved")
    assert Intake.objects.get().undecided == 3


def test_a_statement_that_was_typed_outlives_the_session(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/positions/statement/add/")
    page.locator("#id_title").fill("An example")
    page.locator("#id_quotations-0-exact").fill("It leaks,\nthey say: “so”.")
    Session.objects.all().delete()
    page.locator("[name=_save]").first.click()
    log_in_here(page)
    expect(page.locator(".errornote, .errorlist").first).to_be_visible()
    expect(page.get_by_text("Nothing of this is saved yet")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("An example")
    expect(page.locator("#id_quotations-0-exact")).to_have_value("It leaks,\nthey say: “so”.")
    assert not Statement.objects.filter(title="An example").exists()


def test_a_log_in_elsewhere_loses_nothing_that_was_typed(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/positions/statement/add/")
    page.locator("#id_title").fill("An example")
    other = page.context.new_page()
    other.goto(f"{site}/admin/positions/statement/")
    other.get_by_role("button", name="Log out").click()
    log_in(other, site, "an-editor")
    page.locator("[name=_save]").first.click()
    page.get_by_role("button", name="Open the page with what I typed").click()
    expect(page.locator("#id_title")).to_have_value("An example")
    assert not Statement.objects.filter(title="An example").exists()


def test_the_cards_of_the_desk_outlive_the_session(page: Page, site: str) -> None:
    on_the_desk(page, site)
    Session.objects.all().delete()
    last = page.locator(".card").last
    if page.locator("#desk.scripted").count():
        last.locator(".number").first.click()
    last.get_by_label("Date", exact=True).fill("2024-05-13")
    last.locator("[name$='-decision'][value='accept']").check()
    if page.locator("#desk.scripted").count():
        expect(page.locator("#saved")).to_contain_text("you are logged out")
    page.get_by_role("button", name="Save for later").click()
    log_in_here(page)
    expect(page.get_by_text("Nothing of this is saved yet")).to_be_visible()
    last = page.locator(".card").last
    expect(last.locator("[name$='-date']")).to_have_value("2024-05-13")
    expect(last.locator("[name$='-decision'][value='accept']")).to_be_checked()
    page.get_by_role("button", name="Save for later").click()
    expect(page.locator(".messagelist")).to_contain_text("Saved.")
    assert Intake.objects.get().cards[-1]["date"] == "2024-05-13"
