# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far long work is: lines now and then, and on a terminal a bar that fills."""

from io import StringIO

import pytest

from woonvrede.running.progress import Progress


class Terminal(StringIO):
    """A terminal that remembers what it was told."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_there_are_ten_lines_at_most() -> None:
    out = StringIO()
    progress = Progress("cases", out)
    for done in range(1, 501):
        progress.tell(done, 500)
    lines = out.getvalue().splitlines()
    assert len(lines) == 10
    assert lines[-1].startswith("  500/500 cases, ")
    assert lines[-1].endswith(", 0:00 to go")


def test_on_a_terminal_there_is_one_bar_that_ends_full() -> None:
    out = Terminal()
    progress = Progress("cases", out)
    for done in range(501):
        progress.tell(done, 500, "more")
    told = out.getvalue()
    assert told.count("\n") == 1
    assert (
        told.splitlines()[-1].rpartition("\r")[2].startswith("\x1b[K  [" + "#" * 30 + "] 500/500")
    )
    assert told.endswith(", more\n")


def test_how_long_the_rest_takes_is_told_after_the_first_lot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = iter([0.0, 0.0, 2.0])
    monkeypatch.setattr("time.monotonic", lambda: next(moments))
    out = StringIO()
    progress = Progress("rows", out)
    progress.tell(0, 0)
    progress.tell(0, 400)
    progress.tell(200, 400)
    assert out.getvalue() == "  200/400 rows, 100/s, 0:02 to go\n"


def test_what_ends_early_leaves_a_line_of_its_own() -> None:
    out = Terminal()
    with Progress("cases", out) as progress:
        progress.tell(1, 500)
    assert out.getvalue().endswith(" to go\n")
    with Progress("cases", out) as progress:
        progress.tell(500, 500)
    assert not out.getvalue().endswith("\n\n")
