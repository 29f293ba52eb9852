"""Pages look as their parts say when each face's style sheets and scripts have become one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from playwright.sync_api import Browser, Page

from tests.browser.accounts import log_in
from tests.published import collect

pytestmark = pytest.mark.drawn

PUBLIC = (
    *("/", "/statements/", "/statements/cbc-letter/", "/positions/", "/organisations/aclu/"),
    *("/timeline/", "/search/?q=police", "/compare/?organisation=aclu&organisation=amazon"),
    *("/shifts/", "/statements/cbc-letter/embed/", "/statements/amazon-guidelines/exchange/"),
)
EDITORS = (
    *("/admin/", "/admin/positions/statement/", "/admin/positions/statement/add/", "/admin/desk/"),
    *("/admin/review/", "/admin/housekeeping/"),
)
OF_THE_ADMIN = Path(admin.__file__).parent / "static"
LOOKS = [("light", 1280), ("dark", 375)]


def pictures(page: Page, site: str, paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        page.goto(f"{site}{path}", wait_until="networkidle")
        yield path, page.screenshot(full_page=True, animations="disabled", caret="hide")
        page.emulate_media(media="print")
        yield f"{path} on paper", page.screenshot(full_page=True, animations="disabled")
        page.emulate_media(media="screen")


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_one_file_of_a_kind_draws_what_its_parts_draw(
    site: str,
    editors: None,
    browser: Browser,
    settings: Any,
    tmp_path: Path,
    scheme: Any,
    width: int,
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    log_in(page, site, "first-editor")
    paths = PUBLIC + EDITORS
    apart = dict(pictures(page, site, paths))
    n_apart = page.locator("link[rel=stylesheet]").count()
    collected = collect(settings, tmp_path / "static", OF_THE_ADMIN)
    settings.STATICFILES_DIRS = [collected]  # where the test's server looks for them
    joined = dict(pictures(page, site, paths))
    assert page.locator("link[rel=stylesheet]").count() < n_apart
    context.close()
    assert [path for path in apart if apart[path] != joined[path]] == []
