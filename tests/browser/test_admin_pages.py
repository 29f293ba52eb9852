"""The admin's pages in a browser: accessible, nothing blocked by the policy, no overflow."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from playwright.sync_api import Page, expect

from positions.models import Proposition, Source, Stakeholder, Statement, Topic
from tests.browser.accessibility import faults, looked_at
from tests.factories import CaptureFactory

PASSWORD = "an example pass phrase"
ADD = "/admin/positions/statement/add/"


@pytest.fixture
def admin_page(site: str, watched: Page) -> Page:
    """The watched page, logged in as somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("chief", password=PASSWORD))
    cookie = client.cookies["sessionid"].value
    watched.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    return watched


def addresses() -> Iterable[str]:
    """The admin's pages below /admin/: those of each noun, and those of none."""
    yield from ("", "password_change/", "nowhere/", "positions/", "desk/", "review/")
    yield from ("housekeeping/", "positions/correction/", "positions/challenge/")
    yield from ("positions/challenge/add/", "positions/source/import/", "positions/source/export/")
    statement = Statement.objects.latest("pk").pk
    changed = {
        "positions/statement": statement,
        "positions/source": CaptureFactory.create(source=Source.objects.latest("pk")).source_id,
        "positions/organisation": Stakeholder.objects.all().organisations()[0].pk,
        "positions/person": Stakeholder.objects.all().people()[0].pk,
        "positions/proposition": Proposition.objects.latest("pk").pk,
        "positions/topic": Topic.objects.latest("pk").pk,
        "auth/user": User.objects.get().pk,
        "auth/group": Group.objects.create(name="example group").pk,
    }
    for noun, pk in changed.items():
        yield from (f"{noun}/", f"{noun}/add/", f"{noun}/{pk}/change/")
    yield from (f"positions/statement/{statement}/{page}/" for page in ("history", "delete"))
    yield from ("positions/statement/?q=nothing-has-this", "axes/accessattempt/")


@pytest.mark.drawn
def test_every_page_of_the_admin_is_accessible_fits_and_keeps_the_policy(
    site: str, admin_page: Page
) -> None:
    assert looked_at(admin_page, [f"{site}/admin/{address}" for address in addresses()]) == {}


@pytest.mark.drawn
def test_a_box_that_completes_names_is_named_and_used_by_the_keyboard(
    site: str, admin_page: Page
) -> None:
    admin_page.goto(f"{site}{ADD}")
    row = admin_page.locator("#attributions-0")
    row.get_by_role("combobox", name="Stakeholder:").focus()
    admin_page.keyboard.press("Enter")
    field = admin_page.get_by_role("searchbox", name="Stakeholder:")
    expect(field).to_be_focused()  # what is typed before it is would be lost
    with admin_page.expect_response(lambda answer: "term=aclu" in answer.url):
        admin_page.keyboard.type("aclu")
    choices = admin_page.get_by_role("listbox", name="Stakeholder:")
    expect(choices.get_by_role("option")).to_have_count(2)
    # Whom the text means comes first; where the arrows are is what a screen reader is told.
    admin_page.keyboard.press("ArrowDown")
    admin_page.keyboard.press("ArrowUp")
    reached = choices.get_by_role("option", name="(ACLU) · Advocacy group")
    expect(reached).to_have_class(re.compile("highlighted"))
    expect(field).to_have_attribute("aria-activedescendant", f"{reached.get_attribute('id')}")
    assert faults(admin_page) == []
    admin_page.keyboard.press("Enter")
    expect(row.get_by_role("combobox", name="(ACLU)")).to_be_focused()
    expect(admin_page.locator("#id_attributions-0-stakeholder")).not_to_have_value("")


@pytest.mark.drawn
def test_the_boxes_of_a_row_that_is_added_are_named(site: str, admin_page: Page) -> None:
    admin_page.goto(f"{site}{ADD}")
    admin_page.get_by_text("Add another Quotation").click()
    added = admin_page.locator("#quotations-1")
    expect(added.locator(".inline_label")).to_have_text("#2")
    expect(added.get_by_role("combobox", name="Source:")).to_be_visible()
    assert faults(admin_page) == []


