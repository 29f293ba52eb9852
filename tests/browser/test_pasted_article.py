"""An article with its statements, from the paste to the public page, by the keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from positions.choices import StakeholderKind, WorkflowState
from positions.models import Statement
from tests.browser.accessibility import faults
from tests.browser.accounts import make_accounts
from tests.browser.keyboard import tabbed_to
from tests.extraction.gold.reader import articles
from tests.factories import PropositionFactory, StakeholderFactory, TopicFactory

ARTICLE = next(each for each in articles("development") if each.name == "weir-at-upper-tarn")
WORDS = "We were handed a leaflet and a biscuit,"
LATER = "It is a staircase with no water on it,"
OWN = "has been dry"


@pytest.fixture
def logged_in(site: str, transactional_db: None) -> Any:
    """The cookie of an editor."""
    make_accounts("editor", "an-editor")
    client = Client()
    client.force_login(User.objects.get())
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}


def problems(page: Page) -> list[str]:
    """What breaks the rules of accessibility, or the window."""
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    found = faults(page)
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"too wide at {width}")
    page.set_viewport_size({"width": 1280, "height": 800})
    return found


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def current(page: Page) -> Any:
    return page.locator(".card.current")


def test_an_article_is_entered_by_the_keyboard_alone(
    site: str, logged_in: Any, watched: Page
) -> None:
    page = watched
    page.context.add_cookies([logged_in])
    topic = TopicFactory.create(name="Example weirs")
    proposition = PropositionFactory.create(topic=topic, short_label="The weir should be rebuilt")
    StakeholderFactory.create(name="Upper Tarn Anglers", kind=StakeholderKind.ADVOCACY)
    page.goto(f"{site}/admin/desk/")
    expect(page.get_by_label("The article")).to_be_focused()
    assert problems(page) == []
    page.keyboard.insert_text(ARTICLE.text)
    tabbed_to(page, page.locator("#id_date_edtf"))
    page.keyboard.type(ARTICLE.published.isoformat())
    tabbed_to(page, page.locator("#id_topic"))
    page.keyboard.type("Example weirs")
    press(page, "Control+Enter")

    expect(current(page)).to_be_focused()
    assert problems(page) == []
    page.emulate_media(color_scheme="dark")
    assert problems(page) == []
    page.emulate_media(color_scheme="light")
    while WORDS not in current(page).locator("textarea").first.input_value():
        press(page, "r")
    filled = current(page).locator("[id$='-speaker'] .filled")
    expect(filled).to_be_visible()  # nobody of that name is known: “new” is filled in
    press(page, "s")
    expect(page.locator("#told")).to_contain_text("new: Mara Vellacott")
    press(page, "s")
    expect(page.locator("#told")).to_contain_text("another")
    expect(filled).to_have_count(0)  # the editor has chosen
    press(page, "s")
    press(page, "Escape")
    press(page, "p")
    page.keyboard.type("The weir")
    press(page, "Tab")
    page.keyboard.type("opp")
    press(page, "Escape")
    expect(current(page)).to_be_focused()
    press(page, "t")
    page.keyboard.type("2024-05-13")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(current(page).locator("[id$='-day']")).to_have_text("13 May 2024")
    press(page, "Escape", "a")
    expect(page.locator("#told")).to_contain_text("accepted")

    cards = page.locator(".card").count()
    press(page, "m")  # a caret in the article, at the words of this card
    for _ in range(3):
        press(page, "Control+Shift+ArrowRight")
    press(page, "m")
    expect(page.locator(".card")).to_have_count(cards + 1)
    expect(current(page)).to_be_focused()
    expect(current(page).locator(".sure")).to_have_text("yours")
    own = current(page).get_attribute("data-number")
    press(page, "d")  # who says it, as on the card before
    expect(page.locator("#told")).to_contain_text("Lowmere Water Board")
    press(page, "d")  # and on the one before that
    expect(page.locator("#told")).to_contain_text("Mara Vellacott")
    expect(page.locator(f"#c{own}-speaker-name")).to_have_value("Mara Vellacott")
    expect(page.locator(f"[name=c{own}-speaker][value=new]")).to_be_checked()
    press(page, "m")
    for _ in range(3):
        press(page, "Control+Shift+ArrowRight")
    press(page, "w")  # more words for the same card
    expect(page.locator(".card")).to_have_count(cards + 2)
    expect(page.locator(f"#card-{own}")).to_be_focused()
    added = page.locator(f".belongs[value='{own}'][id^=c]").get_attribute("id")
    part = f"{added}".removesuffix("-belongs")
    press(page, "a")  # with its words
    expect(page.locator("#told")).to_contain_text(f"with {part[1:]}")
    for prefix in (part, f"c{own}"):
        expect(page.locator(f"[name={prefix}-decision][value=accept]")).to_be_checked()
        page.locator(f"[name={prefix}-decision][value=reject]").check()

    press(page, "Control+Enter")
    expect(page.get_by_role("heading", name="What is entered")).to_be_visible()
    assert problems(page) == []
    tabbed_to(page, page.get_by_role("button", name="Publish it"))
    press(page, "Enter")
    expect(page.locator(".messagelist")).to_contain_text("1 statement is now public")

    statement = Statement.objects.latest("pk")
    assert statement.state == WorkflowState.PUBLISHED
    page.goto(f"{site}{statement.get_absolute_url()}")
    shown = page.locator("main")
    for words in (WORDS, "Mara Vellacott", proposition.text, "opposes"):
        expect(shown).to_contain_text(words)


FOUR = """“The weir leaks,” said Mara Vell, an engineer.

