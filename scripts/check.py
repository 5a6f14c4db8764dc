# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be said of the code without running it, all of it, with what failed last."""

import os
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def main() -> int:
    """Run every check, also after one failed."""
    failed = [name for name, command in checks() if not _passes(name, command)]
    print(f"failed: {', '.join(failed)}" if failed else "checks: all passed", flush=True)
    return 1 if failed else 0


def checks() -> list[tuple[str, list[str]]]:
    """Return the checks, each with the command that makes it."""
    folders = sorted(file.parent for file in (CHECKOUT / "agreements").glob("*/agreement.toml"))
    python = str(BIN / "python")
    return [
        ("style", [str(BIN / "ruff"), "check", "--output-format", "concise", "."]),
        ("layout", [str(BIN / "ruff"), "format", "--check", "--output-format", "concise", "."]),
        ("layers", [str(BIN / "lint-imports"), "--no-cache"]),
        ("settings", [python, "-m", "django", "check", "--fail-level", "WARNING"]),
        ("migrations", [python, "scripts/check_migrations.py"]),
        ("templates", [python, "scripts/check_templates.py"]),
        *(
            (
                f"agreement {folder.name}",
                [str(BIN / "woonvrede"), "agreement", "check", str(folder)],
            )
            for folder in folders
        ),
        ("types", [str(BIN / "mypy")]),
    ]


def _passes(name: str, command: list[str]) -> bool:
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=CHECKOUT, env=_environment(), capture_output=True, text=True, check=False
    )
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name} {time.monotonic() - begun:.1f} s")
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def _environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "woonvrede.settings"}


if __name__ == "__main__":
    sys.exit(main())
