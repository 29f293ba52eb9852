"""What every test has: no network, Hypothesis's profiles, rows, Chromium, the HTML checker."""

import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

import pytest
from django.db import connection, transaction
from django.template import Template
from django.test import SimpleTestCase
from django.test import utils as test_utils
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests import long_letters, migrated, sql_sent
from tests.articles import Articles
from tests.cast import Cast, assembled
from tests.in_process import run_here
from tests.network import refuse_outside
from tests.nu_html_checker import check

Made = TypeVar("Made")

refuse_outside()

# Playwright keeps an event loop in the test's thread, where Django would refuse its ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# The same examples in every run: a red run is the change's fault. --hypothesis-profile=thorough
# looks for new ones. PostgreSQL is held against the half of them: what may differ there is how it
# looks up, sorts and compares, not what follows.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    max_examples=8 if connection.vendor == "postgresql" else 15,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("steady")


def uses_a_database(item: pytest.Item) -> bool:
    """Whether pytest-django lets this test reach the database; it blocks every other one."""
    return (
        item.get_closest_marker("django_db") is not None
        or not {"django_db_setup", "live_server"}.isdisjoint(getattr(item, "fixturenames", ()))
        or issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    )


def may_differ(item: pytest.Item) -> bool:
    """Whether the outcome may depend on which database it is."""
    return uses_a_database(item) and item.get_closest_marker("drawn") is None


def pytest_configure(config: pytest.Config) -> None:
    """On SQLite, note which SQL each test sends: that decides what runs on PostgreSQL."""
    if connection.vendor == "sqlite" and (cache := getattr(config, "cache", None)) is not None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        config.pluginmanager.register(sql_sent.Noting(cache.mkdir("sql") / f"{worker}.json"))


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than processors: tests wait for browsers, servers and locks."""
    return (os.cpu_count() or 1) + 1


# Begun before all others: two that take the longest, and use no database of the tests; and one that
# counts the rows which queries read, among them, on PostgreSQL, the dead ones that others leave.
FIRST = ("tests/test_setting_up.py", "tests/test_outage.py", "tests/test_plans.py")


def place(item: pytest.Item) -> int:
    """In which part of the run a test is: 0 those of ``FIRST``, 1 without a database, 2 with one.

    Within a part pytest-django's order stays, in which those that empty the database, most of them
    slow, are last: what is left is given to the workers in ever smaller parts, so that none of them
    has all of the slow ones and the others wait for it.
    """
    return 0 if item.nodeid.startswith(FIRST) else 1 + uses_a_database(item)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what cannot differ there: the run on SQLite has all the tests.

    All but those of what only PostgreSQL can do. A test that is named on the command line, or
    chosen by a word, is not left out for its SQL.
    """
    items.sort(key=place)
    if connection.vendor == "sqlite":
        able = [each for each in items if each.get_closest_marker("postgresql") is None]
    else:
        able = [each for each in items if may_differ(each)]
        all_asked = [Path(each).resolve() for each in config.args] == [config.rootpath / "tests"]
        if all_asked and not config.getoption("keyword") and config.cache is not None:
            noted = sorted(config.cache.mkdir("sql").glob("*.json"))
            kept = sql_sent.chosen([each.nodeid for each in able], sql_sent.read(noted))
            able = [each for each in able if each.nodeid in kept]
    left_out = set(items) - set(able)
    config.hook.pytest_deselected(items=[each for each in items if each in left_out])
    items[:] = able


def pytest_collection_finish() -> None:
    """What is there before the first test stays: it need not be looked through for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


TEMPLATE: Any = Template  # what Django's own tests replace of it is not in its public types
DRAW = TEMPLATE._render
ANNOUNCE = vars(test_utils)["instrumented_test_render"]
drawing = threading.local()


def drawn_quietly(template: Any, context: Any) -> Any:
    """Draw a template that another one draws; one that stands alone is announced, too."""
    if getattr(drawing, "begun", False):
        return DRAW(template, context)
    drawing.begun = True
    try:
        return ANNOUNCE(template, context)
    finally:
        drawing.begun = False


@pytest.fixture(scope="session", autouse=True)
def quiet_templates(django_test_environment: None) -> None:
    """``response.context`` is what the page was given, and not what each box of its forms was.

    Django's tests would copy that for hundreds of small templates a page.
    """
    TEMPLATE._render = drawn_quietly


@pytest.fixture(scope="session")
def migrated_database(pytestconfig: pytest.Config) -> Path | None:
    """Where a migrated database is kept; nowhere for PostgreSQL, whose server is new each time."""
    if connection.vendor != "sqlite" or pytestconfig.cache is None:
        return None
    return migrated.kept_in(pytestconfig.cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, migrated_database: Path | None
) -> Iterator[None]:
    """Before the test database is made: it may begin as a copy of one that is migrated."""
    if migrated_database is None:
        yield
    else:
        with migrated.begun_with(migrated_database, connection):
            yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, migrated_database: Path | None
) -> Iterator[None]:
    """The test database: on SQLite kept for the next run; PostgreSQL drops it when all are gone.

    A connection to the site that a browser holds open holds a session of the database, too.
    """
    with django_db_blocker.unblock():
        if migrated_database is not None:
            migrated.keep(migrated_database, connection)
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


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


@contextmanager
def written_once(blocker: DjangoDbBlocker, write: Callable[[], Made]) -> Iterator[Made]:
    """Rows around whole tests, each of which undoes only its own; at the end they go too."""
    with blocker.unblock(), transaction.atomic():
        made = write()
        with blocker.block():
            yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def module_cast(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """The cast, for a module whose tests all have it or none of the database: see ``cast``."""
    with written_once(django_db_blocker, assembled) as made:
        yield made


@pytest.fixture
def cast(module_cast: Cast, db: None) -> Cast:
    """The cast, in objects that a test may change."""
    return deepcopy(module_cast)


@pytest.fixture(scope="session")
def articles() -> Articles:
    """The two articles, to be put into a database that has none of their rows."""
    return Articles()


@pytest.fixture(scope="module")
def loaded_articles(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, articles: Articles
) -> Iterator[None]:
    """The two articles, for a module whose tests all have them or none of the database."""
    with written_once(django_db_blocker, articles.put):
        yield


@pytest.fixture(scope="module")
def module_letters(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[long_letters.Letters]:
    """A letter of 1,050 signatories and twenty of 60, for a module whose tests read them."""
    with pytest.MonkeyPatch.context() as patch:
        for limit in long_letters.LIMITED:
            patch.setattr(limit, long_letters.LIMIT)
        with written_once(django_db_blocker, long_letters.written) as made:
            yield made


@pytest.fixture
def letters(module_letters: long_letters.Letters, db: None) -> long_letters.Letters:
    """Those letters, in a test that may change what is stored of them."""
    return module_letters


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles and files are read in this process, by the programs that are otherwise run apart.

    That those give the same apart is tested in tests/extraction and tests/documents; the journeys
    in tests/browser and the served site of tests/recording have them apart.
    """
    for room in ("extraction", "documents"):
        monkeypatch.setattr(f"positions.{room}.apart.run", run_here)


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
