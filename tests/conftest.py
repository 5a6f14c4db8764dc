# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What every test may ask for.

The tests run as the application does: connected as the role app, with every policy in force, in
a database of the process's own, and without a transaction around them.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import django
import psycopg
import pytest
from django.template import Template
from django.test.utils import setup_test_environment, teardown_test_environment
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.matrix.told import walked
from tests.support import world
from tests.support.server import Server, browser_program, serving
from woonvrede.running import within
from woonvrede.running.database import postgres
from woonvrede.running.database.cluster import TEST
from woonvrede.running.serving import static_files

# A run in the background ignores Ctrl-C, and whatever the tests start would ignore it too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Before any test module is imported: it may import models.
os.environ.update(world.environment(world.DATABASE))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread
os.environ["WOONVREDE_DATABASE_ROLE"] = "app"
static_files.collect()
django.setup()

# The agreement is read without a database, and tested without one.
WITHOUT_DATABASE = {"agreement", "oracle"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test the database, except where none may be needed."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] not in WITHOUT_DATABASE:
            # With its broom, which must see the database before any test does.
            item.fixturenames[:0] = ["database", "broom"]  # type: ignore[attr-defined]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the walk over all addresses came to."""
    outcomes = (terminalreporter.getreports(name) for name in ("passed", "failed"))
    if words := walked(report for reports in outcomes for report in reports):
        terminalreporter.write_line(words)


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """A database of this process's own, with the agreements published; its name."""
    render = Template._render  # type: ignore[attr-defined]
    setup_test_environment()
    # No test asks which templates were used, and remembering it costs.
    Template._render = render  # type: ignore[attr-defined]
    with world.own_database():
        yield world.DATABASE
        within.close_connections()
    teardown_test_environment()


@pytest.fixture(scope="session")
def broom(database: str) -> Iterator[world.Broom]:
    """What empties all tables but those of the published agreements."""
    with world.broom() as made:
        yield made


@pytest.fixture
def fresh_world(broom: world.Broom) -> Iterator[None]:
    """Nothing but the published agreements; and nothing of this test remains."""
    broom.sweep()
    yield
    broom.sweep()


@pytest.fixture
def maintenance(database: str) -> Iterator["psycopg.Connection"]:
    """A connection of the role that no policy binds: to arrange, and to look afterwards."""
    with psycopg.connect(os.environ["DATABASE_MAINTENANCE_URL"], autocommit=True) as connection:
        yield connection


@pytest.fixture
def administrator(database: str) -> Iterator["psycopg.Connection"]:
    """The superuser of this process's own database, who may become any role."""
    with postgres.administrator(TEST, world.DATABASE) as connection:
        yield connection


@pytest.fixture(scope="session")
def server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The production server on this process's database, with its log."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="session")
def served(server: Server) -> str:
    """The address of the production server."""
    return server.url


@pytest.fixture(scope="session")
def demo_server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same server with the demo's role switcher."""
    with serving(tmp_path_factory.mktemp("demo"), WOONVREDE_DEMO="1") as running:
        yield running


@pytest.fixture(scope="session")
def served_demo(demo_server: Server) -> str:
    """The address of the server with the demo's role switcher."""
    return demo_server.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser; without one these tests are not run, which is a failure."""
    with sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(
                executable_path=browser_program(), args=["--no-sandbox", "--disable-dev-shm-usage"]
            )
        except Error:
            pytest.fail("not run: there is no browser; install chromium, then try again")
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that knows nothing yet."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    yield context.new_page()
    context.close()


pytest_plugins = ["tests.world"]
