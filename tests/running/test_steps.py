# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of a step that failed one line is told: the one that says why."""

import pytest

from woonvrede.running.steps import reason_in

TRACEBACK = """Traceback (most recent call last):
  File "x.py", line 1, in <module>
    raise
psycopg.errors.UndefinedColumn: column r.version does not exist
LINE 1: select r.version from records_report r
               ^
HINT:  Perhaps you meant r.vision.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "x.py", line 1, in <module>
django.db.utils.ProgrammingError: column r.version does not exist
LINE 1: select r.version from records_report r
               ^
"""


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (TRACEBACK, "django.db.utils.ProgrammingError: column r.version does not exist"),
        ("ValueError: no\n\n", "ValueError: no"),
        ("KeyboardInterrupt\n", "KeyboardInterrupt"),
        (f"{TRACEBACK}woonvrede: The key is missing.\n", "The key is missing."),
        ("woonvrede: The key is missing.\nwarning: 1 leak\n", "The key is missing."),
        ("one\ntwo\n", "two"),
        ("\n", "no reason given"),
    ],
)
def test_the_line_that_says_why(said: str, why: str) -> None:
    assert reason_in(said) == why
