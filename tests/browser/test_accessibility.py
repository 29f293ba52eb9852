"""The measure of accessibility finds what is wrong, and measures contrast once for each way."""

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import Look, faults

pytestmark = pytest.mark.drawn

PAGE = """<!doctype html><html lang="en"><title>An example</title><style>
body {{ background: white; color: black }} .pale {{ color: #ddd }}
tr:nth-child(even) td {{ color: #eee }}
</style><main><h1>An example</h1>{}</main></html>"""


def found(page: Page, body: str, look: Look) -> list[str]:
    page.set_content(PAGE.format(body))
    return look.faults(page)


def test_a_sound_page_has_no_fault(page: Page) -> None:
    page.set_content(PAGE.format("<p>Words.</p>"))
    assert faults(page) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<input>", "label"),
        ('<img src="data:,">', "image-alt"),
        ('<p class="pale">Words.</p>', "color-contrast"),
        ("<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>", "color-contrast"),
    ],
)
def test_what_is_wrong_is_found(page: Page, body: str, rule: str) -> None:
    page.set_content(PAGE.format(body))
    assert [each.partition(":")[0] for each in faults(page)] == [rule]


def test_text_drawn_as_elsewhere_is_measured_once_and_all_else_each_time(page: Page) -> None:
    look = Look()
    pale = '<p class="pale">Words.</p><p class="pale">More words.</p><input>'
    assert [each.partition(":")[0] for each in found(page, pale, look)] == [
        "label",
        "color-contrast",
    ]
    assert [each.partition(":")[0] for each in found(page, pale, look)] == ["label"]


def test_the_same_class_elsewhere_on_the_page_is_measured_again(page: Page) -> None:
    look = Look()
    assert len(found(page, '<p class="pale">Words.</p>', look)) == 1
    assert len(found(page, '<section><p class="pale">Words.</p></section>', look)) == 1
