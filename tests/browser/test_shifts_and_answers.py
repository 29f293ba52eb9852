"""Journeys of readers who ask who moved, who agrees with whom, and who answered whom."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from positions.models import Reply, Statement

pytestmark = pytest.mark.drawn


@pytest.mark.django_db
def test_a_reader_finds_who_moved_towards_support_and_opens_both_statements(
    site: str, watched: Page
) -> None:
    call_command("load_articles", since=True, verbosity=0)
    watched.goto(site)
    watched.get_by_role("navigation", name="Site").get_by_role("link", name="Shifts").click()
    expect(watched.get_by_role("heading", name="1 in all")).to_be_visible()
    watched.locator("summary", has_text="Direction").click()
    watched.get_by_label("towards support").check()
    watched.get_by_role("button", name="Show").click()
    expect(watched).to_have_url(re.compile(r"/shifts/\?direction=towards_support$"))

    [shift] = watched.locator(".shift").all()
    expect(shift.get_by_role("heading", name="Amazon on Sales to government")).to_be_visible()
    expect(shift).to_contain_text("between 7 February 2019 and 10 June 2020")
    for word, stance, words, title in (
        ("Then", "opposes, implied", "New technology should not be banned", "proposed guidelines"),
        ("Now", "mixed or conditional, implied", "one-year moratorium", "announces a one-year"),
    ):
        side = watched.locator(".turn", has_text=word)
        expect(side).to_contain_text(stance)
        expect(side.get_by_role("blockquote")).to_contain_text(words)
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
