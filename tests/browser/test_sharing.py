"""Words are taken to another site: copied here, framed there, and they lead back."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.drawn

EMBED = "/statements/aclu-on-guidelines/embed/"
WORDS = "there is no law on the books authorizing its use"
QUOTED = f"“[^”]*{WORDS}[^”]*” .Neema Singh Guliani for ACLU, 7 February 2019. As given in .+ "


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Publishes a page on another origin, and gives its address."""
    pages: dict[str, bytes] = {}

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = pages.get(self.path, b"")
            self.send_response(200 if content else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def publish(body: str) -> str:
        path = f"/{len(pages)}"
        page = f'<!doctype html><html lang="en"><title>Elsewhere</title><body>{body}'
        pages[path] = page.encode()
        return f"http://127.0.0.1:{server.server_port}{path}"

    yield publish
    server.shutdown()
    server.server_close()


def test_a_reader_takes_words_to_another_site_by_keyboard(
    site: str, watched: Page, context: BrowserContext, elsewhere: Callable[[str], str]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = f"{site}/statements/aclu-on-guidelines/"
    watched.goto(page)
    for name, copied in (
        ("Copy link", re.escape(page)),
        ("Copy citation", re.escape(watched.locator("#citation").inner_text())),
        ("Copy quotation", QUOTED + re.escape(page) + "#quotation-[0-9]+"),
    ):
        watched.get_by_role("button", name=name).first.focus()
        watched.keyboard.press("Enter")
        expect(watched.get_by_role("status").filter(has_text="Copied").first).to_be_visible()
        assert re.fullmatch(copied, watched.evaluate("navigator.clipboard.readText()"))
    place = watched.evaluate("navigator.clipboard.readText()").rpartition("#")[2]
    expect(watched.locator(f"#{place}")).to_contain_text(WORDS)
    watched.get_by_text("Embed", exact=True).focus()
    watched.keyboard.press("Enter")
    button = watched.get_by_role("button", name="Copy the HTML")
    button.focus()
    watched.keyboard.press("Enter")
    expect(watched.locator(".embed").get_by_role("status")).to_have_text("Copied")
    markup = watched.evaluate("navigator.clipboard.readText()")

    listening = "<script>addEventListener('message', ({data}) => { window.told = data })</script>"
    watched.goto(elsewhere(f"<h1>Another site</h1>{listening}{markup}"))
    watched.wait_for_function("window.told?.type === 'card-height' && window.told.height > 200")
    card = watched.frame_locator("iframe")
    expect(card.get_by_text(WORDS)).to_be_visible()
    expect(card.get_by_text("strongly supports")).to_be_visible()
    hidden = card.locator("html").evaluate("page => page.scrollHeight - page.clientHeight")
    assert hidden == 0
    with context.expect_page() as opening:
        card.get_by_role("link", name="All of it at the Stakeholder Position Tracker").click()
    assert opening.value.url == f"{site}/statements/aclu-on-guidelines/"
    assert context.cookies() == []


def test_a_frame_shows_cards_alone(site: str, page: Page, elsewhere: Callable[[str], str]) -> None:
    frames = "".join(
        f'<iframe name="{name}" src="{site}{address}"{more}></iframe>'
        for name, address, more in (
            ("card", EMBED, ""),
            ("sandboxed", EMBED, " sandbox"),
            ("gone", "/statements/never-said/embed/", ""),
            ("page", EMBED.removesuffix("embed/"), ""),
        )
    )
    page.goto(elsewhere(frames))
    page.wait_for_load_state("networkidle")
    for name in ("card", "sandboxed"):
        card = page.frame_locator(f"[name={name}]")
        expect(card.get_by_text(WORDS)).to_be_visible()
        expect(card.locator("body")).to_have_css("border-top-width", "3px")
    expect(page.frame_locator("[name=gone]").get_by_text("no longer, published")).to_be_visible()
    refused = page.frame("page")
    assert refused
    assert refused.url.startswith("chrome-error://")


# Every token of a page that is a colour, as it comes out.
COLOURS = """page => Object.fromEntries(
  [...page.computedStyleMap()].map(([name]) => name)
    .filter((name) => name.startsWith("--"))
    .map((name) => [name, getComputedStyle(page).getPropertyValue(name).trim()])
    .filter(([, value]) => value.startsWith("#")))"""


def test_a_card_has_the_same_colours_whoever_asks_for_them(site: str, page: Page) -> None:
    found = {}
    for device in ("light", "dark"):
        page.emulate_media(color_scheme=device)
        for theme in ("", "light", "dark"):
            page.goto(f"{site}{EMBED}?theme={theme}")
            found[device, theme] = page.locator("html").evaluate(COLOURS)
    light, dark = found["light", ""], found["dark", ""]
    assert len(light) == len(dark) > 10
    assert all(light[token] != dark[token] for token in light)
    assert found["light", "light"] == found["dark", "light"] == light
    assert found["light", "dark"] == found["dark", "dark"] == dark


def test_no_card_is_cut_off_or_overprinted_however_wide_it_is(site: str, page: Page) -> None:
    for width in (280, 375, 500, 700):
        page.set_viewport_size({"width": width, "height": 600})
        page.goto(f"{site}/organisations/amazon/embed/")
        for row in page.locator(".stands > div").all():
            stance, on = row.locator(".stance").bounding_box(), row.locator("dd").bounding_box()
            assert stance
            assert on
            beside, below = stance["x"] + stance["width"], stance["y"] + stance["height"]
            assert beside <= on["x"] or below <= on["y"] + 1
        page.goto(f"{site}/topics/facial-recognition/embed/")
        expect(page.get_by_role("link", name="supports").first).to_be_visible()
        hidden = "each => each.scrollWidth - each.clientWidth"
        for each in ("html", ".across"):
            assert page.locator(each).evaluate(hidden) == 0


def test_a_stance_stands_on_the_line_of_the_words_beside_it(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 600})
    page.goto(f"{site}/topics/facial-recognition/embed/")
    apart = page.locator(".across td:has(a)").evaluate_all(
        """cells => cells.map((cell) => {
            const said = document.createRange();
            said.selectNodeContents(cell.querySelector(".stance").lastChild);
            const date = cell.querySelector(".note").getClientRects()[0];
            return Math.abs(said.getBoundingClientRect().bottom - date.bottom);
        })"""
    )
    assert len(apart) > 5
    assert max(apart) <= 1
