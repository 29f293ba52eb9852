"""A browser reads the same rules, in the same order, from a face's one sheet as from its parts."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from playwright.sync_api import Page

from tests.browser.accounts import log_in
from tests.published import collect

pytestmark = pytest.mark.drawn

PAGES = {
    "public": "/statements/cbc-letter/",
    "embed": "/statements/cbc-letter/embed/",
    "admin": "/admin/positions/statement/add/",
    "desk": "/admin/desk/",
}
OF_THE_ADMIN = Path(admin.__file__).parent / "static"
HASH = re.compile(r"\.[0-9a-f]{12}(?=\.)")  # of a picture that a sheet of Django's names
RULES = "[...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))"


def rules(page: Page, site: str) -> dict[str, list[list[str]]]:
    """The rules of each sheet of each page, as the browser has understood them."""
    found = {}
    for face, path in PAGES.items():
        page.goto(f"{site}{path}")
        found[face] = page.evaluate(RULES)
    return found


def test_one_sheet_of_a_face_says_what_its_parts_say_in_their_order(
    site: str, editors: None, watched: Page, settings: Any, tmp_path: Path
) -> None:
    session = watched.context.new_cdp_session(watched)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})  # a card may be kept
    log_in(watched, site, "first-editor")
    apart = rules(watched, site)
    collected = collect(settings, tmp_path / "static", OF_THE_ADMIN)
    settings.STATICFILES_DIRS = [collected]  # where the test's server looks for them
    joined = rules(watched, site)
    for face in PAGES:
        assert len(joined[face]) < len(apart[face])
        assert [HASH.sub("", rule) for rule in chain(*joined[face])] == list(chain(*apart[face]))
        assert sum(map(len, joined[face])) > 50
    assert len(joined["public"]) == len(joined["embed"]) == 1
