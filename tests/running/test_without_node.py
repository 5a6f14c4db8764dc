# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""On a machine without Node the npm packages come by the Node of a wheel."""

import sys
from pathlib import Path

import pytest

from tests.support import checkout


@pytest.mark.full
def test_npm_packages_without_node(tmp_path: Path) -> None:
    place = checkout.copy(tmp_path / "checkout")
    (place / "requirements" / "base.txt").write_text("")
    (tmp_path / "empty").mkdir()
    environment = checkout.plain(PATH=str(tmp_path / "empty"))
    done = checkout.run([sys.executable, "scripts/setup.py"], environment, place)
    assert done.returncode == 0, done.stderr
    assert (place / "node_modules" / "axe-core" / "package.json").is_file()