@pytest.mark.drawn
def test_what_is_typed_is_answered_and_not_left_unasked(site: str, admin_page: Page) -> None:
    admin_page.goto(f"{site}{ADD}")
    missing = admin_page.locator("#missing li:visible")
    expect(missing).to_have_count(4)
    admin_page.locator("#id_date_edtf").fill("24/05/2018")
    answer = admin_page.locator(".answer[data-of=id_date_edtf]")
    expect(answer).to_contain_text("was understood as 24 May 2018 (2018-05-24)")
    admin_page.get_by_text("A new source", exact=True).click()
    admin_page.locator("#id_source_text").fill("They said that the weir leaks badly.")
    admin_page.locator("#id_quotations-0-exact").fill("the weir leaks sadly")
    departs = admin_page.locator(".answer[data-of=id_quotations-0-exact]")
    expect(departs).to_contain_text("departs at the word “sadly”")
    expect(departs).to_have_class(re.compile("wrong"))
    expect(missing).to_have_text(["nobody who makes it", "no stance"])
    assert faults(admin_page) == []
    with admin_page.expect_event("dialog") as asked:
        admin_page.once("dialog", lambda dialog: dialog.accept())
        admin_page.goto(f"{site}/admin/")
    assert asked.value.type == "beforeunload"
    # What was left is offered where it was typed, shown there, and saved only by the editor.
    admin_page.goto(f"{site}{ADD}")
    left = admin_page.get_by_role("region", name="Typed here before, and not saved")
    expect(left.get_by_role("listitem")).to_have_count(1)
    assert faults(admin_page) == []
    left.get_by_role("button", name="Go on with it").click()
    expect(admin_page.locator(".errornote, .errorlist.nonfield").last).to_contain_text(
        "it is what your browser has kept"
    )
    expect(admin_page.locator("#id_quotations-0-exact")).to_have_value("the weir leaks sadly")
    expect(admin_page.locator("#kept")).to_contain_text("Kept in this browser at ")
    assert not Statement.objects.filter(title="The weir leaks").exists()
    admin_page.locator("#id_title").fill("The weir leaks")
    admin_page.locator("#id_quotations-0-exact").fill("")
    admin_page.get_by_text("Pick them from the source's text").click()
    text = admin_page.get_by_label("Select words, then quote them")
    expect(text).to_have_value("They said that the weir leaks badly.")
    text.evaluate("(each) => each.setSelectionRange(16, 34)")  # of two words a part
    text.press("Enter")
    for name, value in (
        *(("exact", "the weir leaks badly"), ("prefix", "They said that "), ("suffix", ".")),
    ):
        expect(admin_page.locator(f"#id_quotations-0-{name}")).to_have_value(value)
    carries = admin_page.locator("#id_assessments-0-quotation_number option")
    expect(carries).to_have_text(["not said", "1 · “the weir leaks badly”"])
    assert faults(admin_page) == []
    for name, value in (("title", "An example"), ("date_edtf", "2018-05-25")):
        admin_page.locator(f"#id_source_{name}").fill(value)
    for name, value in (
        *(("source_kind", "article"), ("source_date_basis", "printed"), ("kind", "letter")),
        *(("date_basis", "printed"), ("quotations-0-kind", "fragment")),
    ):
        admin_page.locator(f"#id_{name}").select_option(value)
    admin_page.locator("[name=_save]").click()
    expect(admin_page.locator(".messagelist .success")).to_be_visible()
    admin_page.wait_for_load_state()
    assert Statement.objects.filter(title="The weir leaks").exists()
    admin_page.goto(f"{site}{ADD}")
    expect(left).to_be_hidden()


def test_what_no_page_has_answered_is_offered_whatever_else_is_saved(
    site: str, admin_page: Page
) -> None:
    admin_page.goto(f"{site}{ADD}")
    admin_page.locator("#id_title").fill("The weir leaks")
    sending = "**/statement/add/"
    admin_page.route(sending, lambda route: route.fulfill(status=503, body="Away for now"))
    admin_page.locator("[name=_save]").click()
    expect(admin_page.get_by_text("Away for now")).to_be_visible()
    admin_page.unroute(sending)
    for page in (admin_page.context.new_page(), admin_page):
        page.goto(f"{site}/admin/positions/topic/add/")
        page.locator("#id_name").fill(f"Weirs {page is admin_page}")
        page.locator("[name=_save]").click()
        expect(page.locator(".messagelist .success")).to_be_visible()
    admin_page.goto(f"{site}{ADD}")
    left = admin_page.get_by_role("region", name="Typed here before, and not saved")
    expect(left.get_by_role("listitem")).to_contain_text("“The weir leaks”")


def test_account_gets_in_by_the_login_page(site: str, watched: Page) -> None:
    User.objects.create_superuser("chief", password=PASSWORD)
    watched.goto(f"{site}/admin/")
    expect(watched.get_by_role("heading", level=1)).to_have_text("Log in")
    assert faults(watched) == []
    watched.fill("#id_username", "chief")
    watched.fill("#id_password", PASSWORD)
    watched.click("[type=submit]")
    expect(watched.locator("h1").last).to_have_text("For editors")
