"""Two entries of one organisation: found, merged, and told apart again, in a browser."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from positions.choices import StakeholderKind, Stance
from positions.models import Merge, Stakeholder
from tests.browser.accessibility import looked_at
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

PASSWORD = "an example pass phrase"
HERE = "/admin/housekeeping/"


@pytest.fixture
def desk(site: str, watched: Page) -> Page:
    """The watched page, logged in as somebody who may merge."""
    User.objects.create_superuser("chief", password=PASSWORD)
    watched.goto(f"{site}/admin/")
    watched.get_by_label("Username").fill("chief")
    watched.get_by_label("Password").fill(PASSWORD)
    watched.get_by_role("button", name="Log in").click()
    return watched


@pytest.fixture
def doubled(site: str) -> tuple[Stakeholder, Stakeholder]:
    """One organisation that was entered twice, each time with a statement."""
    one: Stakeholder
    one, other = (
        StakeholderFactory.create(name=name, slug=slug, kind=StakeholderKind.ADVOCACY)
        for name, slug in (
            ("Example Liberties Union", "elu"),
            ("The Example Liberties Union, Inc.", "elu-inc"),
        )
    )
    on = PropositionFactory.create()
    said(one, on={on: Stance.SUPPORTS}, title="The first said in 2018", date_edtf="2018")
    said(other, on={on: Stance.OPPOSES}, title="The other said in 2019", date_edtf="2019")
    return one, other


def test_two_entries_of_one_organisation_are_found_merged_and_brought_back(
    site: str, desk: Page, doubled: tuple[Stakeholder, Stakeholder]
) -> None:
    old = f"{site}/organisations/elu-inc/"
    titles = ["The first said in 2018", "The other said in 2019"]

    desk.get_by_role("link", name="Housekeeping").first.click()
    desk.get_by_role("link", name="Organisations and people that may be one").click()
    pair = desk.get_by_role("listitem").filter(has_text="Example Liberties Union, Inc.")
    expect(pair).to_contain_text("Both are called")
    merge = pair.get_by_role("link", name="Merge")
    merge.focus()
    desk.keyboard.press("Enter")
    name = desk.get_by_role("group", name="Name")
    expect(name.get_by_role("radio").first).to_be_checked()
    expect(desk.get_by_role("region", name="What moves")).to_contain_text("attributions: 1")
    name.get_by_role("radio").first.focus()
    desk.keyboard.press("ArrowDown")
    expect(name.get_by_role("radio").last).to_be_checked()
    desk.keyboard.press("ArrowUp")
    desk.get_by_role("button", name="Merge them").press("Enter")
    expect(desk.locator(".messagelist")).to_contain_text("was merged into this one")
    change = desk.url

    answer = desk.goto(old)
    assert answer is not None
    assert desk.url == f"{site}/organisations/elu/"
    for title in titles:
        expect(desk.get_by_text(title).first).to_be_visible()
    desk.goto(f"{site}/statements/?organisation=elu-inc")
    for title in titles:
        expect(desk.get_by_text(title).first).to_be_visible()

    desk.goto(change)
    desk.get_by_role("link", name="History").click()
    newest = desk.locator(".entries > li").first
    expect(newest).to_contain_text(
        "“The Example Liberties Union, Inc.” was merged into “Example Liberties Union”"
    )
    expect(newest).to_contain_text("chief")

    desk.goto(f"{site}{HERE}")
    desk.get_by_role("link", name="Undo the merge").press("Enter")
    desk.get_by_role("button", name="Undo the merge").press("Enter")
    expect(desk.locator(".messagelist")).to_contain_text("The merge is undone")
    desk.goto(old)
    assert desk.url == old
    expect(desk.get_by_text(titles[1]).first).to_be_visible()
    expect(desk.get_by_text(titles[0])).to_have_count(0)


@pytest.mark.drawn
def test_the_pages_are_accessible_fit_and_keep_the_policy(
    site: str, desk: Page, doubled: tuple[Stakeholder, Stakeholder]
) -> None:
    one, other = doubled
    source = CaptureFactory.create(text="Other words.").source
    lost = QuotationFactory.create(source=source, exact="Lost words.")
    type(lost).objects.filter(pk=lost.pk).update(
        check_result="not_found", checked_at="2020-01-01T00:00Z"
    )
    SourceFactory.create(title="A source without a text")
    made = Merge.objects.create(
        noun="stakeholder",
        kept_id=one.pk,
        kept_name=one.name,
        merged_id=10**6,
        merged_name="Another",
        steps={"rows": [], "statements": []},
        at=one.created_at,
    )
    merge = f"merge/stakeholder/{other.pk}/"
    pages = [
        *("", "alike/stakeholder/", "alike/source/", "alike/statement/"),
        *("lacking/text/", "lacking/found/", "lacking/check/"),
        *(merge, f"{merge}{one.pk}/", f"merges/{made.pk}/undo/"),
    ]
    assert looked_at(desk, [f"{site}{HERE}{page}" for page in pages]) == {}