“It is old,” she said.

“Nobody asked us,” Vell said.

“It will fall,” she said.
"""


def test_a_statement_is_split_from_a_card_on_and_joined_again(
    site: str, logged_in: Any, watched: Page
) -> None:
    page = watched
    page.context.add_cookies([logged_in])
    page.goto(f"{site}/admin/desk/")
    page.get_by_label("The article").fill(FOUR)
    press(page, "Control+Enter")
    expect(current(page)).to_be_focused()

    def parts() -> list[str]:
        return [page.locator(f"#c{number}-belongs").input_value() for number in (1, 2, 3, 4)]

    def come_to(number: int) -> None:
        page.locator(f"#card-{number} .line").click()
        page.locator(f"#card-{number}").focus()

    assert parts() == ["", "1", "1", "1"]
    press(page, "b", "b")  # for somebody new, whom the text does not name
    page.locator("#c1-behalf-name").fill("Tarn Board")
    press(page, "Escape", "a")
    come_to(3)
    press(page, "g")
    expect(page.locator("#told")).to_have_text("Card 3 is a statement of its own, with 4")
    assert parts() == ["", "1", "", "3"]
    expect(page.locator("[name=c3-behalf][value=new]")).to_be_checked()
    expect(page.locator("#c3-behalf-name")).to_have_value("Tarn Board")
    press(page, "g")
    assert parts() == ["", "1", "1", "1"]
    come_to(2)
    press(page, "Shift+G")
    expect(page.locator("#told")).to_have_text("Card 2 is a statement of its own")
    assert parts() == ["", "", "1", "1"]
    for number in (1, 2, 3, 4):  # as it was accepted with the first
        expect(page.locator(f"[name=c{number}-decision][value=accept]")).to_be_checked()


def test_an_article_is_entered_without_a_script(
    site: str, logged_in: Any, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([logged_in])
    page = context.new_page()
    page.goto(f"{site}/admin/desk/")
    page.get_by_label("The article").fill(ARTICLE.text)
    page.locator("#id_date_edtf").fill("2024-05-14")
    page.get_by_role("button", name="Find its statements").click()
    page.locator("#own-words").fill(OWN)
    page.get_by_role("button", name="Make a card of them").click()
    card = page.locator(".card", has=page.locator(".sure", has_text="yours"))
    card.get_by_label("Accept").check()
    page.get_by_role("button", name="Enter the accepted ones").click()
    expect(page.locator("#refused")).to_contain_text("Say who says it.")
    card.locator(".party").first.get_by_label(re.compile(r"^\s*new\b")).check()
    card.get_by_label("Name of the new one").first.fill("Upper Tarn Anglers")
    page.get_by_role("button", name="Enter the accepted ones").click()
    expect(page.locator(".messagelist")).to_contain_text("1 statement is entered")
    assert Statement.objects.latest("pk").quotations.get().exact == OWN
    context.close()
