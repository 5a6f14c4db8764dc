# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole suite: the checks, then the tests side by side, then the stories."""

import argparse
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
STORIES = "tests/stories"


def main() -> int:
    """Run every part, also after one failed."""
    full = _arguments().full
    which = [] if full else ["-m", "not full"]
    pytest = [sys.executable, "-m", "pytest", "-q", *which]
    parts = {
        "browser": [sys.executable, "scripts/browser.py"],
        "checks": [sys.executable, "scripts/check.py"],
        "tests": [*pytest, "-n", "2", "--dist", "loadgroup", f"--ignore={STORIES}", "tests"],
        "stories": [*pytest, "-n", "2", STORIES],
    }
    failed = [name for name, command in parts.items() if not _passes(name, command)]
    print(f"FAILED: {', '.join(failed)}" if failed else "All parts passed.")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.run(command, cwd=CHECKOUT, check=False).returncode == 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check and test Woonvrede.")
    parser.add_argument("--full", action="store_true", help="also the large walks")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
