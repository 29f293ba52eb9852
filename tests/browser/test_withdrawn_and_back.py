"""A reader sees a statement come and go, in one browser that keeps what it may."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accounts import log_in

TITLE = "Letter of the Congressional Black Caucus to Jeff Bezos"


def decide(page: Page, site: str, action: str, button: str) -> None:
    """An editor's decision on the statement, from the list."""
    page.goto(f"{site}/admin/positions/statement/")
    page.get_by_role("row", name=TITLE).get_by_role("checkbox").check()
    page.locator("select[name=action]").select_option(action)
    page.get_by_role("button", name="Go").click()
    page.get_by_label("Note to readers").fill("An example note.")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".messagelist .success")).to_be_visible()


@pytest.mark.usefixtures("editors")
def test_what_is_published_again_is_read_again_in_the_same_browser(
    site: str, watched: Page, browser: Browser
) -> None:
    address = f"{site}/statements/cbc-letter/"
    editor = browser.new_page()
    log_in(editor, site, "first-editor")

    def read(expected: str) -> None:
        """Open the address as a link does: then, unlike on a reload, what was kept counts."""
        watched.goto(f"{site}/about/method/")
        watched.goto(address)
        expect(watched.get_by_role("main")).to_contain_text(expected)

    watched.goto(address)
    words = watched.locator("blockquote").first.inner_text()
    read(words)
    decide(editor, site, "withdraw", "Withdraw them")
    read("The editors have taken back what stood here.")
    decide(editor, site, "publish", "Publish them")
    read(words)
    picture = watched.request.get(f"{address}card.png")
    assert picture.status == 200
    editor.close()
