"""What journeys have: the site as it is served, with the two articles in it, and a watched page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from playwright.sync_api import Page, expect

from tests.articles import Articles
from tests.browser.accounts import make_accounts

# A busy machine may take its time; what never comes still fails.
expect.set_options(timeout=20_000)

# Kept by the page itself, since the browser tells nobody else of what its policy blocked.
REMEMBER_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""

# What the console is told though all is well.
TOLD_ON_PURPOSE = (
    "Failed to load resource",  # a page that is refused on purpose
    "htmx:afterRequest",  # by htmx, of a request that a newer one has replaced, …
    "htmx:sendAbort",  # … twice
)


@pytest.fixture(scope="session", autouse=True)
def one_request_at_a_time() -> Iterator[None]:
    """Of the server in the test's process: its threads share SQLite's one connection in memory.

    Two of them in it at once can wait for each other for ever: one is in SQLite, which calls a
    function in Python, the other in Python, which wants SQLite. A served site has a connection for
    each thread.
    """
    lock = threading.Lock()
    answer = WSGIHandler.get_response

    def answered(handler: WSGIHandler, request: HttpRequest) -> HttpResponseBase:
        with lock:
            return answer(handler, request)

    with patch.object(WSGIHandler, "get_response", answered):
        yield


@pytest.fixture
def site(live_server: Any, settings: Any, articles: Articles) -> str:
    """The address of the running site, with the two articles loaded."""
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    articles.put()
    return str(live_server.url)


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page that, at the end, has had no violation of the policy, no error and no broken part."""
    trouble: list[str] = []
    page.add_init_script(REMEMBER_VIOLATIONS)
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "response",
        lambda answer: (
            trouble.append(f"{answer.status} {answer.url}")
            if answer.status >= 400 and answer.request.resource_type != "document"
            else None
        ),
    )
    yield page
    trouble += page.evaluate("window.policyViolations")
    assert [text for text in trouble if not any(known in text for known in TOLD_ON_PURPOSE)] == []


@pytest.fixture
def editors(transactional_db: None) -> None:
    """Two accounts that may publish."""
    make_accounts("editor", "first-editor", "second-editor")
