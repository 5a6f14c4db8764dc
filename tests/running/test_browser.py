# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The browser tests run in a real browser, and say so when there is none."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.support import checkout, world
from woonvrede.running.places import CHECKOUT

NOBODY_LISTENS = "http://127.0.0.1:9"


def test_a_page_is_shown(page: Page, served: str) -> None:
    answer = page.goto(f"{served}/inloggen/")
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("document.documentElement.lang") == "nl"


def _without_browser(empty: Path) -> dict[str, str]:
    return {
        **world.environment(world.DATABASE),
        "PATH": str(empty),
        "PLAYWRIGHT_BROWSERS_PATH": str(empty),
        "PLAYWRIGHT_DOWNLOAD_HOST": NOBODY_LISTENS,
    }


def test_without_a_browser_these_tests_fail_as_not_run(tmp_path: Path) -> None:
    environment = _without_browser(tmp_path)
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    this = f"{os.path.relpath(__file__, CHECKOUT)}::test_a_page_is_shown"
    done = checkout.run([sys.executable, "-m", "pytest", "-q", this], environment)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "not run: there is no browser" in done.stdout
    assert "passed" not in done.stdout


def test_set_up_of_the_tests_says_when_no_browser_can_be_had(tmp_path: Path) -> None:
    done = checkout.run([sys.executable, "scripts/browser.py"], _without_browser(tmp_path))
    assert done.returncode == 1
    assert "not run: the browser tests" in done.stdout
