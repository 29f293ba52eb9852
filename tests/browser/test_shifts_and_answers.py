"""Journeys of readers who ask who moved, who agrees with whom, and who answered whom."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from positions.choices import Stance
from positions.models import Proposition, Reply, Statement
from tests.factories import StakeholderFactory, said

pytestmark = pytest.mark.drawn


def moves(name: str, before: Stance, now: Stance) -> None:
    """An invented firm changes sides on the first proposition between May 2018 and 2019."""
    firm = StakeholderFactory.create(name=name)
    sales = Proposition.objects.get(slug="end-government-sales")
    for edtf, stance in (("2018-05", before), ("2019-02-07", now)):
        words = f"{name} in {edtf[:4]}."
        statement = said(firm, on={sales: stance}, date_edtf=edtf, title=words, words=words)
        statement.assessments.update(quotation=statement.quotations.get())


def test_a_reader_finds_who_moved_towards_support_and_opens_both_statements(
    site: str, watched: Page
) -> None:
    moves("Example Optics", Stance.OPPOSES, Stance.STRONGLY_SUPPORTS)
    moves("Example Lenses", Stance.SUPPORTS, Stance.MIXED)
    watched.goto(site)
    watched.get_by_role("navigation", name="Site").get_by_role("link", name="Shifts").click()
    expect(watched.get_by_role("heading", name="2 in all")).to_be_visible()
    watched.locator("summary", has_text="Direction").click()
    watched.get_by_label("towards support").check()
    watched.get_by_role("button", name="Show").click()
    expect(watched).to_have_url(re.compile(r"/shifts/\?direction=towards_support$"))

    [shift] = watched.locator(".shift").all()
    expect(shift.get_by_role("heading", name="Example Optics on")).to_be_visible()
    expect(shift).to_contain_text("between May 2018 and 7 February 2019")
    for word, stance, title in (
        ("Then", "opposes", "Example Optics in 2018."),
        ("Now", "strongly supports", "Example Optics in 2019."),
    ):
        side = watched.locator(".turn", has_text=word)
        expect(side).to_contain_text(stance)
        expect(side.get_by_role("blockquote")).to_have_text(f"“{title}”")
        side.get_by_role("link", name=title).click()
        expect(watched.get_by_role("heading", level=1, name=title)).to_be_visible()
        expect(watched).to_have_url(re.compile("#stance-end-government-sales$"))
        watched.go_back()


def test_a_reader_compares_two_by_keyboard_and_takes_one_off(site: str, watched: Page) -> None:
    watched.goto(f"{site}/compare/")
    keys = watched.keyboard
    watched.get_by_label("Organisation", exact=True).focus()
    keys.type("ACLU")
    keys.press("Tab")
    expect(watched.get_by_label("Another organisation")).to_be_focused()
    keys.type("amazn")
    keys.press("Enter")
    expect(watched.get_by_role("alert")).to_contain_text("No organisation is called “amazn”.")
    expect(watched.get_by_label("American Civil Liberties Union")).to_be_checked()

    watched.get_by_role("alert").get_by_role("link", name="Amazon").focus()
    keys.press("Enter")
    expect(watched).to_have_url(re.compile(r"\?organisation=aclu&organisation=amazon$"))
    expect(watched.get_by_role("heading", level=1)).to_have_text("ACLU and Amazon")
    expect(watched.get_by_role("heading", name=re.compile("^Where they differ"))).to_be_visible()

    watched.get_by_role("link", name="Take off Amazon").focus()
    keys.press("Enter")
    expect(watched).to_have_url(re.compile(r"/compare/\?organisation=aclu$"))
    expect(watched.get_by_text("and who else?")).to_be_visible()


@pytest.mark.django_db
def test_a_reader_follows_an_exchange_to_its_beginning(site: str, watched: Page) -> None:
    rejoinder = Statement.objects.get(slug="aclu-on-guidelines")
    first = Reply.objects.get(from_statement__slug="amazon-guidelines", kind="answers").to_statement
    watched.goto(site + rejoinder.get_absolute_url())
    watched.get_by_role("link", name="The whole exchange, in full").click()
    expect(watched.locator('article[aria-current="true"]')).to_contain_text(rejoinder.title)
    under = watched.locator(".exchange ol ol article", has_text=rejoinder.title)
    expect(under.first).to_be_visible()
    watched.locator(".exchange").get_by_role("link", name=first.title, exact=True).first.click()
    expect(watched.get_by_role("heading", level=1, name=first.title)).to_be_visible()
