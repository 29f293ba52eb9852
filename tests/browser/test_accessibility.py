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
    pale = '<p class="pale">Words.</p><section><b class="pale">Words.</b></section><input>'
    assert [each.partition(":")[0] for each in found(page, pale, look)] == [
        *("label", "color-contrast"),
        "color-contrast",  # bold is another way
    ]
    assert [each.partition(":")[0] for each in found(page, pale, look)] == ["label"]


@pytest.mark.parametrize(
    "style",
    ["background: #eee", "background: linear-gradient(#eee, #fff)", "opacity: .9"],
)
def test_the_same_colour_on_another_ground_is_measured_again(page: Page, style: str) -> None:
    look = Look()
    assert len(found(page, '<p class="pale">Words.</p>', look)) == 1
    found(page, f'<section style="{style}"><p class="pale">Words.</p></section>', look)
    assert len(look.measured) == 3  # the heading, and the words on either ground


def test_of_a_page_that_was_looked_at_before_what_its_width_changes_is_asked(page: Page) -> None:
    again = Look(again=True)
    wrong = '<p class="pale">Words.</p><input><img src="data:,">'
    assert [each.partition(":")[0] for each in found(page, wrong, again)] == [
        *("label", "color-contrast"),
    ]
