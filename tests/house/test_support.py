# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What more than one test needs stands in a module of its own, not inside one of the tests."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
# A proof that is itself put to the proof.
PROOFS = {"access/test_planted_in_the_agreement.py"}
FROM_A_TEST = re.compile(r"^\s*(?:from|import) +\S*\btest_\w+", re.MULTILINE)


def test_no_test_is_built_on_another() -> None:
    found = {
        path.relative_to(TESTS).as_posix(): FROM_A_TEST.findall(path.read_text(encoding="utf-8"))
        for path in TESTS.rglob("*.py")
    }
    assert {name for name, lines in found.items() if lines} == PROOFS


def test_a_test_that_is_imported_is_recognised() -> None:
    assert FROM_A_TEST.search("import os\nfrom tests.web.test_work import tiles\n")
    assert FROM_A_TEST.search("from .test_work import tiles\n")
    assert not FROM_A_TEST.search("from tests.support.screen import faults\n")
