# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede import-reports``"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem
from woonvrede.running.progress import Progress

if TYPE_CHECKING:
    from woonvrede.intake.files.check import Checked
    from woonvrede.intake.files.mapping import Layout
    from woonvrede.intake.files.rows import Row

NAME = "import-reports"


def register(commands: Commands) -> None:
    """Add the command."""
    does = "check a file of reports (CSV, Excel or ODS), and bring it in if asked"
    parser = commands.add(NAME, run, does=does, role="app")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--mapping", required=True, type=Path, help="TOML that says which column is which field"
    )
    parser.add_argument(
        "--as", dest="email", required=True, metavar="EMAIL", help="the account that reports"
    )
    parser.add_argument("--party", help="key, for an account that reports for several")
    parser.add_argument("--carry-out", action="store_true", help="bring it in, not only check it")


def run(asked: Asked) -> int:
    """Check, and with --carry-out bring in, as this account; that it was done is recorded."""
    from django.utils import timezone

    from woonvrede.access.door import note_system
    from woonvrede.access.session import acting_as_system
    from woonvrede.intake.files.rows import fields_for
    from woonvrede.jobs.importing import carry_out, look_through, summary, who_reports, wrong
    from woonvrede.jobs.ready import refuse_unready

    refuse_unready()
    at = timezone.now()
    actor = who_reports(asked.email, asked.party, at)
    layout, rows = _read(asked, fields_for(actor))
    with acting_as_system(NAME):
        verb = "carry-out" if asked.carry_out else "check"
        note_system(NAME, f"{verb}:{actor.account}:{actor.party_key}")
    with Progress("rows checked", sys.stderr) as progress:
        sifted, checked = look_through(rows, actor=actor, at=at, tell=progress.tell)
    for line in wrong(checked, layout, actor, at):
        print(line)
    print(summary(sifted, checked), flush=True)
    if asked.carry_out and not checked.faults:
        with Progress("rows brought in", sys.stderr) as progress:
            carry_out(checked, actor=actor, at=at, tell=progress.tell)
    print(_end(checked, carried_out=asked.carry_out))
    return 1 if checked.faults else 0


def _end(checked: "Checked", *, carried_out: bool) -> str:
    if checked.faults:
        return "Nothing was brought in: mend these rows or the mapping, and begin again."
    if not checked.drawn:
        return "Nothing in it was new."
    return "Brought in." if carried_out else "Nothing was brought in yet: with --carry-out it is."


def _read(asked: Asked, known: set[str]) -> tuple["Layout", "list[Row]"]:
    from woonvrede.intake.files.mapping import read_layout, refuse_absent
    from woonvrede.intake.files.rows import rows_of
    from woonvrede.intake.files.table import read_table
    from woonvrede.intake.files.workbook import Unusable

    about = asked.mapping
    try:
        layout = read_layout(asked.mapping, known)
        about = asked.file
        table = read_table(asked.file, sheet=layout.sheet, header=layout.header)
        refuse_absent(layout, table)
    except Unusable as why:
        raise Problem(f"{about}: {why}.") from why
    return layout, rows_of(table, layout)
