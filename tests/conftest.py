"""What every test has: no network, Hypothesis's profiles, Chromium, the HTML checker."""

import os
import shutil
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.network import refuse_outside
from tests.nu_html_checker import check

refuse_outside()

# Playwright keeps an event loop in the test's thread, where Django would refuse its ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# The same examples in every run: a red run is the change's fault. --hypothesis-profile=thorough
# looks for new ones.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("steady")

CHROMIUM_ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # No page reaches anything but this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """How pytest-playwright starts the browser: the system's own Chromium, which must be there."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.fail("No chromium on PATH. Install it (on Debian: make test), or set CHROMIUM.")
    # Chromium's sandbox refuses to start as root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": [*CHROMIUM_ARGUMENTS, *sandbox],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A reader in Britain; a test that needs a phone or the dark says so itself."""
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "UTC"}


@pytest.fixture(scope="session")
def nu_html_checker() -> Callable[[Iterable[str]], list[str]]:
    """Checks whole documents; gives what is wrong, a line each, and nothing when all are right."""
    return check
