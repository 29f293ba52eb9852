"""What journeys have: the site as it is served, with the two articles in it, and a watched page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accounts import make_accounts
from tests.browser.articles import Articles

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


@pytest.fixture(scope="session")
def articles() -> Articles:
    """The two articles, to be put into a database that has been emptied."""
    return Articles()


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
