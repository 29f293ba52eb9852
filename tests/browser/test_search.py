"""A reader looks for words: suggestions by the keyboard, a phrase, words marked, one left out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.drawn


def test_a_reader_searches_by_the_keyboard(site: str, watched: Page) -> None:
    watched.goto(f"{site}/about/method/")
    box = watched.get_by_role("combobox", name="Search")
    box.focus()
    box.press_sequentially("american ci")
    options = watched.get_by_role("option")
    expect(options.first).to_contain_text("American Civil Liberties Union")
    expect(box).to_have_attribute("aria-expanded", "true")
    watched.keyboard.press("Escape")
    expect(options).to_have_count(0)  # hidden, and so nobody's to choose
    expect(box).to_have_value("american ci")
    watched.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    watched.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.get_attribute("id") or ""
    expect(box).to_have_attribute("aria-activedescendant", chosen)
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(f"{site}/organisations/aclu/")

    box.focus()
    box.press_sequentially('"law enforcement" amazon')
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(f"{site}/search/?q=%22law+enforcement%22+amazon")
    marks = watched.locator("blockquote mark")
    expect(marks.filter(has_text="law enforcement").first).to_be_visible()
    guidelines = watched.get_by_role("link", name="Amazon's proposed guidelines")
    expect(guidelines).to_be_visible()

    larger = watched.get_by_role("combobox", name="What to look for")
    larger.focus()
    watched.keyboard.press("End")
    larger.press_sequentially(" -punke")
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"amazon\+-punke$"))
    expect(watched.get_by_role("heading", name="Statements")).to_be_visible()
    expect(guidelines).to_have_count(0)


def test_the_box_searches_without_a_script(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("Search").first.fill("guliani")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("Guliani")
    context.close()
