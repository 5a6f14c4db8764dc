# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Count again what people's jobs take: run the stories, and write the table in docs/jobs.md."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from tests.stories.jobs import BEGIN, DOC, END, KEPT, table  # noqa: E402


def main() -> int:
    """Run every story, also those in which no job is counted: they are of one piece."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "tests/stories", *sys.argv[1:]]
        done = subprocess.run(command, cwd=CHECKOUT, env={**os.environ, KEPT: folder}, check=False)
        if done.returncode:
            return done.returncode
        before, _, rest = DOC.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        DOC.write_text(f"{before}{BEGIN}{table(Path(folder))}{END}{after}", encoding="utf-8")
    print("docs/jobs.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
