# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""See to a browser for the tests: the one on the PATH, the system's, or Playwright's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Install a browser if there is none; say plainly when the browser tests cannot run."""
    if have() or any(_runs(command) and have() for command in _ways()):
        return 0
    print("not run: the browser tests, for there is no browser: install chromium, then try again")
    return 1


def have() -> bool:
    """Tell whether a browser can be started."""
    return any(shutil.which(name) for name in NAMES) or _playwright_has_one()


def _ways() -> Iterator[list[str]]:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        yield ["apt-get", "update", "-qq"]
        yield ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def _runs(command: list[str]) -> bool:
    print(f"browser: {' '.join(command)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode == 0


def _playwright_has_one() -> bool:
    ask = (
        "from playwright.sync_api import sync_playwright as s; import os; p = s().start(); "
        "print(os.path.exists(p.chromium.executable_path)); p.stop()"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return done.stdout.strip() == "True"


if __name__ == "__main__":
    sys.exit(main())
